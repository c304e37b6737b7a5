"""Element: what was done, with what the dates change: exemptions by date, terms of forces, consent to their leaving."""

from datetime import date
from typing import NamedTuple

from foedus.judge.answer_time import first_day
from foedus.judge.evidence import table
from foedus.judge.hearing import Hearing
from foedus.judge.said import Said
from foedus.judge.verdict import NOT_TO_DO
from foedus.judge.weighing import weakest, weigh
from foedus.model.edtf import parse
from foedus.model.finding import LAW, RECORD, Element, Value
from foedus.model.treaty import Exemption


class Conduct(NamedTuple):
    """The element, and the article of the exemption that covers it."""

    element: Element | None
    exemption: str | None = None


def conduct(hearing: Hearing, viewpoint: str) -> Conduct:
    """The element as a viewpoint has it; None where no report says anything."""
    kind = hearing.duty.obligation.kind
    order = table().order["restraint" if kind in NOT_TO_DO else "conduct"]
    found = weigh("conduct", hearing.found["conduct"], viewpoint, order, hearing.people)
    if found and kind == "restraint":
        return _restraint(hearing, viewpoint, found)
    return Conduct(_presence(hearing, viewpoint, found) if found and kind == "presence" else found)


def _restraint(hearing: Hearing, viewpoint: str, found: Element) -> Conduct:
    """A transfer under a contract older than the day of an exemption is exempt; without the contract's day it is open.

    Who says that the duty was breached does not mean the exemption.
    """
    deals = _claims(hearing, "contrary") + [one for one in hearing.orders if _between(one, hearing)]
    if found.value not in ("contrary", "none", "sufficient") or not deals or _charges(hearing, viewpoint):
        return Conduct(found)
    for exemption in hearing.duty.obligation.exemptions:
        if exemption.ground == "contract_before" and exemption.day:
            return _by_contract(hearing, viewpoint, found, exemption)
    undated = [one for one in _claims(hearing, "contrary") if not one.dated]
    if found.value == "contrary" and hearing.began_inside and len(undated) == len(_claims(hearing, "contrary")):
        return Conduct(_as(found, "open", "no-day-of-delivery"))
    return Conduct(found)


def _by_contract(hearing: Hearing, viewpoint: str, found: Element, exemption: Exemption) -> Conduct:
    """Only older orders: exempt. Orders of both ages, or none told: open. Only later ones: as found.

    Older orders are taken to be filled by what was delivered before the duty held.
    """
    day = parse(exemption.day).earliest if exemption.day else None
    orders = [one for one in hearing.orders if _between(one, hearing) and _heard_by(one, viewpoint)]
    older = [
        one for one in orders if not hearing.before and day and one.dated and one.last is not None and one.last < day
    ]
    later = [one for one in orders if day and one.dated and (one.last is None or one.last >= day)]
    if older and not later:
        cited = tuple(dict.fromkeys((*(one.id for one in older), *found.claims)))
        return Conduct(
            Element("conduct", "exempt", exemption.ground, cited, found.against, weakest(older)), exemption.article
        )
    if found.value == "contrary" and not (later and not older):
        return Conduct(_as(found, "open", "contract-age-unknown"))
    return Conduct(found)


def _between(one: Said, hearing: Hearing) -> bool:
    supplier, recipient = one.keys.get("supplier", frozenset()), one.keys.get("recipient", frozenset())
    return bool(supplier & hearing.people["obligor"]) and bool(recipient & hearing.people["toward"])


def _heard_by(one: Said, viewpoint: str) -> bool:
    """The text's own viewpoint hears whoever can be held to his word."""
    return bool(one.viewpoints) if viewpoint == LAW else bool({viewpoint, RECORD} & one.viewpoints)


def _charges(hearing: Hearing, viewpoint: str) -> bool:
    """Whether a viewpoint itself says that the duty was breached."""
    return any(
        hit.line.id == "duty-breached" and viewpoint in hit.one.viewpoints and viewpoint != RECORD
        for hit in hearing.found["conduct"]
    )


def _claims(hearing: Hearing, value: Value) -> list[Said]:
    return [hit.one for hit in hearing.found["conduct"] if hit.line.says == value and hit.one.type == "transfer"]


def _presence(hearing: Hearing, viewpoint: str, found: Element) -> Element:
    """Leaving at the end of the term is as agreed, staying beyond it is not, leaving before by consent is neither."""
    term = hearing.duty.obligation.term
    end = parse(term.until).latest if term and term.until else None
    day = first_day(hearing, found)
    if found.value == "conditional":
        return _left_early(hearing, found, end)
    if found.value == "sufficient" and end and day and day > end:
        return _as(found, "contrary", "stayed-beyond-term")
    if found.value != "contrary" or _charges(hearing, viewpoint):
        return found
    if end and day and day > end:
        return _as(found, "sufficient", "left-after-term")
    return _left_early(hearing, found, end)


def _left_early(hearing: Hearing, found: Element, end: date | None) -> Element:
    agreed = [hit.one for hit in hearing.found["conduct"] if hit.line.id == "agreed-to-leave" and hit.one.viewpoints]
    consenting = {key for one in agreed for key in one.keys.get("party", frozenset())}
    parties = {party.party for party in hearing.duty.treaty.parties}
    if not agreed:
        return found if end else _as(found, "open", "no-term")
    claims = tuple(dict.fromkeys((*found.claims, *(one.id for one in agreed))))
    value: Value = "exempt" if parties <= consenting else "open"
    reason = "left-by-consent-of-all" if value == "exempt" else "left-by-consent-of-some"
    return Element("conduct", value, reason, claims, found.against, found.weakest)


def _as(found: Element, value: Value, reason: str) -> Element:
    return Element(found.name, value, reason, found.claims, found.against, found.weakest)
