"""What an empty answer would have without one of its filters."""

from msgspec import Struct
from msgspec.structs import replace

from foedus.asked.filters import Asked, claim_filter
from foedus.asked.query import Filter, given
from foedus.serve.house import House
from foedus.serve.views.chips import Chip, chip

COUNTED = 25
"""Claims that are counted at most."""
_STEPS = 6
_FIELDS = {"q": "text", "with": "with_", "from": "from_"}


class Step(Struct, frozen=True):
    """A filter to leave out, and how many claims there are then; with `more`, at least so many."""

    chip: Chip
    count: int
    more: bool


def nearest(house: House, asked: Asked, lang: str) -> tuple[Step, ...]:
    """Steps that lead to something, those to the fewest claims first: they are the nearest to what was asked."""
    filters = given(asked)
    steps = [_step(house, asked, one, lang) for one in filters[:_STEPS]] if len(filters) > 1 else []
    return tuple(sorted((one for one in steps if one.count), key=lambda one: (one.count, one.chip.name)))


def _step(house: House, asked: Asked, one: Filter, lang: str) -> Step:
    which = claim_filter(_without(asked, one), str, lambda _: None)
    page = house.ledger.page_of_claims(which, limit=COUNTED, newest_first=True)
    return Step(chip(one, house.entities, lang), len(page.claims), page.next is not None)


def _without(asked: Asked, one: Filter) -> Asked:
    name, value = one
    field = _FIELDS.get(name, name)
    values = getattr(asked, field)
    left = tuple(other for other in values if other != value) if isinstance(values, tuple) else None
    return replace(asked, **{field: left})
