"""Pages, keys and edges in memory: for one run over files, and to try out what the ledger's shelf must do."""

from bisect import bisect_left, bisect_right, insort
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from foedus.lineage.pages import Card, Page
from foedus.model.story import CopyEdge

_DAY_AND_TIME = len("2022-05-19T00:00:00|")
"""What stands before the id in `Page.order`."""


REMEMBERED = 10_000
"""Pages that keep what finders worked out of them, those that were needed last."""


class MemoryShelf:
    """A shelf whose size grows with its pages and their keys alone. A key that one page holds costs one entry."""

    def __init__(self) -> None:
        self._recent: OrderedDict[str, None] = OrderedDict()
        self._pages: dict[str, Page] = {}
        self._keys: dict[str, tuple[int, ...]] = {}
        self._holders: dict[int, str | list[str]] = {}  # orders of the holders, sorted; of one holder without a list
        self._to: dict[str, tuple[CopyEdge, ...]] = {}
        self._from: dict[str, dict[str, tuple[CopyEdge, ...]]] = {}  # by earlier end, then by later end

    def ids(self) -> Iterator[str]:
        """All pages, in canonical order."""
        yield from (page.id for page in sorted(self._pages.values(), key=lambda page: page.order))

    def pages(self, ids: Iterable[str]) -> dict[str, Page]:
        """Pages with text and claims."""
        found = {one: self._pages[one] for one in ids if one in self._pages}
        self._remember(found)
        return found

    def cards(self, ids: Iterable[str]) -> dict[str, Card]:
        """The same pages without their words."""
        return {one: self._pages[one].card for one in ids if one in self._pages}

    def keys_of(self, ids: Iterable[str]) -> dict[str, Sequence[int]]:
        """The keys under which pages were put."""
        return {one: self._keys[one] for one in ids if one in self._keys}

    def holders(self, keys: Sequence[int], most: int) -> dict[int, Sequence[str]]:
        """The `most` canonically first holders of each key."""
        return {key: _ids(self._orders(key)[:most]) for key in keys if key in self._holders}

    def after(self, keys: Sequence[int], page: Page) -> dict[int, Sequence[str]]:
        """Holders of these keys that come canonically after the page."""
        found: dict[int, Sequence[str]] = {}
        for key in keys:
            orders = self._orders(key)
            if later := orders[bisect_right(orders, page.order) :]:
                found[key] = _ids(later)
        return found

    def edges_to(self, ids: Iterable[str]) -> Mapping[str, Sequence[CopyEdge]]:
        """Edges by their later end."""
        return {one: self._to[one] for one in ids if one in self._to}

    def edges_from(self, ids: Iterable[str]) -> Mapping[str, Sequence[CopyEdge]]:
        """Edges by their earlier end."""
        return {one: [edge for edges in self._from[one].values() for edge in edges] for one in ids if one in self._from}

    def put(self, page: Page, keys: Sequence[int]) -> None:
        """Keep a page under its keys."""
        self._unhold(page.id)
        self._pages[page.id] = page
        self._remember([page.id])
        self._keys[page.id] = tuple(dict.fromkeys(keys))
        for key in self._keys[page.id]:
            held = self._holders.get(key)
            if held is None:
                self._holders[key] = page.order
            elif isinstance(held, str):
                self._holders[key] = sorted((held, page.order))
            else:
                insort(held, page.order)

    def set_edges(self, page: str, edges: Sequence[CopyEdge]) -> None:
        """Keep the edges found at a page."""
        for edge in self._to.pop(page, ()):
            from_ = self._from.get(edge.earlier, {})
            from_.pop(page, None)
            if not from_:
                self._from.pop(edge.earlier, None)
        if edges:
            self._to[page] = tuple(edges)
        for edge in edges:
            from_ = self._from.setdefault(edge.earlier, {})
            from_[page] = (*from_.get(page, ()), edge)

    def take(self, page: str) -> None:
        """Forget a page with its keys and the edges found at it."""
        self.set_edges(page, ())
        self._unhold(page)
        self._pages.pop(page, None)
        self._recent.pop(page, None)

    def _remember(self, pages: Iterable[str]) -> None:
        for page in pages:
            self._recent[page] = None
            self._recent.move_to_end(page)
        while len(self._recent) > REMEMBERED:
            self._pages[self._recent.popitem(last=False)[0]].memo.clear()

    def _unhold(self, page: str) -> None:
        for key in self._keys.pop(page, ()):
            orders = self._orders(key)
            del orders[bisect_left(orders, self._pages[page].order)]
            if orders:
                self._holders[key] = orders if len(orders) > 1 else orders[0]
            else:
                del self._holders[key]

    def _orders(self, key: int) -> list[str]:
        held = self._holders.get(key, [])
        return [held] if isinstance(held, str) else held


def _ids(orders: Iterable[str]) -> list[str]:
    return [order[_DAY_AND_TIME:] for order in orders]
