"""Two entities, usually states: what claims that name both say, and which deals run between them."""

from collections.abc import Sequence
from dataclasses import replace

from msgspec import Struct

from foedus.ledger.filters import ClaimFilter
from foedus.lineage.contradictions import contradictions
from foedus.model.claim import Claim
from foedus.model.facets import FacetCount
from foedus.model.row import RegisterRow
from foedus.register.rows import register_rows
from foedus.serve.house import House
from foedus.serve.views.counted import counted
from foedus.serve.views.deal_address import Deal, part_of
from foedus.serve.views.found import Found, found

LOOKED_AT = 80
"""Claims that name both which are looked at, the newest."""
DEAL_CLAIMS = 100
"""Claims of transfers between the two that deals are made of, the newest."""
SHOWN = 6
_SECTIONS = {
    "pact": ("agreement", "commitment", "membership"),
    "force": ("deployment", "exercise"),
    "fight": ("attack", "hostilities", "control", "displacement"),
    "aid": ("assistance", "meeting", "diplomacy"),
    "press": ("sanction", "accusation"),
    "arms": ("production", "possession"),
}
"""Families of claim types, as colours group them; transfers have rows of their own."""


class Side(Struct, frozen=True):
    """One of the two."""

    key: str
    name: str
    kind: str | None


class DealRow(Struct, frozen=True):
    """A row of the register, with the parts of its deal's address."""

    row: RegisterRow
    address: Deal


class Direction(Struct, frozen=True):
    """Deals from one to the other; with `more`, out of the newest claims only."""

    supplier: Side
    recipient: Side
    rows: tuple[DealRow, ...]
    more: bool


class Section(Struct, frozen=True):
    """Claims of a family of types, the newest; `total` of those looked at."""

    family: str
    types: tuple[str, ...]
    claims: tuple[Found, ...]
    total: int


class Clash(Struct, frozen=True):
    """Two claims that cannot both be right, and why."""

    kind: str
    first: Found
    second: Found
    reason: str


class PairView(Struct, frozen=True):
    """`counted` claims stand behind `types` and `years`, with `more` the newest only; sections are of `looked_at`."""

    one: Side
    other: Side
    counted: int
    more: bool
    types: tuple[FacetCount, ...]
    years: tuple[FacetCount, ...]
    directions: tuple[Direction, ...]
    sections: tuple[Section, ...]
    clashes: tuple[Clash, ...]
    looked_at: int
    looked_at_all: bool


def pair_view(house: House, one: str, other: str, which: ClaimFilter, lang: str) -> PairView:
    """Two keys; `which` says as of when, and until which day of publication."""
    when = ClaimFilter(as_of=which.as_of, published_by=which.published_by)
    both = replace(when, about=(one,), with_=(other,))
    page = house.ledger.page_of_claims(both, limit=LOOKED_AT, newest_first=True)
    facets = counted(house.ledger, both, page.as_of)
    sides = _side(house, one, lang), _side(house, other, lang)
    return PairView(
        one=sides[0],
        other=sides[1],
        counted=facets.counted,
        more=facets.more,
        types=facets.counts.get("type", ()),
        years=tuple(year for year in facets.counts.get("year", ()) if year.value),
        directions=_directions(house, both, sides),
        sections=tuple(_sections(page.claims, house, lang)),
        clashes=_clashes(page.claims, house, lang),
        looked_at=len(page.claims),
        looked_at_all=page.next is None,
    )


def _side(house: House, key: str, lang: str) -> Side:
    return Side(key, house.entities.name(key, lang), house.entities.kind(key))


def _directions(house: House, both: ClaimFilter, sides: tuple[Side, Side]) -> tuple[Direction, ...]:
    """Rows as the register has them, from claims of transfers that name both, whoever supplies whom in them."""
    page = house.ledger.page_of_claims(replace(both, types=("transfer",)), limit=DEAL_CLAIMS, newest_first=True)
    rows = register_rows(page.claims, sure=house.settings.sure, known=house.entities.get)
    return tuple(_direction(rows, *some, more=page.next is not None) for some in (sides, sides[::-1]))


def _direction(rows: Sequence[RegisterRow], supplier: Side, recipient: Side, *, more: bool) -> Direction:
    between = [row for row in rows if (row.supplier.entity, row.recipient.entity) == (supplier.key, recipient.key)]
    deals = (DealRow(row, Deal(supplier.key, recipient.key, part_of(row.item))) for row in between)
    return Direction(supplier, recipient, tuple(deals), more)


def _sections(claims: Sequence[Claim], house: House, lang: str) -> list[Section]:
    made = []
    for family, types in _SECTIONS.items():
        some = [claim for claim in claims if claim.type in types]
        if some:
            made.append(Section(family, types, tuple(found(one, house, lang) for one in some[:SHOWN]), len(some)))
    return made


def _clashes(claims: Sequence[Claim], house: House, lang: str) -> tuple[Clash, ...]:
    by_id = {claim.id: claim for claim in claims}
    return tuple(
        Clash(one.kind, found(by_id[one.first], house, lang), found(by_id[one.second], house, lang), one.reason)
        for one in contradictions(claims)[:SHOWN]
    )
