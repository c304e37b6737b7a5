"""The ledger as a shelf: where stories find the pages, keys and edges that they are put together from."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from foedus.ledger.kin.holding import Kin, KinDesk
from foedus.ledger.kin.pages import Told
from foedus.lineage.pages import Card, Page
from foedus.model.story import CopyEdge

_KEPT = 1_000
"""Pages that are remembered with what finders work out of them, those that were needed last."""


class HeldPages:
    """The reading part: documents that were compared, as the ledger knows them at one moment."""

    def __init__(self, kin: Kin) -> None:
        self._kin = kin
        self._pages: OrderedDict[str, Page] = OrderedDict()

    def ids(self) -> Iterator[str]:
        """All pages, in canonical order."""
        return self._kin.ids()

    def pages(self, ids: Iterable[str]) -> dict[str, Page]:
        """Pages with text and claims."""
        asked = list(dict.fromkeys(ids))
        missing = self._kin.keys_of(one for one in asked if one not in self._pages)
        found = {one: page_of(told) for one, told in self._kin.told(missing).items()}
        found |= {one: self._pages[one] for one in asked if one in self._pages}
        for page in found.values():
            self._remember(page)
        return {one: found[one] for one in asked if one in found}

    def cards(self, ids: Iterable[str]) -> dict[str, Card]:
        """The same pages without their words."""
        named = self._kin.named(ids)
        return {one: page_of(told).card._replace(size=told.characters) for one, told in named.items()}

    def keys_of(self, ids: Iterable[str]) -> Mapping[str, Sequence[int]]:
        """The keys under which pages were put."""
        return self._kin.keys_of(ids)

    def holders(self, keys: Sequence[int], most: int) -> Mapping[int, Sequence[str]]:
        """The first holders of each key."""
        return self._kin.holders(keys, most)

    def after(self, keys: Sequence[int], page: Page) -> Mapping[int, Sequence[str]]:
        """Holders of these keys that come after the place at which the page was put."""
        return self._kin.after(keys, page.id, page.order)

    def edges_to(self, ids: Iterable[str]) -> Mapping[str, Sequence[CopyEdge]]:
        """Edges by their later end."""
        return self._kin.edges_to(ids)

    def edges_from(self, ids: Iterable[str]) -> Mapping[str, Sequence[CopyEdge]]:
        """Edges by their earlier end."""
        return self._kin.edges_from(ids)

    def _remember(self, page: Page) -> None:
        self._pages[page.id] = page
        self._pages.move_to_end(page.id)
        if len(self._pages) > _KEPT:
            self._pages.popitem(last=False)


class LedgerShelf(HeldPages):
    """At a desk of the ledger: what is put here is kept with the batch. `finders` marks whose keys they are."""

    def __init__(self, desk: KinDesk, finders: int) -> None:
        super().__init__(desk)
        self._desk = desk
        self._finders = finders

    def put(self, page: Page, keys: Sequence[int]) -> None:
        """Keep a page under its keys."""
        self._desk.put(page.id, page.order, keys, self._finders)
        self._remember(page)

    def set_edges(self, page: str, edges: Sequence[CopyEdge]) -> None:
        """Keep the edges found at a page."""
        self._desk.set_edges(page, edges)

    def take(self, page: str) -> None:
        """Forget a page."""
        self._desk.take(page)
        self._pages.pop(page, None)


def page_of(told: Told) -> Page:
    """A page from what the ledger tells of a document."""
    return Page(told.document, told.claims, told.received)
