"""One element as a viewpoint has it: its own words first, else the record; what says otherwise stands beside it."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from foedus.judge.evidence import Line, People
from foedus.judge.said import Said
from foedus.model.finding import RECORD, Element, ElementName, Value, Weight

_DECIDING: tuple[Value, ...] = ("sufficient", "insufficient", "none")
_REFUSING = frozenset({"unanswered", "refused", "cancelled"})
_SURETY = ("certain", "probable", "possible", "unknown")
_STANDING = ("stated", "attributed", "unnamed", "rumoured")


class Hit(NamedTuple):
    """A claim that speaks for a value, by a line of the table."""

    one: Said
    line: Line


def hits(lines: Iterable[Line], told: Iterable[Said], people: People) -> list[Hit]:
    """Every claim with each line that it fits, in the order of the claims: which counts is the viewpoint's matter."""
    known = _by_kind(tuple(lines))
    return [
        Hit(one, line)
        for one in told
        for line in known.get((one.type, one.stage, one.polarity), ())
        if line.fits(one, people)
    ]


@cache
def _by_kind(lines: tuple[Line, ...]) -> dict[tuple[str, str, str], tuple[Line, ...]]:
    """Lines by type, stage and polarity of the claims that they mean."""
    found: dict[tuple[str, str, str], list[Line]] = {}
    for line in lines:
        for stage in line.stages:
            found.setdefault((line.type, stage, line.polarity), []).append(line)
    return {kind: tuple(dict.fromkeys(some)) for kind, some in found.items()}


def weigh(
    name: ElementName, found: Sequence[Hit], viewpoint: str, order: Sequence[Value], people: People
) -> Element | None:
    """The value that a viewpoint's own words give, failing those the record's; None where neither says anything.

    Rumours and nameless sources are nobody's word: where they alone speak, the record leaves the element open.
    """
    fitting = [hit for hit in found if counts(hit.line, viewpoint, people)]
    own = [hit for hit in fitting if viewpoint in hit.one.viewpoints]
    record = [hit for hit in fitting if RECORD in hit.one.viewpoints]
    voiced = [hit for hit in own if hit.one.standing == "attributed"] if name == "request" else []
    if chosen := voiced or own or record:
        value = _value(name, chosen, order, denies=viewpoint in people["against"] | people["toward"])
        return _element(name, value, chosen, fitting)
    nobody = [hit for hit in fitting if not hit.one.viewpoints]
    if nobody:
        return Element(name, "open", "only-rumoured", _ids(nobody), (), weakest(hit.one for hit in nobody))
    return None


def counts(line: Line, viewpoint: str, people: People) -> bool:
    match line.by:
        case None:
            return True
        case "obligor" | "beneficiary":
            return viewpoint in people[line.by]
        case "party":
            return any(viewpoint in people[who] for who in ("obligor", "beneficiary", "against", "toward"))
        case "other":
            return viewpoint not in people["obligor"]
        case "organ":
            return viewpoint in people["treaty"]


def _value(name: ElementName, chosen: Sequence[Hit], order: Sequence[Value], *, denies: bool) -> Value:
    """The weightiest of what is said; who says both yes and no leaves it contested, unless denying is its part."""
    told = {_says(hit) for hit in chosen}
    if name != "conduct" and "not_met" in told:
        doubted = "met" in told or any(hit.one.certainty == "unknown" for hit in chosen)
        return "contested" if doubted and not denies else "not_met"
    if (
        name == "conduct"
        and {"conditional", "none"} <= told <= {"conditional", "none", "open"}
        and not _refused(chosen)
    ):
        return "conditional"
    return "sufficient" if "contrary" not in told and _made_good(chosen) else min(told, key=order.index)


def _refused(chosen: Iterable[Hit]) -> bool:
    """Whether help was refused: that it did not come says no more than the condition on which it was promised."""
    return any(hit.one.stage in _REFUSING for hit in chosen if _says(hit) == "none")


def _made_good(chosen: Iterable[Hit]) -> bool:
    """Whether the last word is that it was done: a charge of before is overtaken by it, and not the other way."""
    days: dict[bool, list[date]] = {True: [], False: []}
    for hit in chosen:
        if (says := _says(hit)) in _DECIDING and (day := hit.one.last or hit.one.first):
            days[says == "sufficient"].append(day)
    return bool(days[True] and days[False]) and max(days[True]) > max(days[False])


def _says(hit: Hit) -> Value:
    """What is not known whether is open, whatever it tells."""
    return "open" if hit.one.certainty == "unknown" else hit.line.says


def _element(name: ElementName, value: Value, chosen: Sequence[Hit], all_: Sequence[Hit]) -> Element:
    for_it = [hit for hit in chosen if _says(hit) == value] or list(chosen)
    against = [hit for hit in all_ if _says(hit) != value and hit.one.viewpoints and hit not in for_it]
    weight = weakest(hit.one for hit in for_it)
    return Element(name, value, for_it[0].line.id, _ids(for_it), _ids(against), weight)


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
