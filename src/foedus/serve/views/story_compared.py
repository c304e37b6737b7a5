"""Pages of a story compared: what one says otherwise than another. Both are parsed for that, which takes a while.

What was found is kept until the ledger changes.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock
from typing import TypeVar

from foedus.intake.stories import pages as pages_of
from foedus.ledger.store import Ledger
from foedus.lineage.carried import Carried
from foedus.lineage.changes.change import Change
from foedus.lineage.pages import Page
from foedus.model.errors import LedgerError
from foedus.model.story import Story
from foedus.serve.views.rereading import rereading

_KEPT = 2_000
"""Comparisons."""
_KEPT_PAGES = 32
"""Pages that are remembered with what parsing gave, those that were needed last."""

K = TypeVar("K")
T = TypeVar("T")
_State = tuple[str, int]
"""The ledger, and its last batch."""

_pairs: OrderedDict[tuple[_State, str, str], tuple[Change, ...]] = OrderedDict()
_stories: OrderedDict[tuple[_State, str, tuple[str, ...]], tuple[Carried, ...]] = OrderedDict()
_pages: OrderedDict[tuple[_State, str], Page] = OrderedDict()
_touching = Lock()


class Comparing:
    """Comparisons in one state of a ledger. LedgerError where a text is missing or others keep the reader busy,
    UsageError where a text is too long."""

    def __init__(self, ledger: Ledger) -> None:
        """As it is now."""
        head = ledger.head()
        self._ledger = ledger
        self._state: _State = (ledger.where, head.batch if head else 0)

    def pair(self, first: str, second: str) -> tuple[Change, ...]:
        """What a page (by id) says otherwise than another."""

        def compare() -> tuple[Change, ...]:
            from foedus.lineage.changes import changes  # noqa: PLC0415 - loads the reader: most servers never compare

            pages = self._taken([first, second])
            if pages[0].text == pages[1].text:
                return ()
            with rereading(_longest(pages).document, f"foedus changes {first}"):
                return tuple(changes(*pages))

        return self._once(_pairs, (self._state, first, second), compare)

    def whole(self, story: Story, ids: Sequence[str]) -> tuple[Carried, ...]:
        """All changes of a story among some of its pages."""

        def compare() -> tuple[Carried, ...]:
            from foedus.lineage.carried import carried  # noqa: PLC0415 - as above

            pages = self._taken(ids)
            with rereading(_longest(pages).document, f"foedus changes {story.id}"):
                return tuple(carried(story, {page.id: page for page in pages}))

        return self._once(_stories, (self._state, story.id, tuple(ids)), compare)

    def _once(self, kept: OrderedDict[K, T], key: K, compare: Callable[[], T]) -> T:
        with _touching:
            if key in kept:
                kept.move_to_end(key)
                return kept[key]
        found = compare()
        with _touching:
            kept[key] = found
            while len(kept) > _KEPT:
                kept.popitem(last=False)
        return found

    def _taken(self, ids: Sequence[str]) -> list[Page]:
        with _touching:
            found = {one: page for one in ids if (page := _pages.get((self._state, one)))}
        found |= pages_of(self._ledger, set(ids) - found.keys())
        if missing := [one for one in ids if one not in found]:
            raise LedgerError(f"the ledger is without the text of {missing[0]}")
        with _touching:
            for one, page in found.items():
                _pages[self._state, one] = page
                _pages.move_to_end((self._state, one))
            while len(_pages) > _KEPT_PAGES:
                _pages.popitem(last=False)
        return [found[one] for one in ids]


def _longest(pages: Sequence[Page]) -> Page:
    return max(pages, key=lambda page: len(page.text))
