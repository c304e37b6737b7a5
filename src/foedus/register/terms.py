"""What else claims tell of a deal, for the comment: what it costs, by what way it goes, to what end."""

from collections import Counter
from collections.abc import Iterable, Sequence

from foedus.model.claim import Claim, Money
from foedus.model.row import Worth
from foedus.register.cell import Cell, best, ids
from foedus.register.standing import Weighed

Span = tuple[str, int, int]
"""A sum's words: document, start, end."""


def shared_sums(rows: Iterable[Iterable[Claim]]) -> frozenset[Span]:
    """Sums whose very words stand on claims of several rows: the total of all of them, or that of each."""
    seen: Counter[Span] = Counter()
    for claims in rows:
        seen.update({_span(claim, claim.value) for claim in claims if claim.value})
    return frozenset(span for span, times in seen.items() if times > 1)


def worth(weighed: Sequence[Weighed], shared: frozenset[Span] = frozenset()) -> Cell[tuple[Worth, ...]]:
    """Each sum once, whoever names it; sums are never added up, since one may be a part of another."""
    saying = best([one for one in weighed if one.claim.value])
    if not saying:
        return Cell((), (), "no claim names a sum")
    surest: dict[tuple[float, str], Worth] = {}
    for one in saying:
        if (money := one.claim.value) is not None:
            told = Worth(_whole(money.amount), money.currency, uncertain=bool(_doubts(one, money, shared)))
            kept = surest.setdefault((told.amount, told.currency or ""), told)
            surest[told.amount, told.currency or ""] = told if kept.uncertain else kept
    says = tuple(surest[place] for place in sorted(surest))
    doubted = [doubt for one in saying if one.claim.value for doubt in _doubts(one, one.claim.value, shared)]
    because = f"; uncertain: {', '.join(dict.fromkeys(doubted))}" if any(one.uncertain for one in says) else ""
    return Cell(says, ids(saying), f"said to be worth {', '.join(map(str, says))}{because}", notable=True)


def roles_told(weighed: Sequence[Weighed], role: str) -> Cell[str]:
    """Names or words that plain claims give for a further role, such as `via` and `purpose`."""
    saying = [one for one in best(weighed) if one.claim.fillers(role)]
    names = dict.fromkeys(filler.name for one in saying for filler in one.claim.fillers(role))
    if not names:
        return Cell("", (), "no claim says")
    return Cell("; ".join(names), ids(saying), ", ".join(names), notable=True)


def _doubts(one: Weighed, money: Money, shared: frozenset[Span]) -> list[str]:
    found = [] if one.sure else [one.reason]
    if money.approximate or money.min is not None or money.max is not None:
        found.append("approximate")
    return [*found, "one sum for several rows"] if _span(one.claim, money) in shared else found


def _span(claim: Claim, money: Money) -> Span:
    return claim.document.id, money.start, money.end


def _whole(number: float) -> float | int:
    return int(number) if number == int(number) else number
