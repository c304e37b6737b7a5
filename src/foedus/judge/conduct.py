"""Element: what was done, with what the dates change: exemptions by date, terms of forces, consent to their leaving."""

from datetime import date
from typing import NamedTuple

from foedus.judge.answer_time import first_day
from foedus.judge.evidence import table
from foedus.judge.hearing import Hearing
from foedus.judge.said import Said
from foedus.judge.weighing import weakest, weigh
from foedus.model.edtf import parse
from foedus.model.finding import RECORD, Element, Value
from foedus.model.treaty import Exemption


class Conduct(NamedTuple):
    """The element, and the article of the exemption that covers it."""

    element: Element | None
    exemption: str | None = None


def conduct(hearing: Hearing, viewpoint: str) -> Conduct:
    """The element as a viewpoint has it; None where no report says anything."""
    found = weigh("conduct", hearing.found["conduct"], viewpoint, table().order["conduct"], hearing.people)
    kind = hearing.duty.obligation.kind
    if found and kind == "restraint":
        return _restraint(hearing, viewpoint, found)
    return Conduct(_presence(hearing, found) if found and kind == "presence" else found)


def _restraint(hearing: Hearing, viewpoint: str, found: Element) -> Conduct:
    """A transfer under a contract older than the day of an exemption is exempt."""
    if found.value != "contrary":
        return Conduct(found)
    for exemption in hearing.duty.obligation.exemptions:
        if exemption.ground == "contract_before" and (orders := _older_orders(hearing, viewpoint, exemption)):
            cited = tuple(dict.fromkeys((*found.claims, *(one.id for one in orders))))
            element = Element("conduct", "exempt", exemption.ground, cited, found.against, weakest(orders))
            return Conduct(element, exemption.article)
    return Conduct(found)


def _older_orders(hearing: Hearing, viewpoint: str, exemption: Exemption) -> list[Said]:
    """Orders before the day, unless an order of that day or later is told as well: then none covers the rest."""
    day = parse(exemption.day).earliest if exemption.day else None
    orders = [
        one
        for one in hearing.orders
        if one.keys.get("supplier", frozenset()) & hearing.people["obligor"]
        and one.keys.get("recipient", frozenset()) & hearing.people["toward"]
        and {viewpoint, RECORD} & one.viewpoints
    ]
    if day is None or any(one.dated and (one.first is None or one.first >= day) for one in orders):
        return []
    return [one for one in orders if one.dated and one.last is not None and one.last < day]


def _presence(hearing: Hearing, found: Element) -> Element:
    """Leaving at the end of the term is as agreed, staying beyond it is not, leaving before by consent is neither."""
    term = hearing.duty.obligation.term
    end = parse(term.until).latest if term and term.until else None
    day = first_day(hearing, found)
    if found.value == "sufficient" and end and day and day > end:
        return _as(found, "contrary", "stayed-beyond-term")
    if found.value != "contrary":
        return found
    if end and day and day > end:
        return _as(found, "sufficient", "left-after-term")
    return _left_early(hearing, found, end)


def _left_early(hearing: Hearing, found: Element, end: date | None) -> Element:
    agreed = [hit.one for hit in hearing.found["conduct"] if hit.line.says == "conditional" and hit.one.viewpoints]
    consenting = {key for one in agreed for key in one.keys.get("party", frozenset())}
    parties = {party.party for party in hearing.duty.treaty.parties}
    if not agreed:
        return found if end else _as(found, "open", "no-term")
    claims = tuple(dict.fromkeys((*found.claims, *(one.id for one in agreed))))
    value: Value = "exempt" if parties <= consenting else "conditional"
    reason = "left-by-consent-of-all" if value == "exempt" else "left-by-consent-of-some"
    return Element("conduct", value, reason, claims, found.against, found.weakest)


def _as(found: Element, value: Value, reason: str) -> Element:
    return Element(found.name, value, reason, found.claims, found.against, found.weakest)
