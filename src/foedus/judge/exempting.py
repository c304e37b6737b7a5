"""Transfers that a restraint allows all the same: by the age of contract or delivery, by a permission, by a waiver."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from foedus.judge.charges import charges
from foedus.judge.hearing import Hearing
from foedus.judge.said import Said
from foedus.judge.weighing import Hit, counts, weakest
from foedus.model.edtf import parse
from foedus.model.finding import LAW, RECORD, Element, Value
from foedus.model.treaty import Exemption, Ground

_PERMISSIONS: frozenset[Ground] = frozenset({"authorised", "waived"})


class Conduct(NamedTuple):
    """The element, and the article of the exemption that covers it."""

    element: Element | None
    exemption: str | None = None


def restraint(hearing: Hearing, viewpoint: str, found: Element) -> Conduct:
    """What was transferred, unless an exemption covers it. Who says that the duty was breached means none."""
    deals = _transfers(hearing, "contrary") + _orders(hearing)
    if found.value not in ("contrary", "none", "sufficient") or not deals or charges(hearing, viewpoint):
        return Conduct(found)
    exemptions = hearing.duty.obligation.exemptions
    for exemption in exemptions:
        if covered := _by_delivery(hearing, found, exemption):
            return covered
    if permitted := _by_permission(hearing, viewpoint, found):
        return permitted
    contracts = next((one for one in exemptions if one.ground == "contract_before" and one.day), None)
    if contracts:
        return _by_contract(hearing, viewpoint, found, contracts)
    delivered = _transfers(hearing, "contrary")
    undated = all(not one.dated for one in delivered)
    if found.value == "contrary" and hearing.began_inside and undated:
        return Conduct(replace(found, value="open", reason="no-day-of-delivery"))
    return Conduct(found)


def _by_delivery(hearing: Hearing, found: Element, exemption: Exemption) -> Conduct | None:
    """Where the exemption is by the day of delivery, and all that is told was delivered before it."""
    day = parse(exemption.day).earliest if exemption.ground == "delivery_before" and exemption.day else None
    delivered = _transfers(hearing, "contrary")
    early = day and delivered and all(one.dated and one.last and one.last < day for one in delivered)
    return _exempt(found, exemption, delivered) if early else None


def _by_permission(hearing: Hearing, viewpoint: str, found: Element) -> Conduct | None:
    """Where an exemption is by permission: one that is told exempts, a lifting in part leaves open what it covers."""
    exemption = next((one for one in hearing.duty.obligation.exemptions if one.ground in _PERMISSIONS), None)
    if found.value != "contrary" or exemption is None:
        return None
    given_before = [hit for hit in hearing.allowed if _in_time(hit.one, _transfers(hearing, "contrary"))]
    told = [hit for hit in given_before if _is_heard(hit, viewpoint, hearing)]
    if given := [hit.one for hit in told if hit.line.says == "met"]:
        return _exempt(found, exemption, given)
    if in_part := [hit.one for hit in told]:
        claims = tuple(dict.fromkeys((*(one.id for one in in_part), *found.claims)))
        return Conduct(replace(found, value="open", reason="lifted-in-part", claims=claims))
    return None


def _is_heard(hit: Hit, viewpoint: str, hearing: Hearing) -> bool:
    """A permission is the word of who can give it; a lifting may be told by the viewpoint or on record."""
    if hit.line.by == "organ":
        return any(counts(hit.line, view, hearing.people) for view in hit.one.viewpoints)
    return _heard_by(hit.one, viewpoint)


def _in_time(permission: Said, transfers: Sequence[Said]) -> bool:
    """Whether it was given before the last of what it may cover; without a day it is taken to be."""
    last = max((one.last for one in transfers if one.dated and one.last), default=None)
    return not permission.dated or permission.first is None or last is None or permission.first <= last


def _by_contract(hearing: Hearing, viewpoint: str, found: Element, exemption: Exemption) -> Conduct:
    """Only older orders: exempt. Orders of both ages, or none told: open. Only later ones: as found.

    Older orders are taken to be filled by what was delivered before the duty held.
    """
    day = parse(exemption.day).earliest if exemption.day else None
    orders = [one for one in _orders(hearing) if _heard_by(one, viewpoint)]
    older = [
        one for one in orders if not hearing.before and day and one.dated and one.last is not None and one.last < day
    ]
    later = [one for one in orders if day and one.dated and (one.last is None or one.last >= day)]
    if older and not later:
        return _exempt(found, exemption, older)
    if found.value == "contrary" and not (later and not older):
        return Conduct(replace(found, value="open", reason="contract-age-unknown"))
    return Conduct(found)


def _exempt(found: Element, exemption: Exemption, by: Sequence[Said]) -> Conduct:
    cited = tuple(dict.fromkeys((*(one.id for one in by), *found.claims)))
    element = Element("conduct", "exempt", exemption.ground, cited, found.against, weakest(by))
    return Conduct(element, exemption.article)


def _orders(hearing: Hearing) -> list[Said]:
    """Orders of whatever day between who is bound and whom the arms must not reach."""
    obligor, toward = hearing.people["obligor"], hearing.people["toward"]
    return [
        one
        for one in hearing.orders
        if one.keys.get("supplier", frozenset()) & obligor and one.keys.get("recipient", frozenset()) & toward
    ]


def _heard_by(one: Said, viewpoint: str) -> bool:
    """The text's own viewpoint hears whoever can be held to his word."""
    return bool(one.viewpoints) if viewpoint == LAW else bool({viewpoint, RECORD} & one.viewpoints)


def _transfers(hearing: Hearing, value: Value) -> list[Said]:
    return [hit.one for hit in hearing.found["conduct"] if hit.line.says == value and hit.one.type == "transfer"]
