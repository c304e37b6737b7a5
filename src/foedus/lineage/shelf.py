"""What the assembly of stories asks of the place where pages, keys and edges are kept.

In memory that is `memory_shelf.MemoryShelf`. All ids are of documents; canonical order is that of `Page.order`, which
sorts as text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from foedus.lineage.pages import Card, Page
from foedus.model.story import CopyEdge


class Shelf(Protocol):
    """Pages by id, who holds which key, and the edges. What is asked for and is not there is left out of answers."""

    def ids(self) -> Iterator[str]:
        """All pages, in canonical order."""

    def pages(self, ids: Iterable[str]) -> Mapping[str, Page]:
        """Pages with text and claims."""

    def cards(self, ids: Iterable[str]) -> Mapping[str, Card]:
        """The same pages without their words."""

    def keys_of(self, ids: Iterable[str]) -> Mapping[str, Sequence[int]]:
        """The keys under which pages were put."""

    def holders(self, keys: Sequence[int], most: int) -> Mapping[int, Sequence[str]]:
        """The `most` canonically first holders of each key, in canonical order."""

    def after(self, keys: Sequence[int], page: Page) -> Mapping[int, Sequence[str]]:
        """Holders of these keys that come canonically after the page, in any order."""

    def edges_to(self, ids: Iterable[str]) -> Mapping[str, Sequence[CopyEdge]]:
        """Edges by their canonically later end (`CopyEdge.later`), at which they were found."""

    def edges_from(self, ids: Iterable[str]) -> Mapping[str, Sequence[CopyEdge]]:
        """Edges by their canonically earlier end (`CopyEdge.earlier`), which may be a placeholder."""

    def put(self, page: Page, keys: Sequence[int]) -> None:
        """Keep a page under its keys, in place of what is kept under its id."""

    def set_edges(self, page: str, edges: Sequence[CopyEdge]) -> None:
        """Keep the edges found at a page, in place of those kept before."""

    def take(self, page: str) -> None:
        """Forget a page with its keys and the edges found at it."""
