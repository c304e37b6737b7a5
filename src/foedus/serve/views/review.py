"""The queue of review: claims that wait for a person, one of them open with its sentence in its place."""

from msgspec import Struct

from foedus.asked.query import given
from foedus.ledger.asking.paging import Kept
from foedus.ledger.review.queue import Waiting
from foedus.serve.asking import Asking
from foedus.serve.house import House
from foedus.serve.views.cards import Card, card
from foedus.serve.views.chips import Chip, chip
from foedus.serve.views.facet_groups import FacetGroup, facet_groups
from foedus.serve.views.panel import Page, Panel, panel
from foedus.serve.views.review_context import Context, context
from foedus.serve.views.review_counts import Waits, review_counts
from foedus.serve.views.review_read import as_read
from foedus.serve.views.review_waiting import Wanted, waiting

PAGE = 20
_AS_OF = ("as_of", "published_by")


class Queued(Struct, frozen=True):
    """Which part of the queue: the doubtful claims or the sure ones, or (`second`) what others have judged.

    For a second opinion nothing is told of what they said.
    """

    doubtful: bool = False
    second: bool = False
    after: str | None = None
    claim: str | None = None


class ReviewView(Struct, frozen=True):
    """A page of the queue; `next` is the cursor of the page behind.

    `open` is the claim asked for, else the first; `before` and `behind` are the addresses of its neighbours on the
    page. `sure` and `doubtful` say how many wait under the same filters, `level` from which confidence on a claim is
    sure.
    """

    queued: Queued
    waiting: tuple[Card, ...]
    next: str | None
    open: Panel | None
    context: Context | None
    before: str | None
    behind: str | None
    sure: Waits
    doubtful: Waits
    level: float
    chips: tuple[Chip, ...]
    groups: tuple[FacetGroup, ...]
    kept: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


def review_view(house: House, asked: Asking, queued: Queued, reviewer: str, page: Page) -> ReviewView:
    """The page of the queue; `reviewer` is for whom second opinions wait."""
    batch = house.ledger.batch()
    second = reviewer if queued.second else None
    wanted = Wanted(asked.which, house.settings.sure, queued.doubtful, second, queued.after, PAGE)
    found = waiting(house.ledger, wanted, batch)
    cards = tuple(_card(house, one, page.lang, blind=queued.second) for one in found.waiting)
    address = queued.claim or (cards[0].address if cards else None)
    opened = panel(house, address, page, asked.which.as_of, blind=queued.second) if address else None
    around = _around(cards, opened.address if opened else None)
    counts = review_counts(house, asked.which, batch)
    filters = given(asked.words)
    facets = counts.facets_doubtful if queued.doubtful else counts.facets
    groups = facet_groups(facets, asked, house.entities, page.lang)
    groups = tuple(one for one in groups if one.name != "review")
    offered = {(group.name, value.value) for group in groups for value in group.values}
    return ReviewView(
        queued,
        cards,
        found.next,
        opened,
        context(house, opened.claim, asked.which.as_of) if opened else None,
        *around,
        counts.sure,
        counts.doubtful,
        house.settings.sure,
        tuple(chip(one, house.entities, page.lang) for one in filters if one[0] not in _AS_OF),
        groups,
        tuple(one for one in filters if one not in offered),
        asked.notes,
    )


def _card(house: House, one: Waiting, lang: str, *, blind: bool) -> Card:
    """Before a second opinion a claim is shown as the reader gave it."""
    claim, review = one.claim, one.review
    if blind:
        claim, review = as_read(claim, list(house.ledger.history(one.address))) or claim, None
    return card(claim, house.entities, lang, house.settings.sure, Kept(one.address, one.reading, review))


def _around(cards: tuple[Card, ...], address: str | None) -> tuple[str | None, str | None]:
    """The neighbours of a claim; behind one that was judged comes the first that waits."""
    addresses = [one.address for one in cards]
    if address not in addresses:
        return None, addresses[0] if addresses else None
    place = addresses.index(address)
    return (addresses[place - 1] if place else None), (addresses[place + 1] if place + 1 < len(addresses) else None)
