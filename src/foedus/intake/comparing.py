"""Stories brought up to date: documents that came or changed are compared with the others, a few at a time.

Each few are one transaction: killed at any moment, the next command goes on, for what was not compared has no keys.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from typing import TYPE_CHECKING

from foedus.intake.ledger_shelf import LedgerShelf, page_of
from foedus.ledger.kin.holding import KinDesk
from foedus.ledger.kin.pending import Turn
from foedus.lineage.finder import Finder, key
from foedus.lineage.finders import FINDERS
from foedus.lineage.pages import Page
from foedus.lineage.stories import Changed, Stories
from foedus.model.errors import FoedusError
from foedus.model.story import STORY, Story

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger

AT_ONCE = 100
"""Documents in one transaction: others wait for their turn so long."""


def mark_of(finders: Iterable[Finder]) -> int:
    """A number for these finders: documents that others compared are compared again."""
    return key("finders", *sorted(finder.name for finder in finders))


MARK = mark_of(FINDERS)


class Comparing:
    """Compares what is still to be compared in a ledger.

    `tell` takes a line where a document cannot be compared. `slow` is entered with the ledger's name while
    others write, to tell of a long wait.
    """

    def __init__(
        self,
        ledger: "Ledger",
        *,
        tell: Callable[[str], None],
        finders: Sequence[Finder] = FINDERS,
        slow: Callable[[str], AbstractContextManager[None]] = lambda _: nullcontext(),
    ) -> None:
        self._ledger = ledger
        self._tell = tell
        self._finders = tuple(finders)
        self._mark = mark_of(finders)
        self._slow = slow
        self._behind: Turn | None = None

    def waiting(self) -> int:
        """How many documents are still to be compared."""
        return self._ledger.uncompared(self._mark)

    def all(self) -> Iterator[str]:
        """Compare all of them; the id of each as it is kept."""
        while done := self.some():
            yield from done

    def some(self, most: int = AT_ONCE) -> list[str]:
        """Compare the next few; their ids, none where nothing is left."""
        try:
            return self._some(most)
        except FoedusError:
            raise
        except Exception:
            if os.environ.get("FOEDUS_DEBUG"):
                raise
        # one of them cannot be compared: the others are, each by itself
        return [one for _ in range(most) for one in self._one()]

    def _one(self) -> list[str]:
        try:
            return self._some(1)
        except FoedusError:
            raise
        except Exception as error:
            return self._some(1, without=error)

    def _some(self, most: int, *, without: Exception | None = None) -> list[str]:
        """`without`: what went wrong with this one, which is kept without kin."""
        with ExitStack() as stack:
            with self._slow(self._ledger.where):
                desk = stack.enter_context(self._ledger.comparing())
            turns = desk.turns(self._mark, most, self._behind)
            if without is None:
                self._compare(desk, turns)
            else:
                self._pass_over(desk, turns, without)
            desk.compared(turns, self._mark, all_of_them=len(turns) < most)
        self._behind = next((turn for turn in reversed(turns) if turn.batch), self._behind)
        return [turn.id for turn in turns]

    def _compare(self, desk: KinDesk, turns: Sequence[Turn]) -> None:
        stories = Stories(LedgerShelf(desk, self._mark), self._finders)
        pages = [page_of(told) for told in desk.told(turn.id for turn in turns).values()]
        changed = stories.add(pages)
        desk.keep(_told(desk, stories, changed, pages))

    def _pass_over(self, desk: KinDesk, turns: Sequence[Turn], error: Exception) -> None:
        for told in desk.told(turn.id for turn in turns).values():
            page = Page(told.document, (), told.received)
            desk.put(page.id, page.order, (), self._mark)
            what = f"{type(error).__name__}: {error}"
            self._tell(f"{page.id} not compared: internal error, {what} (FOEDUS_DEBUG=1 shows where)")


def _told(desk: KinDesk, stories: Stories, changed: Changed, pages: Iterable[Page]) -> list[Story]:
    """The stories that changed, and those of documents that stood in a story with one of these."""
    told = [*changed.new, *changed.changed]
    here = {member for story in told for member in story.members}
    near = here | {page.id for page in pages} | {name.removeprefix(STORY) for name in changed.gone}
    for mate in sorted(desk.together(near)):
        if mate not in here:
            told.append(stories.story_of(mate))
            here.update(told[-1].members)
    return told
