"""Rows of the register for some links, weighed up from their claims."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from foedus.ledger.filters import Moment
from foedus.model.claim import Claim
from foedus.model.row import RegisterRow, RowParty
from foedus.register.rows import register_rows
from foedus.serve.house import House
from foedus.serve.views.deal_address import Deal, identity_of, part_of, query_of
from foedus.serve.views.of_origins import OfOrigins, independence, told
from foedus.serve.views.register_cells import CellView, cells
from foedus.serve.views.register_links import Links
from foedus.serve.views.register_reasons import reason_in

MOST_CLAIMS = 60
"""Of a link: a page is to be there at once. The page of the deal weighs more of them."""
_AT_ONCE = 800
"""Claims behind a page of rows."""

Fetch = Callable[[Iterable[int]], Mapping[int, Claim]]
"""Gives claims by their readings."""


class RowView(Struct, frozen=True):
    """A row with its cells opened, the address of its deal, and names in the language of the page.

    `claims` is how many claims tell of it, `weighed` how many of them the row is computed from: the ones that the
    ledger learned last. `origins` is from how many origins, on how many pages, these come. `comment` is the row's in
    the language of the page, `query` a search for its claims.
    """

    row: RegisterRow
    deal: Deal
    supplier: str
    recipient: str
    item: str
    cells: dict[str, CellView]
    claims: int
    weighed: int
    origins: OfOrigins
    comment: str
    query: str


def row_views(
    house: House,
    links: Links,
    places: Sequence[int],
    fetch: Fetch,
    *,
    lang: str,
    as_of: Moment = None,
    making: Iterable[Claim] = (),
) -> dict[int, RowView]:
    """A row for each place; `making` are claims of production, for what the recipient makes itself.

    A place has none where its claims were withdrawn meanwhile.
    """
    most = _fair([int(links.claims[place]) for place in places])
    readings = {place: links.behind(place)[:most] for place in places}
    found = fetch({reading for some in readings.values() for reading in some})
    rows = rows_by_key(house, found.values(), making)
    known = independence(house.ledger, {claim.document.id for claim in found.values()}, as_of)
    views = {}
    for place in places:
        supplier, recipient, item = (head.identity for head in links.key(place))
        if row := rows.get((supplier, recipient, item)):
            behind = [found[reading] for reading in readings[place] if reading in found]
            origins = told(known.count(behind), lang)
            views[place] = _view(house, row, behind, origins, claims=int(links.claims[place]), lang=lang)
    return views


def rows_by_key(
    house: House, claims: Iterable[Claim], making: Iterable[Claim] = ()
) -> dict[tuple[str, str, str], RegisterRow]:
    """Rows by the identities of supplier, recipient and item."""
    rows = register_rows([*claims, *making], sure=house.settings.sure, known=house.entities.get)
    return {(identity_of(row.supplier), identity_of(row.recipient), identity_of(row.item)): row for row in rows}


def named(house: House, party: RowParty, lang: str) -> str:
    """In the language of the page where an entity is linked, else as the text has it."""
    known = party.entity is not None and house.entities.get(party.entity) is not None
    return house.entities.name(party.entity, lang) if known and party.entity else party.name


def _fair(claims: Sequence[int]) -> int:
    """How many claims of each link are weighed so that those of the page stay few; most links have one or two."""
    most = MOST_CLAIMS
    while most > 1 and sum(min(most, one) for one in claims) > _AT_ONCE:
        most -= 1
    return most


def _view(
    house: House, row: RegisterRow, behind: Sequence[Claim], origins: OfOrigins, *, claims: int, lang: str
) -> RowView:
    by_id = {claim.id: claim for claim in behind}
    deal = Deal(part_of(row.supplier), part_of(row.recipient), part_of(row.item))
    return RowView(
        row=row,
        deal=deal,
        supplier=named(house, row.supplier, lang),
        recipient=named(house, row.recipient, lang),
        item=named(house, row.item, lang),
        cells=cells(row, by_id, lang),
        claims=claims,
        weighed=len(row.claims),
        origins=origins,
        comment=reason_in(row.comment, lang),
        query=query_of(deal),
    )
