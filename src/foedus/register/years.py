"""When things were ordered and delivered, to the year, from the dates that the claims themselves give.

A year stands in parentheses where the date does not name one year (an interval, a bound, open digits), where the text
marks it as approximate, or where the claims that give it are themselves not sure.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from foedus.model.edtf import Edtf
from foedus.model.row import Years
from foedus.register.cell import Cell, best, denials, ids
from foedus.register.dates import due, happened
from foedus.register.standing import Weighed

MADE = ("delivering", "delivered")
"""Stages at which something was handed over."""


class _Dated(NamedTuple):
    """A claim with the years that one of its dates gives, and every reason to doubt them."""

    weighed: Weighed
    years: Years
    doubts: tuple[str, ...]


def order_years(weighed: Sequence[Weighed]) -> Cell[tuple[Years, ...]]:
    """Years of the orders; a report's own date says nothing about when an order was placed."""
    ordered = [one for one in weighed if one.claim.stage == "ordered" and one.claim.when]
    dated = _differing(_told(best(ordered)))
    against = ids([*denials(weighed, ("ordered",)), *_left_out(ordered, dated)])
    return _cell(dated, "no claim dates the order", against)


def delivery_years(weighed: Sequence[Weighed]) -> Cell[tuple[Years, ...]]:
    """Years of deliveries that were made, then those that are only due, marked as planned."""
    made = [one for one in weighed if one.claim.stage in MADE and one.claim.when]
    coming = [one for one in weighed if one.claim.due]
    dated = _told(best(made))
    against = ids([*denials(weighed, MADE), *_left_out(made, dated)])
    return _cell([*dated, *_told(best(coming), planned=True)], "no claim dates a delivery", against)


def _told(weighed: Iterable[Weighed], *, planned: bool = False) -> list[_Dated]:
    found = []
    for one in weighed:
        said = due(one.claim) if planned else happened(one.claim)
        if said is not None:
            first, last = _year(said.earliest), _year(said.latest)
            doubts = (*_imprecise(said, first, last), *(() if one.sure else (one.reason,)))
            found.append(_Dated(one, Years(first, last, uncertain=bool(doubts), planned=planned), doubts))
    return found


def _imprecise(said: Edtf, first: int | None, last: int | None) -> list[str]:
    """Why a date does not say one year for sure."""
    found = ["approximate in the text"] if said.qualified else []
    if first is None or last is None:
        found.append("only a bound is told")
    elif first != last:
        found.append("no single year is told")
    return found


def _differing(dated: Sequence[_Dated]) -> list[_Dated]:
    """Orders in several years are several orders only where one text tells them apart: else each year is in doubt."""
    exact = {one.years.first for one in dated if not one.doubts}
    if len(exact) < 2 or any(exact <= years for years in _by_text(dated)):
        return list(dated)
    doubt = "claims give different years: several orders, or one that is dated differently"
    return [
        _Dated(one.weighed, Years(one.years.first, one.years.last, uncertain=True), (*one.doubts, doubt))
        for one in dated
    ]


def _by_text(dated: Iterable[_Dated]) -> list[set[int | None]]:
    texts: dict[str, set[int | None]] = {}
    for one in dated:
        texts.setdefault(one.weighed.claim.document.id, set()).add(one.years.first)
    return list(texts.values())


def _left_out(weighed: Sequence[Weighed], used: Sequence[_Dated]) -> list[Weighed]:
    """Hedged claims whose years none of the used ones shares."""
    behind = {one.weighed.claim.id for one in used}
    hedged = [one for one in weighed if one.claim.id not in behind and one.weight != "denied"]
    return [one.weighed for one in _told(hedged) if used and not any(_share(one.years, two.years) for two in used)]


def _share(one: Years, two: Years) -> bool:
    apart = (one.first is not None and two.last is not None and one.first > two.last) or (
        two.first is not None and one.last is not None and two.first > one.last
    )
    return not apart


def _cell(dated: Sequence[_Dated], nothing: str, against: tuple[str, ...]) -> Cell[tuple[Years, ...]]:
    if not dated:
        return Cell((), (), nothing, against=against)
    surest: dict[tuple[int, int, bool, bool], Years] = {}
    for _, years, _ in sorted(dated, key=lambda one: one.years.uncertain):
        surest.setdefault(_place(years), years)
    says = tuple(surest[place] for place in sorted(surest, key=lambda place: (place[2], place)))
    reason = "dates that claims give"
    bracketed = [years for years in says if years.uncertain]
    if bracketed:
        doubts = dict.fromkeys(doubt for one in dated if one.years in bracketed for doubt in one.doubts)
        reason += f"; in parentheses: {', '.join(doubts)}"
    return Cell(says, ids([one.weighed for one in dated]), reason, notable=bool(bracketed), against=against)


def _place(years: Years) -> tuple[int, int, bool, bool]:
    """What makes two dates one; an open side lies where its known year lies."""
    known = years.first if years.first is not None else years.last
    return known or 0, years.last or 9999, years.planned, years.first is None


def _year(day: date | None) -> int | None:
    return day.year if day else None
