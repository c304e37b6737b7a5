"""Which edges are needed to tell where a page came from: one that another explains is dropped."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from foedus.lineage.edges import EdgeKind, joins
from foedus.lineage.joined import Joined
from foedus.lineage.pages import Card
from foedus.model.story import CopyEdge

_NEAREST: tuple[EdgeKind, ...] = ("version", "copy", "excerpt", "translation", "rewrite")
"""From the kind of edge that says most about where a text came from to the one that says least."""

_LOOSE: frozenset[EdgeKind] = frozenset({"translation", "rewrite"})
"""Kinds whose scores tell little of which of several pages of one text a page was made from."""

_SMALL = 0.5
"""Share of a page's own text below which it holds another page's text beside much else."""


def joining(cards: Sequence[Card], edges: Iterable[CopyEdge]) -> list[CopyEdge]:
    """The edges that put pages together: for each pair the nearest kind, and none by which a digest joins its parts.

    A digest is a page that holds texts of several stories and is mostly of none.
    """
    size = {card.id: card.size for card in cards}
    pairs: dict[tuple[str, str], CopyEdge] = {}
    for edge in edges:
        if joins(edge):
            pair = edge.earlier, edge.later
            if pair not in pairs or _nearness(edge) < _nearness(pairs[pair]):
                pairs[pair] = edge
    wrapped = {pair: holder for pair, edge in pairs.items() if (holder := _wrapping(edge, size))}
    joined = Joined()
    for pair in pairs:
        if pair not in wrapped:
            joined.join(*pair)
    parts: dict[str, set[str]] = defaultdict(set)
    for pair, holder in wrapped.items():
        parts[holder].add(joined.find(pair[0] if pair[1] == holder else pair[1]))
    for holder, held in parts.items():
        held.discard(joined.find(holder))
    return [edge for pair, edge in pairs.items() if pair not in wrapped or len(parts[wrapped[pair]]) <= 1]


def needed(cards: Sequence[Card], edges: Sequence[CopyEdge], cited: Iterable[tuple[str, str]]) -> list[CopyEdge]:
    """A tree of the edges that joined pages: for each page the nearest in words, then those that hold it together.

    Among equals in words the one that the page cites (`cited`: origin and copy) comes first, then the earliest, for a
    version the latest. Where the words themselves are others, in translations and rewrites, what the page cites comes
    before what is more alike, and what is known to have come before it too. In the order of the pages that have their
    text from others.
    """
    place = {card.id: number for number, card in enumerate(cards)}
    cites = set(cited)

    def rank(edge: CopyEdge) -> tuple[bool, int, bool, bool, float, bool, int, str]:
        uncited, at = (edge.origin, edge.copy) not in cites, place[edge.origin]
        if edge.kind in _LOOSE:
            return (True, 0, uncited, not edge.directed, -round(edge.score, 1), uncited, at, edge.origin)
        kind, score = _nearness(edge)[:2]
        return (False, kind, False, False, score, uncited, -at if edge.kind == "version" else at, edge.origin)

    into: dict[str, list[CopyEdge]] = defaultdict(list)
    for edge in edges:
        into[edge.copy].append(edge)
    for several in into.values():
        several.sort(key=rank)
    pages = sorted(into, key=place.__getitem__)
    joined = Joined()
    kept: dict[str, list[CopyEdge]] = defaultdict(list)
    for first in (True, False):
        for page in pages:
            for edge in into[page]:
                if joined.find(edge.origin) != joined.find(page) or (not first and _tells_more(edge, kept[page])):
                    joined.join(edge.origin, page)
                    kept[page].append(edge)
                    if first:
                        break
    return [edge for page in pages for edge in sorted(kept[page], key=rank)]


def _tells_more(edge: CopyEdge, others: Sequence[CopyEdge]) -> bool:
    """Whether an excerpt explains words of its page that the edges kept for it do not."""
    if edge.kind != "excerpt" or edge in others or not all(one.spans for one in (edge, *others)):
        return False
    told = {at for one in others for span in one.spans for at in range(span.copy_start, span.copy_end)}
    own = {at for span in edge.spans for at in range(span.copy_start, span.copy_end)}
    return len(own & told) < _SMALL * len(own)


def _nearness(edge: CopyEdge) -> tuple[int, float, str, str]:
    return (_NEAREST.index(edge.kind), -round(edge.score, 2), edge.origin, edge.copy)


def _wrapping(edge: CopyEdge, size: Mapping[str, int]) -> str | None:
    """The page, if any, of an excerpt that holds the other's text as a small part of its own."""
    if edge.kind != "excerpt" or not edge.spans:
        return None
    held = {
        edge.origin: sum(span.origin_end - span.origin_start for span in edge.spans),
        edge.copy: sum(span.copy_end - span.copy_start for span in edge.spans),
    }
    longer = max(edge.origin, edge.copy, key=lambda page: (size[page], page))
    return longer if held[longer] < _SMALL * size[longer] else None
