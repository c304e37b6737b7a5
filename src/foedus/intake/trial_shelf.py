"""The ledger as a shelf to look at: pages put here are seen together with the ledger's, and kept nowhere."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from foedus.intake.ledger_shelf import HeldPages
from foedus.ledger.kin.holding import Kin
from foedus.lineage.memory_shelf import MemoryShelf
from foedus.lineage.pages import Card, Page
from foedus.model.story import CopyEdge


class TrialShelf(HeldPages):
    """Pages of the ledger and beside them others on trial; those find kin among the ledger's, and nobody finds them."""

    def __init__(self, kin: Kin) -> None:
        super().__init__(kin)
        self._own = MemoryShelf()

    def pages(self, ids: Iterable[str]) -> dict[str, Page]:
        """Pages with text and claims."""
        asked = list(ids)
        own = self._own.pages(asked)
        return super().pages(one for one in asked if one not in own) | own

    def cards(self, ids: Iterable[str]) -> dict[str, Card]:
        """The same pages without their words."""
        asked = list(ids)
        own = self._own.cards(asked)
        return super().cards(one for one in asked if one not in own) | own

    def keys_of(self, ids: Iterable[str]) -> Mapping[str, Sequence[int]]:
        """The keys under which pages were put."""
        asked = list(ids)
        return {**super().keys_of(asked), **self._own.keys_of(asked)}

    def edges_to(self, ids: Iterable[str]) -> Mapping[str, Sequence[CopyEdge]]:
        """Edges by their later end."""
        asked = list(ids)
        return {**super().edges_to(asked), **self._own.edges_to(asked)}

    def edges_from(self, ids: Iterable[str]) -> Mapping[str, Sequence[CopyEdge]]:
        """Edges by their earlier end."""
        asked = list(ids)
        found: dict[str, list[CopyEdge]] = defaultdict(list)
        for edges in (super().edges_from(asked), self._own.edges_from(asked)):
            for one, some in edges.items():
                found[one] += some
        return found

    def put(self, page: Page, keys: Sequence[int]) -> None:
        """Put a page on trial under its keys."""
        self._own.put(page, keys)

    def set_edges(self, page: str, edges: Sequence[CopyEdge]) -> None:
        """Edges found at a page on trial."""
        self._own.set_edges(page, edges)

    def take(self, page: str) -> None:
        """End a trial."""
        self._own.take(page)
