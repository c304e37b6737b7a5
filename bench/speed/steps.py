"""Which step of reading takes the time: the processor's clock asks where the program stands, some hundred times a
second, and the innermost function of a step's modules answers. What is shared by several steps counts for the caller.
"""

import signal
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from types import FrameType

STEPS: Mapping[str, tuple[str, ...]] = {
    "zones and sentences": (
        "language.zones",
        "language.identify",
        "language.quotations",
        "language.sentences",
        "reader.captions",
        "reader.stretches",
        "reader.twins",
    ),
    "relevance": ("reader.relevance",),
    "names": ("gazetteer.scanner", "gazetteer.titles", "reader.naming"),
    "parse": ("language.network_pipeline", "language.network", "language.assemble", "language.tokens"),
    "hits": ("reader.matching",),
    "deciding": ("reader.deciding",),
    "roles": ("reader.linker", "reader.events", "reader.further", "reader.drafting", "reader.splitting"),
    "voice": ("reader.voice", "reader.settling"),
    "dates and numbers": ("reader.timing", "reader.dates", "reader.dating", "reader.quantities", "reader.counting"),
    "merging": ("reader.merging", "reader.nesting", "reader.trust"),
}
"""Modules by step, in the order of reading; packages stand for all in them."""
REST = "the rest"
INTERVAL = 0.002
"""Seconds of the processor between two looks; the system may take longer steps."""
Shares = dict[str, float]


@contextmanager
def watched(met: Counter[str]) -> Iterator[None]:
    """Count in which step the main thread stands while the block runs."""

    def look(_number: int, frame: FrameType | None) -> None:
        met[_step_at(frame)] += 1

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def shares(met: Mapping[str, int]) -> Shares:
    """The share of each step, in the order of reading; they add up to 1 where anything was met."""
    total = sum(met.values())
    return {step: met.get(step, 0) / total for step in (*STEPS, REST)} if total else {}


def _step_at(frame: FrameType | None) -> str:
    while frame is not None:
        step = step_of(frame.f_globals.get("__name__", ""))
        if step is not None:
            return step
        frame = frame.f_back
    return REST


@cache
def step_of(module: str) -> str | None:
    """The step that a module belongs to; None for one that serves several."""
    for step, names in STEPS.items():
        if any(module == f"foedus.{name}" or module.startswith(f"foedus.{name}.") for name in names):
            return step
    return None
