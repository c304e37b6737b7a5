"""Pages that hang together by edges: what has to be looked at to say which stories they make."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from foedus.lineage.edges import joins
from foedus.lineage.joined import Joined
from foedus.lineage.pages import Card
from foedus.lineage.shelf import Shelf
from foedus.model.story import CopyEdge


class Family(NamedTuple):
    """Pages that may be of one story, in canonical order, and every edge that touches one of them."""

    cards: tuple[Card, ...]
    edges: tuple[CopyEdge, ...]


def families(shelf: Shelf, starts: Iterable[str]) -> list[Family]:
    """The families of some pages, by their canonically first page; pages that are not there are passed over."""
    edges = _reached(shelf, starts)
    cards = shelf.cards(edges)
    joined = Joined()
    for to, _ in edges.values():
        for edge in to:
            if joins(edge) and edge.origin in cards and edge.copy in cards:
                joined.join(edge.origin, edge.copy)
    groups: dict[str, list[Card]] = defaultdict(list)
    for card in sorted(cards.values()):
        groups[joined.find(card.id)].append(card)
    return [Family(tuple(group), tuple(_touching(group, edges, cards))) for group in groups.values()]


def _touching(
    group: Iterable[Card], edges: Mapping[str, tuple[Sequence[CopyEdge], Sequence[CopyEdge]]], cards: Mapping[str, Card]
) -> Iterator[CopyEdge]:
    """Each edge once, without those that would join a page that has been taken out."""
    inside = {card.id for card in group}
    for card in group:
        to, from_ = edges[card.id]
        for edge in to:
            if not joins(edge) or edge.earlier in cards:
                yield edge
        for edge in from_:
            if edge.later not in inside and not joins(edge):
                yield edge


def _reached(shelf: Shelf, starts: Iterable[str]) -> Mapping[str, tuple[Sequence[CopyEdge], Sequence[CopyEdge]]]:
    """Pages that can be reached by edges that join, each with the edges found at it and those from it."""
    reached: dict[str, tuple[Sequence[CopyEdge], Sequence[CopyEdge]]] = {}
    ahead = list(dict.fromkeys(starts))
    while ahead:
        to, from_ = shelf.edges_to(ahead), shelf.edges_from(ahead)
        found: dict[str, None] = {}
        for page in ahead:
            reached[page] = to.get(page, ()), from_.get(page, ())
            found |= dict.fromkeys(edge.earlier for edge in reached[page][0] if joins(edge))
            found |= dict.fromkeys(edge.later for edge in reached[page][1] if joins(edge))
        ahead = [end for end in found if end not in reached]
    return reached
