"""Documents read by several processes at once; what each gives is taken in the order in which they were handed out.

The processes are forked from one that has loaded the reader and nothing else: they share its memory, and no ledger is
open in any of them. Where a process ends (memory, a signal), what was under way is read again, one document at a time,
so that the one that ends it again is known and left out by name.
"""

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import NamedTuple

from foedus.intake.taking import Read, read_one
from foedus.model.document import Document
from foedus.model.errors import FoedusError
from foedus.reader.read import Reader

AHEAD = 4
"""Documents that are handed out for each process: enough that none waits while a batch is written."""
_PRELOADED = "foedus.intake.loaded"
_FORKED = "forkserver"

_reader: Reader | None = None
"""What a process of the crew reads with."""


class Recipe(NamedTuple):
    """How each process makes its reader: pipelines by language, a user's lexicon folder and models."""

    choices: Mapping[str, str]
    own: Path | None = None
    models: Path | None = None

    def reader(self) -> Reader:
        """The reader; the shipped one is loaded once."""
        shipped = not self.choices and self.own is None and self.models is None
        return Reader.load() if shipped else Reader.choosing(self.choices, self.own, self.models)


class _Order(NamedTuple):
    """What is to be read: a document from a level on, with the ids of claims that are held already."""

    document: Document
    level: float | None
    held: frozenset[str]


class EndedError(FoedusError):
    """Reading a document ended the process that read it."""


class Handed:
    """A document that was handed out."""

    def __init__(self, crew: "Crew", order: _Order) -> None:
        self.order = order
        self.future: Future[Read] | None = None
        self._crew = crew

    def result(self) -> Read:
        """What it gave, waited for. Errors are those of reading; EndedError where it ends the process."""
        return self._crew.finished(self)


class Crew:
    """Processes that read as a recipe says; `with` it, and they end with the block."""

    def __init__(self, recipe: Recipe, workers: int) -> None:
        self._recipe = recipe
        self._workers = workers
        self._pool = self._started()
        self._out: deque[Handed] = deque()

    @property
    def ahead(self) -> int:
        """How many documents may be out at once."""
        return AHEAD * self._workers

    def hand_out(self, document: Document, level: float | None, held: frozenset[str]) -> Handed:
        """Let the next free process read a document."""
        handed = Handed(self, _Order(document, level, held))
        self._out.append(handed)
        self._submit(handed)
        return handed

    def finished(self, handed: Handed) -> Read:
        """The result of what was handed out; others that a broken process took along are begun anew."""
        try:
            assert handed.future is not None  # noqa: S101 - what is out was submitted
            return handed.future.result()
        except BrokenProcessPool:
            return self._alone(handed)
        finally:
            self._out.remove(handed)

    def close(self) -> None:
        """End the processes; what is out is not waited for."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, handed: Handed) -> None:
        try:
            handed.future = self._pool.submit(_work, handed.order)
        except BrokenProcessPool:  # found out only when the result of an earlier one is asked for
            handed.future = Future()
            handed.future.set_exception(BrokenProcessPool())

    def _alone(self, handed: Handed) -> Read:
        """Read one document while nothing else is read, then begin the others again."""
        self._restart()
        try:
            return self._pool.submit(_work, handed.order).result()
        except BrokenProcessPool:
            self._restart()
            raise EndedError("reading it ended the process that read it, twice (out of memory?)") from None
        finally:
            for other in self._out:
                if other is not handed and not _is_done(other):
                    self._submit(other)

    def _restart(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._started()

    def _started(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, mp_context=_context(), initializer=partial(_begin, self._recipe))


@contextmanager
def crew(recipe: Recipe, workers: int) -> Iterator[Crew]:
    """A crew for a block; an error in it ends the processes too."""
    made = Crew(recipe, workers)
    try:
        yield made
    finally:
        made.close()


def _is_done(handed: Handed) -> bool:
    """Whether it has a result of its own."""
    future = handed.future
    return future is not None and future.done() and not isinstance(future.exception(), BrokenProcessPool)


def _context() -> BaseContext:
    """Forked from a process that has loaded the shipped reader, where the system can; else each loads it by itself."""
    if _FORKED not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context(_FORKED)
    context.set_forkserver_preload([_PRELOADED])
    return context


def _begin(recipe: Recipe) -> None:
    global _reader  # noqa: PLW0603 - one reader a process
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that handed out decides what an interruption means
    _reader = recipe.reader()
    gc.freeze()


def _work(order: _Order) -> Read:
    assert _reader is not None  # noqa: S101 - set when the process began
    return read_one(_reader, order.document, order.level, order.held)
