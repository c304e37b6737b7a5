"""A case, element by element, for every viewpoint that speaks in it, the record's and the law's."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.judge.answer_time import answer_time, first_day
from foedus.judge.conduct import Conduct, conduct
from foedus.judge.evidence import table
from foedus.judge.hearing import Days, Duty, Hearing, Parties, hear
from foedus.judge.place import scope
from foedus.judge.said import Said
from foedus.judge.status import status
from foedus.judge.verdict import NOT_TO_DO, is_against, rule
from foedus.judge.weighing import weaker, weigh
from foedus.model.finding import ELEMENTS, LAW, RECORD, Element, ElementName, Value, View

_BY_CONDUCT = NOT_TO_DO | {"presence"}
"""Of these the conduct itself is what sets them off."""
_FACTS = frozenset({"trigger", "conduct"})
"""What one side alone says of these is its word, and no fact."""
_NOTHING_DONE: set[Value] = {"none", "sufficient"}
_FROM_CLAIMS: tuple[ElementName, ...] = ("trigger", "scope", "request", "conduct")
_Held = dict[ElementName, Element | None]


class _Weighed(NamedTuple):
    """What claims say, before treaty file and calendar are asked."""

    trigger: Element | None
    request: Element
    done: Conduct


class _Side(NamedTuple):
    """A viewpoint's elements, and the article of an exemption."""

    elements: _Held
    exemption: str | None


def assess(duty: Duty, parties: Parties, days: Days, told: Sequence[Said], entities: Entities) -> tuple[View, ...]:
    """Every viewpoint with its elements and its verdict, the record first and the law last.

    `told` are the claims that may bear on it; those of other days or other articles are left aside.
    """
    hearing = hear(duty, parties, days, told, entities)
    held = {speaker: _elements(hearing, speaker, entities) for speaker in hearing.speakers}
    held[RECORD] = _impartial(RECORD, hearing, held, entities)
    held[LAW] = _impartial(LAW, hearing, held, entities)
    return tuple(_view(hearing, viewpoint, held) for viewpoint in held)


def _elements(hearing: Hearing, viewpoint: str, entities: Entities) -> _Side:
    order, people = table().order, hearing.people
    trigger = weigh("trigger", hearing.found["trigger"], viewpoint, order["trigger"], people)
    asked = _request(hearing, weigh("request", hearing.found["request"], viewpoint, order["request"], people))
    return _complete(hearing, viewpoint, _Weighed(trigger, asked, conduct(hearing, viewpoint)), entities)


def _complete(hearing: Hearing, viewpoint: str, weighed: _Weighed, entities: Entities) -> _Side:
    obligation, done = hearing.duty.obligation, weighed.done.element
    happened = _of_conduct(done) if obligation.kind in _BY_CONDUCT else weighed.trigger
    held: _Held = {
        "status": status(hearing, viewpoint, _day(hearing, (happened, weighed.request)), entities),
        "trigger": Element("trigger", "met", "always") if obligation.trigger == "always" else happened,
        "scope": scope(hearing, viewpoint, happened),
        "request": weighed.request,
        "time": answer_time(hearing, weighed.request, happened, done),
        "conduct": done,
    }
    return _Side(held, weighed.done.exemption)


def _request(hearing: Hearing, told: Element | None) -> Element:
    """A request that the text asks for and nobody reports is missing; nobody consults whom nobody has called."""
    if told is not None:
        return told
    obligation = hearing.duty.obligation
    needed = obligation.request == "required" or (
        obligation.kind == "consultation" and obligation.request == "unstated"
    )
    return Element("request", "not_met" if needed else "not_needed", "no-report" if needed else "text-asks-for-none")


def _of_conduct(done: Element | None) -> Element | None:
    """Where the duty is to keep from something, that thing is what sets it off."""
    if done is None:
        return None
    value: Value = "met" if done.value in ("contrary", "exempt") else "not_met" if done.value == "none" else "open"
    return Element("trigger", value, done.reason, done.claims, done.against, done.weakest)


def _impartial(viewpoint: str, hearing: Hearing, held: Mapping[str, _Side], entities: Entities) -> _Side:
    """Record or text: what the record leaves open is as the sides agree, and contested where they do not."""
    kept_from = hearing.duty.obligation.kind in NOT_TO_DO
    agreed = {name: _agreed(name, held, kept_from=kept_from) for name in _FROM_CLAIMS}
    asked = _request(hearing, agreed["request"] if agreed["request"] and agreed["request"].claims else None)
    exemption = next((side.exemption for side in held.values() if side.exemption), None)
    side = _complete(
        hearing, viewpoint, _Weighed(agreed["trigger"], asked, Conduct(agreed["conduct"], exemption)), entities
    )
    side.elements["scope"] = agreed["scope"] or side.elements["scope"]
    return side


def _agreed(name: ElementName, held: Mapping[str, _Side], *, kept_from: bool) -> Element | None:
    """As the record has it, else as all sides do; of what was to be kept from, denying it and keeping to it agree."""
    record = held[RECORD].elements[name]
    if record is not None and record.value != "open":
        return record
    said = [one for view, side in held.items() if view != RECORD and (one := side.elements[name]) and one.claims]
    if not said:
        return record
    if record is not None and record.claims and name == "conduct":
        return record
    if len(said) == 1 and name in _FACTS:
        return Element(name, "open", "one-side-says", said[0].claims, said[0].against, said[0].weakest)
    values = {one.value for one in said}
    if len(values) == 1 or (kept_from and values <= _NOTHING_DONE):
        return min(said, key=lambda one: one.value != "none")
    claims = tuple(dict.fromkeys(claim for one in said for claim in one.claims))
    weight = weaker(one.weakest for one in said)
    return Element(name, "open" if name == "conduct" else "contested", "sides-differ", claims, (), weight)


def _view(hearing: Hearing, viewpoint: str, held: Mapping[str, _Side]) -> View:
    elements, exemption = held[viewpoint]
    others = [side.elements["conduct"] for view, side in held.items() if view not in (viewpoint, LAW)]
    party = viewpoint in hearing.people["obligor"] | hearing.people["beneficiary"]
    disputed = any(is_against(one) for one in others)
    ruling = rule(hearing.duty.obligation, elements, viewpoint=viewpoint, party=party, disputed=disputed)
    there = tuple(element for name in ELEMENTS if (element := elements[name]))
    return View(viewpoint, ruling.verdict, there, ruling.reason, exemption if ruling.reason == "exempt" else None)


def _day(hearing: Hearing, elements: Iterable[Element | None]) -> date:
    """The day on which the parties must have been bound: that of what happened, else the first of the case."""
    found = (first_day(hearing, element) for element in elements)
    day = next((one for one in found if one), hearing.days.since)
    return min(max(day, hearing.days.since), hearing.days.until)
