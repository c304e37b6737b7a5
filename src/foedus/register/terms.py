"""What else claims tell of a deal, for the comment: what it costs, by what way it goes, to what end."""

from collections.abc import Sequence

from foedus.model.claim import Money
from foedus.model.row import Worth
from foedus.register.cell import Cell, best, ids
from foedus.register.groups import several
from foedus.register.standing import Weighed


def worth(weighed: Sequence[Weighed]) -> Cell[tuple[Worth, ...]]:
    """Each sum once, whoever names it; sums are never added up, since one may be a part of another."""
    saying = best([one for one in weighed if one.claim.value])
    if not saying:
        return Cell((), (), "no claim names a sum")
    surest: dict[tuple[float, str], Worth] = {}
    for one in saying:
        if (money := one.claim.value) is not None:
            told = Worth(_whole(money.amount), money.currency, uncertain=bool(_doubts(one, money)))
            kept = surest.setdefault((told.amount, told.currency or ""), told)
            surest[told.amount, told.currency or ""] = told if kept.uncertain else kept
    says = tuple(surest[place] for place in sorted(surest))
    doubted = [doubt for one in saying if one.claim.value for doubt in _doubts(one, one.claim.value)]
    because = f"; uncertain: {', '.join(dict.fromkeys(doubted))}" if any(one.uncertain for one in says) else ""
    return Cell(says, ids(saying), f"said to be worth {', '.join(map(str, says))}{because}", notable=True)


def roles_told(weighed: Sequence[Weighed], role: str) -> Cell[str]:
    """Names or words that plain claims give for a further role, such as `via` and `purpose`."""
    saying = [one for one in best(weighed) if one.claim.fillers(role)]
    names = dict.fromkeys(filler.name for one in saying for filler in one.claim.fillers(role))
    if not names:
        return Cell("", (), "no claim says")
    return Cell("; ".join(names), ids(saying), ", ".join(names), notable=True)


def _doubts(one: Weighed, money: Money) -> list[str]:
    found = [] if one.sure else [one.reason]
    if money.approximate or money.min is not None or money.max is not None:
        found.append("approximate")
    return found + [f"one sum for several of role {role}" for role in several(one.claim)]


def _whole(number: float) -> float | int:
    return int(number) if number == int(number) else number
