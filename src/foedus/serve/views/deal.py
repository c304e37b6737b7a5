"""One deal: what a supplier, a recipient and an item have between them, step by step."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from foedus.gazetteer.entities import Entities
from foedus.ledger.filters import Moment
from foedus.model.claim import Claim
from foedus.model.errors import UnknownError
from foedus.model.row import RegisterRow
from foedus.model.timeline import TimelineEntry
from foedus.register.known import home
from foedus.register.timeline import timelines
from foedus.serve.house import House
from foedus.serve.views.deal_address import NAME, NOBODY, Deal, identities, identity_of, query_of
from foedus.serve.views.deal_events import Event, events
from foedus.serve.views.deal_sources import Sources, sources
from foedus.serve.views.register_cells import CellView, cells
from foedus.serve.views.register_links import Links
from foedus.serve.views.register_reasons import reason_in
from foedus.serve.views.register_rows import named, rows_by_key
from foedus.serve.views.register_source import links_of_ledger, makings_of

MOST_CLAIMS = 250
"""Those that the ledger learned last: more would take longer than a page may."""


class DealView(Struct, frozen=True):
    """A deal as the register weighs it up, its course, and the pages that tell of it.

    `claims` is how many claims there are, `weighed` how many of them are looked at: the ones learned last.
    `comment` is the row's in the language of the page, `query` a search for its claims.
    """

    deal: Deal
    supplier: str
    recipient: str
    item: str
    row: RegisterRow
    cells: dict[str, CellView]
    events: tuple[Event, ...]
    sources: Sources
    langs: tuple[str, ...]
    claims: int
    weighed: int
    comment: str
    query: str


class Held(NamedTuple):
    """The claims of a deal, how many there are, and the identities of its parties."""

    claims: Sequence[Claim]
    total: int
    key: tuple[str, str, str]


def deal_view(house: House, deal: Deal, lang: str, as_of: Moment, published_by: date | None) -> DealView:
    """The deal of an address; UnknownError where no claim tells of it."""
    held = held_of(house, deal, as_of, published_by)
    row = rows_by_key(house, held.claims, _makings(house, held, as_of))[held.key]
    by_id = {claim.id: claim for claim in held.claims}
    return DealView(
        deal=deal,
        supplier=named(house, row.supplier, lang),
        recipient=named(house, row.recipient, lang),
        item=named(house, row.item, lang),
        row=row,
        cells=cells(row, by_id, lang),
        events=tuple(events(course_of(held), by_id, lang)),
        sources=sources(house, held.claims, as_of, lang),
        langs=tuple(sorted({claim.document.lang for claim in held.claims})),
        claims=held.total,
        weighed=len(held.claims),
        comment=reason_in(row.comment, lang),
        query=query_of(deal),
    )


def held_of(house: House, deal: Deal, as_of: Moment, published_by: date | None) -> Held:
    """The claims of a deal; UnknownError where there are none."""
    links = links_of_ledger(house.ledger, as_of, published_by)
    place = _place(links, deal)
    if place is not None:
        readings = links.behind(place)
        found = house.ledger.claims_by_reading(readings[:MOST_CLAIMS])
        supplier, recipient, item = (head.identity for head in links.key(place))
        if found:
            return Held(list(found.values()), len(readings), (supplier, recipient, item))
    raise UnknownError(
        f"no claim tells of {deal.item} from {deal.supplier} to {deal.recipient}; the register lists all deals that "
        "the ledger knows"
    )


def course_of(held: Held) -> list[TimelineEntry]:
    """The course of the deal alone: claims with lists tell of others too."""
    found = timelines(held.claims)
    return [
        one
        for one in found
        if (identity_of(one.supplier), identity_of(one.recipient), identity_of(one.item)) == held.key
    ]


def known_as(deal: Deal, entities: Entities) -> Deal:
    """The deal with the keys that its parts mean by now: of a key in other letters, or of a name that is linked."""
    return Deal(*(_known_as(part, entities) for part in deal))


def _known_as(part: str, entities: Entities) -> str:
    if part == NOBODY or entities.get(part):
        return part
    found = entities.find(part.removeprefix(NAME))
    return found[0].key if len(found) == 1 else part


def _place(links: Links, deal: Deal) -> int | None:
    """The link of the deal; of a class of arms and a designation of one name that of the most claims."""
    there = np.ones(len(links), dtype=bool)
    for part, parties in zip(deal, (links.supplier, links.recipient, links.item), strict=True):
        wanted = identities(part)
        heads = [number for number, head in enumerate(links.heads) if head.identity in wanted]
        there &= np.isin(parties, heads)
    places = np.flatnonzero(there)
    return int(places[np.argmax(links.claims[places])]) if len(places) else None


def _makings(house: House, held: Held, as_of: Moment) -> list[Claim]:
    """Claims that the recipient, or a company, force or place of it, has a part in making the item."""
    keys = [identity.partition(":")[2] for identity in held.key]
    _, recipient, item = keys
    if not recipient or not item:
        return []
    return makings_of(house.ledger, item, [recipient, *_of_state(house.entities).get(recipient, ())], as_of)


@lru_cache(1)
def _of_state(entities: Entities) -> dict[str, list[str]]:
    """Companies, forces and places of each state."""
    found: dict[str, list[str]] = {}
    for one in entities:
        state = home(one.key, entities.get)
        if state is not None and state != one.key:
            found.setdefault(state, []).append(one.key)
    return found
