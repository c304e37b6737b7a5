"""Stories put together page by page, without a second look at the rest of the ledger."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from foedus.lineage.assembling import assemble, with_events
from foedus.lineage.families import families
from foedus.lineage.finder import Finder
from foedus.lineage.finders import FINDERS
from foedus.lineage.linking import edges_found, keys_by_finder, to_look_at_again
from foedus.lineage.memory_shelf import MemoryShelf
from foedus.lineage.pages import Page
from foedus.lineage.shelf import Shelf
from foedus.model.story import STORY, CopyEdge, Story, is_placeholder

_AT_ONCE = 2000
"""Pages whose stories are put together at a time when all are asked for."""


IN_ONE_GO = 5_000
"""Pages of one batch that are in hand together, so that no batch needs more memory than these."""


class Changed(NamedTuple):
    """What adding or removing pages did: stories that are new, that say something else than before, ids now gone."""

    new: tuple[Story, ...]
    changed: tuple[Story, ...]
    gone: tuple[str, ...]


class Stories:
    """All stories on a shelf. What they are depends on the set of pages alone, not on the order of their coming."""

    def __init__(self, shelf: Shelf, finders: Sequence[Finder] = FINDERS) -> None:
        self._shelf = shelf
        self._finders = tuple(finders)

    def add(self, pages: Iterable[Page]) -> Changed:
        """Put pages in, or in place of what is held under their ids (read again); one batch may be of any size."""
        batch = sorted({page.id: page for page in pages}.values(), key=lambda page: page.order)
        starts = range(0, max(1, len(batch)), IN_ONE_GO)
        return _in_turn(self._change([], batch[start : start + IN_ONE_GO]) for start in starts)

    def remove(self, ids: Iterable[str]) -> Changed:
        """Take pages out (forgotten documents); ids that are not there are passed over."""
        return self._change(list(dict.fromkeys(ids)), [])

    def story_of(self, document: str) -> Story:
        """The story that holds a document, given by its id or as `s-ID` of any member; KeyError where none does."""
        page = document.removeprefix(STORY)
        return self._told([page])[page]

    def all(self) -> Iterator[Story]:
        """Every story, by its canonically first page."""
        ids = self._shelf.ids()
        seen: set[str] = set()
        while some := list(islice(ids, _AT_ONCE)):
            told = self._told(page for page in some if page not in seen)
            seen.update(told)
            yield from {told[page].id: told[page] for page in some if page in told}.values()

    def _change(self, leaving: Sequence[str], batch: Sequence[Page]) -> Changed:
        """Stories near what changes are put together before and after; what differs is the answer."""
        shelf = self._shelf
        held = shelf.pages([*leaving, *(page.id for page in batch)])
        touched = (edges for found in (shelf.edges_to(held), shelf.edges_from(held)) for edges in found.values())
        old = self._near([*held, *_ends(edge for edges in touched for edge in edges)])
        again = to_look_at_again(shelf, list(held.values()), shelf.keys_of(held))
        for gone in leaving:
            shelf.take(gone)
        found_keys = keys_by_finder(self._finders, batch)
        keys = {page: [key for own in several for key in own] for page, several in found_keys.items()}
        for page in batch:
            shelf.put(page, keys[page.id])
        again |= to_look_at_again(shelf, batch, keys)
        found = dict(edges_found(shelf, self._finders, sorted(again | keys.keys()), found_keys))
        before = shelf.edges_to(found)
        differing = {page: edges for page, edges in found.items() if edges != list(before.get(page, ()))}
        ends = _ends(edge for page in differing for edge in (*before.get(page, ()), *differing[page]))
        coming = keys.keys() - held.keys()
        old = {page: story for page, story in self._near(ends).items() if page not in coming} | old
        for at, edges in differing.items():
            shelf.set_edges(at, edges)
        return _changed(old.values(), self._told({**old, **keys, **dict.fromkeys(ends)}).values())

    def _near(self, pages: Iterable[str]) -> dict[str, Story]:
        """The stories of some pages and those that are of one event with them, by their pages."""
        found = self._assembled(pages)
        beyond = {page for story in found.values() for page in story.same_event} - found.keys()
        return self._with_events(found | self._assembled(sorted(beyond)))

    def _told(self, pages: Iterable[str]) -> dict[str, Story]:
        """The stories of some pages, by their pages: all that may be of one story with these."""
        return self._with_events(self._assembled(pages))

    def _with_events(self, found: Mapping[str, Story]) -> dict[str, Story]:
        of = {page: story.id for page, story in found.items()}
        beyond = {page for story in found.values() for page in story.same_event} - of.keys()
        of |= {page: story.id for page, story in self._assembled(sorted(beyond)).items()}
        stories = with_events({story.id: story for story in found.values()}.values(), of)
        return {page: story for story in stories for page in story.members}

    def _assembled(self, pages: Iterable[str]) -> dict[str, Story]:
        stories = (story for family in families(self._shelf, pages) for story in assemble(family))
        return {page: story for story in stories for page in story.members}


def stories_of(pages: Iterable[Page], finders: Sequence[Finder] = FINDERS) -> list[Story]:
    """The stories of some pages, by their canonically first page."""
    stories = Stories(MemoryShelf(), finders)
    stories.add(pages)
    return list(stories.all())


def _ends(edges: Iterable[CopyEdge]) -> list[str]:
    ends = (end for edge in edges for end in (edge.origin, edge.copy))
    return [end for end in dict.fromkeys(ends) if not is_placeholder(end)]


def _in_turn(steps: Iterable[Changed]) -> Changed:
    """What several changes, one after the other, did all in all."""
    new: dict[str, Story] = {}
    changed: dict[str, Story] = {}
    gone: set[str] = set()
    for step in steps:
        for name in step.gone:
            if new.pop(name, None) is None:
                changed.pop(name, None)
                gone.add(name)
        for story in step.new:
            (changed if story.id in gone else new)[story.id] = story
            gone.discard(story.id)
        for story in step.changed:
            (new if story.id in new else changed)[story.id] = story
    return Changed(
        tuple(new[name] for name in sorted(new)),
        tuple(changed[name] for name in sorted(changed)),
        tuple(sorted(gone)),
    )


def _changed(before: Iterable[Story], after: Iterable[Story]) -> Changed:
    old, new = ({story.id: story for story in stories} for stories in (before, after))
    return Changed(
        tuple(story for name, story in sorted(new.items()) if name not in old),
        tuple(story for name, story in sorted(new.items()) if name in old and old[name] != story),
        tuple(sorted(old.keys() - new.keys())),
    )
