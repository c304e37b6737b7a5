"""A viewpoint's side of a case: the elements as its own words have them, failing those the record's claims."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from foedus.gazetteer.entities import Entities
from foedus.judge.answer_time import answer_time, first_day
from foedus.judge.conduct import Conduct, conduct
from foedus.judge.evidence import table
from foedus.judge.hearing import Hearing
from foedus.judge.place import scope
from foedus.judge.status import status
from foedus.judge.verdict import NOT_TO_DO, SET_OFF_BY_OTHERS
from foedus.judge.weighing import weigh
from foedus.model.finding import Element, ElementName, Value
from foedus.model.treaty import Obligation

Held = dict[ElementName, Element | None]


class Weighed(NamedTuple):
    """What claims say, before treaty file and calendar are asked."""

    trigger: Element | None
    request: Element
    done: Conduct


class Side(NamedTuple):
    """A viewpoint's elements, and the article of an exemption."""

    elements: Held
    exemption: str | None


def side_of(hearing: Hearing, viewpoint: str, entities: Entities) -> Side:
    """The elements by a viewpoint's own words, failing those by what is on record."""
    order, people = table().order, hearing.people
    trigger = weigh("trigger", hearing.found["trigger"], viewpoint, order["trigger"], people)
    asked = request(hearing, weigh("request", hearing.found["request"], viewpoint, order["request"], people))
    return complete(hearing, viewpoint, Weighed(trigger, asked, conduct(hearing, viewpoint)), entities)


def complete(hearing: Hearing, viewpoint: str, weighed: Weighed, entities: Entities) -> Side:
    """All elements: status, place and time follow from what claims say, the treaty file and the calendar."""
    obligation, done = hearing.duty.obligation, _as_told_by(viewpoint, hearing, weighed.done.element)
    happened = _of_conduct(done, obligation) if by_conduct(obligation) else weighed.trigger
    held: Held = {
        "status": status(hearing, viewpoint, _day(hearing, (happened, weighed.request)), entities),
        "trigger": Element("trigger", "met", "always") if obligation.trigger == "always" else happened,
        "scope": scope(hearing, viewpoint, happened, done, entities),
        "request": weighed.request,
        "time": answer_time(hearing, weighed.request, happened, done),
        "conduct": done,
    }
    return Side(held, weighed.done.exemption)


def by_conduct(obligation: Obligation) -> bool:
    """Whether the conduct itself is what sets a duty off, and not something that others do."""
    if obligation.kind in NOT_TO_DO:
        return obligation.trigger not in SET_OFF_BY_OTHERS
    return obligation.kind == "presence"


def request(hearing: Hearing, told: Element | None) -> Element:
    """A request that the text asks for and nobody reports is missing; nobody consults whom nobody has called."""
    if told is not None:
        return told
    obligation = hearing.duty.obligation
    needed = obligation.request == "required" or (
        obligation.kind == "consultation" and obligation.request == "unstated"
    )
    return Element("request", "not_met" if needed else "not_needed", "no-report" if needed else "text-asks-for-none")


def is_party(viewpoint: str, hearing: Hearing) -> bool:
    """Whether a viewpoint owes the duty or is owed it."""
    return viewpoint in hearing.people["obligor"] | hearing.people["beneficiary"]


def _as_told_by(viewpoint: str, hearing: Hearing, done: Element | None) -> Element | None:
    """Only a party can say that it kept to a duty: of who is none it says that nothing was done against it."""
    kept = done is not None and done.value == "sufficient" and hearing.duty.obligation.kind in NOT_TO_DO
    return replace(done, value="none") if done and kept and not is_party(viewpoint, hearing) else done


def _of_conduct(done: Element | None, obligation: Obligation) -> Element | None:
    """Where the duty is to keep from something, that thing sets it off; of forces, that they are told of."""
    if done is None:
        return None
    stay = obligation.kind == "presence" and done.value != "open"
    value: Value = (
        "met" if stay or done.value in ("contrary", "exempt") else "not_met" if done.value == "none" else "open"
    )
    return Element("trigger", value, done.reason, done.claims, done.against, done.weakest)


def _day(hearing: Hearing, elements: Iterable[Element | None]) -> date:
    """The day on which the parties must have been bound: that of what happened, else the first of the case."""
    found = (first_day(hearing, element) for element in elements)
    day = next((one for one in found if one), hearing.days.since)
    return min(max(day, hearing.days.since), hearing.days.until)
