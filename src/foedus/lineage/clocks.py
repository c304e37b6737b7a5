"""Evidence beats clocks: which of two pages was first, where they say more than their dates do."""

from msgspec.structs import replace

from foedus.lineage.citing.cited import cited_outlets, own
from foedus.lineage.pages import Page, came_before, dated
from foedus.model.story import CopyEdge, EdgeKind, Passage

_TURNED: frozenset[EdgeKind] = frozenset({"copy", "excerpt", "translation", "rewrite"})
"""Kinds whose direction a credit shows. Versions of one page have their dates alone."""


def settled(edge: CopyEdge, earlier: Page, later: Page) -> CopyEdge:
    """The edge with the direction that the words of the two pages show, else as the dates have it.

    Where one page names the other's outlet as its source, or bears its notices, and the other does not do the same,
    the one has its text from the other. `earlier` and `later` are as the canonical order has them.
    """
    if edge.kind not in _TURNED:
        return edge
    ahead, back = _credited(earlier, later), _credited(later, earlier)
    if ahead and not back:
        return replace(
            edge,
            origin=later.id,
            copy=earlier.id,
            directed=True,
            turned=True,
            spans=tuple(Passage(*one[2:], *one[:2]) for one in edge.spans),
            reason=f"{edge.reason}; {_against(earlier, later, ahead)}",
        )
    if back and not ahead and not edge.directed:
        return replace(edge, directed=True, reason=f"{edge.reason}; the one names {back}, which published the other")
    return edge


def _against(earlier: Page, later: Page, outlet: str) -> str:
    said = f"the page of {dated(earlier)} names {outlet}, which published the page of {dated(later)}"
    if came_before(earlier, later):
        return f"{said}: a date must be wrong, or what it had was an earlier version"
    return said


def _credited(page: Page, other: Page) -> str | None:
    """The other's outlet, where the page names it as a source."""
    names = cited_outlets(page)
    return next((names[one] for one in sorted(own(other)) if one in names), None) if names else None
