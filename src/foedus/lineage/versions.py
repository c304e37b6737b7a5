"""Versions: one page over time, at the same address with another text."""

import re
from collections.abc import Sequence

from foedus.lineage.citing.addresses import canonical
from foedus.lineage.finder import key
from foedus.lineage.pages import Page, came_before, dated
from foedus.model.story import CopyEdge

LEAST_ALIKE = 0.2
"""Share of the longer words of the shorter text in the other: lists and live pages keep their address too."""

_WORD = re.compile(r"\w{4,}")


class VersionFinder:
    """Finds `version`: the last page before this one at its address. One key a page that has an address."""

    name = "versions/1"

    def keys(self, page: Page) -> tuple[int, ...]:
        """The address."""
        address = canonical(page.document.url)
        return (key(self.name, address),) if address else ()

    def edges(self, page: Page, earlier: Sequence[Page]) -> list[CopyEdge]:
        """From the nearest page before it whose words are kept in part."""
        address = canonical(page.document.url)
        for other in sorted(earlier, key=lambda one: one.order, reverse=True):
            if address is None or canonical(other.document.url) != address:
                continue
            alike = _alike(other.text, page.text)
            if alike >= LEAST_ALIKE:
                return [_edge(other, page, address, alike)]
        return []


def _edge(other: Page, page: Page, address: str, alike: float) -> CopyEdge:
    """By the dates of publication, and where these do not tell by the days on which the pages were read."""
    order = came_before(other, page)
    told = f"published {dated(other)} and {dated(page)}"
    turned = False
    if order is None and other.received and page.received and other.received != page.received:
        order, turned = True, page.received < other.received
        told = f"read on {min(other.received, page.received)} and on {max(other.received, page.received)}"
    reason = f"both stood at {address}; {told}{'' if order else ': which was first is not known'}"
    origin, copy = (page, other) if turned else (other, page)
    return CopyEdge(origin.id, copy.id, "version", alike, directed=order is True, reason=reason, turned=turned)


def _alike(one: str, other: str) -> float:
    words, others = ({word.casefold() for word in _WORD.findall(text)} for text in (one, other))
    least = min(len(words), len(others))
    return round(len(words & others) / least, 3) if least else 0.0
