"""When things were ordered and delivered, to the year, from the dates that the claims themselves give."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from foedus.model.claim import When
from foedus.model.edtf import parse
from foedus.model.row import Years
from foedus.register.cell import Cell, best, doubts, ids
from foedus.register.standing import Weighed


class _Dated(NamedTuple):
    """A claim with the years that one of its dates gives."""

    weighed: Weighed
    years: Years


def order_years(weighed: Sequence[Weighed]) -> Cell[tuple[Years, ...]]:
    """Years of the orders; a report's own date says nothing about when an order was placed."""
    ordered = [one for one in weighed if one.claim.stage == "ordered"]
    return _cell(_dated(best([one for one in ordered if one.claim.when])), "no claim dates the order")


def delivery_years(weighed: Sequence[Weighed]) -> Cell[tuple[Years, ...]]:
    """Years of deliveries that were made, then those that are only due, marked as planned."""
    made = [one for one in weighed if one.claim.stage in ("delivering", "delivered") and one.claim.when]
    due = [one for one in weighed if one.claim.due]
    dated = [*_dated(best(made)), *_dated(best(due), planned=True)]
    return _cell(dated, "no claim dates a delivery")


def _dated(weighed: Iterable[Weighed], *, planned: bool = False) -> list[_Dated]:
    found = []
    for one in weighed:
        years = _years(one.claim.due if planned else one.claim.when, sure=one.sure, planned=planned)
        if years is not None:
            found.append(_Dated(one, years))
    return found


def _years(when: When | None, *, sure: bool, planned: bool) -> Years | None:
    """Nothing where not even the year is known."""
    if when is None:
        return None
    date = parse(when.edtf)
    first = date.earliest.year if date.earliest else None
    last = date.latest.year if date.latest else None
    if first is None and last is None:
        return None
    return Years(first, last, uncertain=date.qualified or not sure, planned=planned)


def _cell(dated: Sequence[_Dated], nothing: str) -> Cell[tuple[Years, ...]]:
    if not dated:
        return Cell((), (), nothing)
    surest: dict[tuple[int, int, bool, bool], Years] = {}
    for _, years in sorted(dated, key=lambda one: one.years.uncertain):
        surest.setdefault(_place(years), years)
    says = tuple(surest[place] for place in sorted(surest, key=lambda place: (place[2], place)))
    uncertain = [one.weighed for one in dated if one.years.uncertain]
    reason = "dates that claims give"
    if any(years.uncertain for years in says):
        reason += f"; in parentheses: {', '.join(doubts(uncertain)) or 'approximate in the text'}"
    return Cell(says, ids([one.weighed for one in dated]), reason, notable=any(y.uncertain for y in says))


def _place(years: Years) -> tuple[int, int, bool, bool]:
    """What makes two dates one; an open side lies where its known year lies."""
    known = years.first if years.first is not None else years.last
    return known or 0, years.last or 9999, years.planned, years.first is None
