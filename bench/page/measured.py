"""What was measured of the page on one ledger, and where it is kept until docs/page-speed.md is written."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

FOLDER = Path(__file__).with_name("measured")
VIEW_TARGET = 150.0
"""Milliseconds at the 95th percentile."""
LOAD_TARGET = 150.0
"""KiB as they come over the line, all files of a first visit."""
INTERACTIVE_TARGET = 1000.0
"""Milliseconds."""
RATE_TARGET = 200.0
"""Requests a second."""


class Asked(Struct, frozen=True):
    """One view: how often it was asked for, the milliseconds to the last byte, KiB of the largest page as sent."""

    name: str
    times: int
    median: float
    p95: float
    slowest: float
    kib: float


class Loaded(Struct, frozen=True):
    """A first visit in Chromium: KiB of all files, milliseconds to the first paint and until scripts have run."""

    name: str
    kib: float
    files: int
    painted: float
    interactive: float


class Mixed(Struct, frozen=True):
    """Everything at once: readers, seconds, requests, those that failed, a second's requests, their milliseconds.

    `written` is the claims a second that another process wrote meanwhile; none wrote where it is 0.
    """

    readers: int
    seconds: float
    requests: int
    failed: int
    rate: float
    median: float
    p95: float
    written: float


class Result(Struct, frozen=True):
    """All of one run. `idle` says that the machine did nothing else."""

    store: str
    claims: int
    day: str
    idle: bool
    views: tuple[Asked, ...]
    loads: tuple[Loaded, ...]
    mixed: tuple[Mixed, ...]


def keep(result: Result) -> Path:
    """In a file of its store and size."""
    FOLDER.mkdir(exist_ok=True)
    file = FOLDER / f"{result.store}-{result.claims}.json"
    file.write_bytes(msgspec.json.format(msgspec.json.encode(result), indent=1) + b"\n")
    return file


def kept() -> Iterator[Result]:
    """All that are kept, by store and size."""
    found = [msgspec.json.decode(file.read_bytes(), type=Result) for file in FOLDER.glob("*.json")]
    yield from sorted(found, key=lambda one: (one.store != "sqlite", one.claims))
