"""One element as a viewpoint has it: its own words first, else the record; what says otherwise stands beside it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from foedus.judge.evidence import Line, People
from foedus.judge.said import Said
from foedus.model.finding import RECORD, Element, ElementName, Value, Weight

_SURETY = ("certain", "probable", "possible", "unknown")
_STANDING = ("stated", "attributed", "unnamed", "rumoured")


class Hit(NamedTuple):
    """A claim that speaks for a value, by a line of the table."""

    one: Said
    line: Line


def hits(lines: Iterable[Line], told: Iterable[Said], people: People) -> list[Hit]:
    """Every claim with the first line that it fits, in the order of the claims."""
    lines = tuple(lines)
    return [Hit(one, line) for one in told if (line := _first(lines, one, people))]


def _first(lines: Sequence[Line], one: Said, people: People) -> Line | None:
    return next((line for line in lines if line.fits(one, people)), None)


def weigh(
    name: ElementName, found: Sequence[Hit], viewpoint: str, order: Sequence[Value], people: People
) -> Element | None:
    """The value that a viewpoint's own words give, failing those the record's; None where neither says anything.

    Rumours and nameless sources are nobody's word: where they alone speak, the record leaves the element open.
    """
    fitting = [hit for hit in found if _counts(hit.line, viewpoint, people)]
    own = [hit for hit in fitting if viewpoint in hit.one.viewpoints]
    record = [hit for hit in fitting if RECORD in hit.one.viewpoints]
    if chosen := own or record:
        return _element(name, chosen, fitting, order)
    nobody = [hit for hit in fitting if not hit.one.viewpoints]
    if nobody:
        return Element(name, "open", "only-rumoured", _ids(nobody), (), weakest(hit.one for hit in nobody))
    return None


def _counts(line: Line, viewpoint: str, people: People) -> bool:
    if line.by is None:
        return True
    mine = viewpoint in people["obligor"]
    return mine if line.by == "obligor" else not mine if line.by == "other" else viewpoint in people["beneficiary"]


def _element(name: ElementName, chosen: Sequence[Hit], all_: Sequence[Hit], order: Sequence[Value]) -> Element:
    value = min((hit.line.says for hit in chosen), key=order.index)
    for_it = [hit for hit in chosen if hit.line.says == value]
    against = [hit for hit in all_ if hit.line.says != value and hit.one.viewpoints]
    return Element(name, value, for_it[0].line.id, _ids(for_it), _ids(against), weakest(hit.one for hit in for_it))


def _ids(found: Iterable[Hit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hit.one.id for hit in found))


def weakest(cited: Iterable[Said]) -> Weight | None:
    """Of several claims for one thing the surest counts, since each suffices; origins are all of theirs."""
    told = list(cited)
    if not told:
        return None
    best = min(told, key=lambda one: (_SURETY.index(one.certainty), _STANDING.index(one.standing)))
    return Weight(best.certainty, best.standing, len({one.origin for one in told}))


def weaker(weights: Iterable[Weight | None]) -> Weight | None:
    """The weakest link of several elements."""
    there = [weight for weight in weights if weight]
    if not there:
        return None
    least = max(there, key=lambda one: (_SURETY.index(one.certainty), _STANDING.index(one.standing)))
    return Weight(least.certainty, least.standing, min(one.origins for one in there))
