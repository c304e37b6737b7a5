"""Edges between documents: one text came from another, or they come from one; which of them make one story."""

from foedus.model.story import CopyEdge, EdgeKind, Passage

__all__ = ["HALF", "JOINING", "CopyEdge", "EdgeKind", "Passage", "joins"]

JOINING: frozenset[EdgeKind] = frozenset({"copy", "translation", "rewrite", "version"})
"""Kinds that always put two pages into one story; citations and `same_event` never do."""

HALF = 0.5
"""Share of the shorter text from which an excerpt puts two pages into one story."""


def joins(edge: CopyEdge) -> bool:
    """Whether the two pages can be of one story by this edge (a digest of several texts is kept apart later)."""
    return edge.kind in JOINING or (edge.kind == "excerpt" and edge.score >= HALF)
