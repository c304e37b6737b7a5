"""What a finder of edges is. Each finder looks for one kind of kinship between pages.

The edges of a page depend on the page, and on the pages before it (in canonical order) that are among the
`MOST_HOLDERS` canonically first holders of one of its keys. So what is found is a function of the set of pages and
not of the order in which they came.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Protocol, runtime_checkable

from foedus.lineage.pages import Page
from foedus.model.story import CopyEdge

MOST_HOLDERS = 20
"""Canonically first holders of a key that are looked at: what many pages bear leads to the first of them."""


class Finder(Protocol):
    """Finds edges of one sort; stateless but for what it remembers of a page's own text."""

    @property
    def name(self) -> str:
        """Names the finder in its keys; changing it forgets what was kept."""

    def keys(self, page: Page) -> tuple[int, ...]:
        """What makes two pages candidates, by `key`: a function of the page alone, the fewer the better."""

    def edges(self, page: Page, earlier: Sequence[Page]) -> list[CopyEdge]:
        """Edges from pages canonically before this one, each to `page` as its copy.

        Pure; the same for every order of `earlier`. `earlier` holds only pages that share a key of this finder. The
        origin of a citation may be a placeholder. Directions are those of the dates (`directed` False where
        `came_before` does not tell): what stands against the dates is looked at once for all finders, afterwards.
        """


@runtime_checkable
class ManyKeys(Protocol):
    """A finder that works out the keys of many pages at once faster than of each."""

    def all_keys(self, pages: Sequence[Page]) -> list[tuple[int, ...]]:
        """The same keys as `Finder.keys` gives, in the order of the pages."""


def keys_of(finder: Finder, pages: Sequence[Page]) -> list[tuple[int, ...]]:
    """The keys of some pages, in their order."""
    return finder.all_keys(pages) if isinstance(finder, ManyKeys) else [finder.keys(page) for page in pages]


def key(finder: str, *parts: object) -> int:
    """A key of 63 bits: a hash of the finder's name and the parts, the same in every process and on every machine."""
    said = "\x1f".join((finder, *map(str, parts))).encode()
    return int.from_bytes(blake2b(said, digest_size=8).digest()) >> 1
