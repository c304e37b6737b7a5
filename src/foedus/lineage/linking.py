"""Edges of pages from the pages before them, and which pages must be looked at again when others come or go."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from foedus.lineage.clocks import settled
from foedus.lineage.finder import MOST_HOLDERS, Finder, keys_of
from foedus.lineage.pages import Page
from foedus.lineage.shelf import Shelf
from foedus.model.story import CopyEdge, is_placeholder

_AT_ONCE = 500
"""Pages whose candidates are fetched together."""


Keys = dict[str, list[tuple[int, ...]]]
"""The keys of pages, by id and in the order of the finders."""


def keys_by_finder(finders: Sequence[Finder], pages: Sequence[Page]) -> dict[str, list[tuple[int, ...]]]:
    """The keys that each finder gives to some pages."""
    found = [keys_of(finder, pages) for finder in finders]
    return {page.id: [keys[place] for keys in found] for place, page in enumerate(pages)}


def to_look_at_again(shelf: Shelf, pages: Collection[Page], keys: Mapping[str, Sequence[int]]) -> set[str]:
    """Pages after some pages of the shelf, for which one of these is among the first holders of a key they share."""
    own = {page.id: page for page in pages}
    every = list(dict.fromkeys(key for page in pages for key in keys.get(page.id, ())))
    asked: dict[str, list[int]] = defaultdict(list)
    for key, holders in shelf.holders(every, MOST_HOLDERS).items():
        if (first := next((one for one in holders if one in own), None)) is not None:
            asked[first].append(key)
    again: set[str] = set()
    for first, shared in asked.items():
        for later in shelf.after(shared, own[first]).values():
            again.update(later)
    return again - own.keys()


def edges_found(
    shelf: Shelf, finders: Sequence[Finder], ids: Iterable[str], known: Keys
) -> Iterator[tuple[str, list[CopyEdge]]]:
    """Each page with the edges found at it, in an order that does not depend on the finders' own.

    `known` are keys that have been worked out already.
    """
    ahead = iter(ids)
    while some := list(islice(ahead, _AT_ONCE)):
        pages = shelf.pages(some)
        keys = known | keys_by_finder(finders, [page for page in pages.values() if page.id not in known])
        every = list(dict.fromkeys(key for page in pages for own in keys[page] for key in own))
        holders = shelf.holders(every, MOST_HOLDERS)
        near = shelf.pages(dict.fromkeys(one for held in holders.values() for one in held))
        for page in pages.values():
            yield page.id, _edges(page, finders, keys[page.id], holders, near)


def _edges(
    page: Page,
    finders: Sequence[Finder],
    keys: Sequence[Sequence[int]],
    holders: Mapping[int, Sequence[str]],
    near: Mapping[str, Page],
) -> list[CopyEdge]:
    found = []
    for finder, own in zip(finders, keys, strict=True):
        ids = {one for key in own for one in holders.get(key, ())}
        earlier = sorted((near[one] for one in ids if near[one].order < page.order), key=lambda one: one.order)
        for edge in finder.edges(page, earlier):
            found.append(edge if is_placeholder(edge.origin) else settled(edge, near[edge.earlier], page))
    return sorted(found, key=lambda edge: (edge.earlier, edge.kind, edge.spans, edge.score))
