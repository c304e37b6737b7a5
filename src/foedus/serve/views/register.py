"""The transfer register: a page of rows with what stands behind each cell, under the filters of the address."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from foedus.model.claim import Claim
from foedus.serve.asking import Asking
from foedus.serve.house import House
from foedus.serve.views.chips import Chip
from foedus.serve.views.counted import counted
from foedus.serve.views.facet_groups import FacetGroup
from foedus.serve.views.register_asked import Wanted, Words, wanted
from foedus.serve.views.register_choice import Window, chosen, held_back
from foedus.serve.views.register_facets import Offer, chips, groups
from foedus.serve.views.register_links import Links, links_of_claims
from foedus.serve.views.register_order import SORTS
from foedus.serve.views.register_rows import Fetch, RowView, row_views
from foedus.serve.views.register_source import links_of_ledger, makings

PAGE = 50
HELD = 8
"""Items held back that stand below the table."""
NEWEST = 400
"""Claims that are looked at where claims are filtered: those published last."""


class RegisterView(Struct, frozen=True):
    """Rows in order; `total` is how many links the filters leave, `of` how many there are at all.

    `first` is the number of the first row, from 0 on; `next` and `before` are those of the pages behind and before.
    `held` are items without order and delivery, `held_total` how many there are. `cut` says that only the claims
    published last were looked at. `making` says whether local production was looked for.
    """

    rows: tuple[RowView, ...]
    total: int
    of: int
    first: int
    next: int | None
    before: int | None
    held: tuple[RowView, ...]
    held_total: int
    groups: tuple[FacetGroup, ...]
    chips: tuple[Chip, ...]
    words: Words
    sorts: tuple[str, ...]
    cut: bool
    looked_at: int
    making: bool
    notes: tuple[str, ...]


class Source(NamedTuple):
    """Links to choose from, and how their claims are found; `cut` says that there are more claims."""

    links: Links
    fetch: Fetch
    cut: bool
    making: Sequence[Claim] | None


def register_view(house: House, words: Words, asked: Asking, lang: str, first: int) -> RegisterView:
    """The rows from one number on."""
    want = wanted(words, asked)
    source = source_of(house, want)
    found = chosen(source.links, want.question, Window(first, PAGE), house.entities, lang)
    places, total = found.places, found.total
    held = [] if want.question.held or first else held_back(source.links, want.question, house.entities).tolist()
    shown, making = [*places, *held[:HELD]], source.making or ()
    rows = row_views(house, source.links, shown, source.fetch, lang=lang, as_of=want.which.as_of, making=making)
    offer = Offer(words, want.question, asked, house.entities, lang)
    return RegisterView(
        rows=tuple(rows[place] for place in places if place in rows),
        total=total,
        of=len(source.links),
        first=first,
        next=first + PAGE if first + PAGE < total else None,
        before=max(first - PAGE, 0) if first else None,
        held=tuple(rows[place] for place in held[:HELD] if place in rows),
        held_total=len(held),
        groups=groups(offer, found.counts, counted(house.ledger, want.which, house.ledger.batch(want.which.as_of))),
        chips=chips(offer),
        words=words,
        sorts=SORTS,
        cut=source.cut,
        looked_at=NEWEST if source.cut else 0,
        making=source.making is not None,
        notes=want.notes,
    )


def source_of(house: House, want: Wanted) -> Source:
    """The columns beside the ledger where they know all that is asked, else the claims that the filter lets through."""
    ledger, which = house.ledger, want.which
    making = makings(ledger, which.as_of)
    if want.whole:
        links = links_of_ledger(ledger, which.as_of, which.published_by)
        return Source(links, ledger.claims_by_reading, cut=False, making=making)
    page = ledger.page_of_claims(which, None, NEWEST, newest_first=True)
    return Source(links_of_claims(page.claims), _among(page.claims), cut=page.next is not None, making=making)


def _among(claims: Sequence[Claim]) -> Fetch:
    def fetch(places: Iterable[int]) -> Mapping[int, Claim]:
        return {place: claims[place] for place in places}

    return fetch
