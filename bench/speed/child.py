"""One measurement in a process of its own, so that its peak memory is its own."""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from foedus.model.document import Document

Work: TypeAlias = Callable[[Document], object]
Prepare: TypeAlias = Callable[[], Work]
"""Loads what the work needs and gives the work; must be a module's own function, since it goes to another process."""


class Measured(Struct, frozen=True):
    """Seconds to load and to work through all documents once, after the first was done to warm up; peak in MiB."""

    name: str
    documents: int
    characters: int
    load_seconds: float
    seconds: float
    peak_mib: float

    @property
    def documents_per_second(self) -> float:
        """Speed."""
        return self.documents / self.seconds if self.seconds else 0.0


def measure(name: str, prepare: Prepare, documents: Sequence[Document]) -> Measured:
    """Run in a fresh process and wait for it."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=fresh) as pool:
        return pool.submit(_measure, name, prepare, list(documents)).result()


def _measure(name: str, prepare: Prepare, documents: list[Document]) -> Measured:
    began = time.perf_counter()
    work = prepare()
    work(documents[0])
    loaded = time.perf_counter()
    for document in documents:
        work(document)
    done = time.perf_counter()
    characters = sum(len(document.text) for document in documents)
    return Measured(name, len(documents), characters, loaded - began, done - loaded, peak_mib())


def peak_mib() -> float:
    """Most memory that this process has held, without what it inherits from the one that started it."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux counts the starting process's memory into ru_maxrss
        lines = status.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)  # bytes there, KiB here
