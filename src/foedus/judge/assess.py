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
from foedus.judge.verdict import is_against, rule
from foedus.judge.weighing import weaker, weigh
from foedus.model.finding import ELEMENTS, LAW, RECORD, Element, ElementName, Value, View

_NOT_TO_DO = frozenset({"nonaggression", "neutrality", "restraint"})
_OPEN_TO_ALL: tuple[ElementName, ...] = ("trigger", "scope", "request", "conduct")
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
    """Every viewpoint with its elements and its verdict, the record first and the law last; none where nothing is told.

    `told` are the claims that may bear on it; those of other days or other articles are left aside.
    """
    hearing = hear(duty, parties, days, told, entities)
    speakers = hearing.speakers()
    if not speakers:
        return ()
    held = {speaker: _elements(hearing, speaker, entities) for speaker in speakers}
    held[LAW] = _by_law(hearing, held, entities)
    return tuple(_view(hearing, viewpoint, held) for viewpoint in held)


def _elements(hearing: Hearing, viewpoint: str, entities: Entities) -> _Side:
    order, people = table().order, hearing.people
    trigger = weigh("trigger", hearing.found["trigger"], viewpoint, order["trigger"], people)
    asked = _request(hearing, weigh("request", hearing.found["request"], viewpoint, order["request"], people))
    return _complete(hearing, viewpoint, _Weighed(trigger, asked, conduct(hearing, viewpoint)), entities)


def _complete(hearing: Hearing, viewpoint: str, weighed: _Weighed, entities: Entities) -> _Side:
    obligation, done = hearing.duty.obligation, weighed.done.element
    happened = _of_conduct(done) if obligation.kind in _NOT_TO_DO else weighed.trigger
    held: _Held = {
        "status": status(hearing, _day(hearing, (happened, weighed.request)), entities),
        "trigger": Element("trigger", "met", "always") if obligation.trigger == "always" else happened,
        "scope": scope(hearing, viewpoint, happened),
        "request": weighed.request,
        "time": answer_time(hearing, weighed.request, happened, done),
        "conduct": done,
    }
    return _Side(held, weighed.done.exemption)


def _request(hearing: Hearing, told: Element | None) -> Element:
    """A request that the text asks for and nobody reports is missing."""
    if told is not None:
        return told
    needed = hearing.duty.obligation.request == "required"
    return Element("request", "not_met" if needed else "not_needed", "no-report" if needed else "text-asks-for-none")


def _of_conduct(done: Element | None) -> Element | None:
    """Where the duty is to keep from something, that thing is what sets it off."""
    if done is None:
        return None
    value: Value = "met" if done.value in ("contrary", "exempt") else "not_met" if done.value == "none" else "open"
    return Element("trigger", value, done.reason, done.claims, done.against, done.weakest)


def _by_law(hearing: Hearing, held: Mapping[str, _Side], entities: Entities) -> _Side:
    """The text applied to what is on record; where the sides differ and the record does not settle it, contested."""
    agreed = {name: _agreed(name, hearing, held) for name in _OPEN_TO_ALL}
    asked = agreed["request"] or _request(hearing, None)
    exemption = next((side.exemption for side in held.values() if side.exemption), None)
    weighed = _Weighed(agreed["trigger"], asked, Conduct(agreed["conduct"], exemption))
    side = _complete(hearing, LAW, weighed, entities)
    side.elements["scope"] = agreed["scope"] or side.elements["scope"]
    return side


def _agreed(name: ElementName, hearing: Hearing, held: Mapping[str, _Side]) -> Element | None:
    sides = [view for view in held if view in hearing.people["obligor"] | hearing.people["beneficiary"]]
    told = [element for view in (RECORD, *sides) if view in held and (element := held[view].elements[name])]
    said = [element for element in told if element.claims] or told
    if not said:
        return next((element for side in held.values() if (element := side.elements[name])), None)
    if len({element.value for element in said}) == 1:
        return said[0]
    claims = tuple(dict.fromkeys(claim for element in said for claim in element.claims))
    weight = weaker(element.weakest for element in said)
    return Element(name, "open" if name == "conduct" else "contested", "sides-differ", claims, (), weight)


def _view(hearing: Hearing, viewpoint: str, held: Mapping[str, _Side]) -> View:
    elements, exemption = held[viewpoint]
    others = [side.elements["conduct"] for view, side in held.items() if view not in (viewpoint, LAW)]
    disputed = any(is_against(one) for one in others)
    ruling = rule(hearing.duty.obligation, elements, viewpoint=viewpoint, disputed=disputed)
    there = tuple(element for name in ELEMENTS if (element := elements[name]))
    return View(viewpoint, ruling.verdict, there, ruling.reason, exemption if ruling.reason == "exempt" else None)


def _day(hearing: Hearing, elements: Iterable[Element | None]) -> date:
    """The day on which the parties must have been bound: that of what happened, else the first of the case."""
    found = (first_day(hearing, element) for element in elements)
    day = next((one for one in found if one), hearing.days.since)
    return min(max(day, hearing.days.since), hearing.days.until)
