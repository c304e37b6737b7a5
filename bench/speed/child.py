"""One measurement in a process of its own, so that its peak memory is its own."""

import multiprocessing
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from bench.speed.steps import Shares, shares, watched
from foedus.model.document import Document

Work: TypeAlias = Callable[[Document], object]
Prepare: TypeAlias = Callable[[], Work]
"""Loads what the work needs and gives the work; must be a module's own function, since it goes to another process."""
WARM = 5
"""How many documents of a language are worked through before the clock runs: what is loaded at first use is load."""
WORDS = 200
"""Words of a document, as speeds are told."""


class Spent(Struct, frozen=True):
    """What the documents of a language took after the first few, in seconds of the processor."""

    documents: int
    characters: int
    words: int
    seconds: float
    steps: Shares

    @property
    def per_second(self) -> float:
        """Documents of WORDS words a second."""
        return self.words / WORDS / self.seconds if self.seconds else 0.0


class Measured(Struct, frozen=True):
    """Seconds to load and to work through all documents once, those that warm up apart; peak in MiB."""

    name: str
    load_seconds: float
    peak_mib: float
    by_lang: Mapping[str, Spent]

    @property
    def all(self) -> Spent:
        """All languages together, without steps."""
        some = self.by_lang.values()
        return Spent(
            sum(one.documents for one in some),
            sum(one.characters for one in some),
            sum(one.words for one in some),
            sum(one.seconds for one in some),
            {},
        )


def measure(name: str, prepare: Prepare, documents: Sequence[Document]) -> Measured:
    """Run in a fresh process and wait for it."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=fresh) as pool:
        return pool.submit(_measure, name, prepare, list(documents)).result()


def _measure(name: str, prepare: Prepare, documents: list[Document]) -> Measured:
    began = time.process_time()
    work = prepare()
    by_lang: dict[str, list[Document]] = {}
    for document in documents:
        by_lang.setdefault(document.lang, []).append(document)
    for some in by_lang.values():
        for document in some[:WARM]:
            work(document)
    loaded = time.process_time() - began
    spent = {lang: _spent(work, some[WARM:] or some) for lang, some in by_lang.items()}
    return Measured(name, loaded, peak_mib(), spent)


def _spent(work: Work, documents: Sequence[Document]) -> Spent:
    met: Counter[str] = Counter()
    began = time.process_time()
    with watched(met):
        for document in documents:
            work(document)
    seconds = time.process_time() - began
    characters = sum(len(document.text) for document in documents)
    words = sum(len(document.text.split()) for document in documents)
    return Spent(len(documents), characters, words, seconds, shares(met))


def peak_mib() -> float:
    """Most memory that this process has held, without what it inherits from the one that started it."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux counts the starting process's memory into ru_maxrss
        lines = status.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)  # bytes there, KiB here
