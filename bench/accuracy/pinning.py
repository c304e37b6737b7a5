"""The floors of one source's test part: lowered with a reason, raised, or checked."""

from collections.abc import Mapping
from pathlib import Path

from bench.accuracy import floors
from bench.accuracy.corpus import Source, corpus_sha256

PATHS: Mapping[Source, Path] = {"corpus": floors.PATH, "everyday": floors.EVERYDAY_PATH}
"""Each source has a file of its own, since each has a hash of its own."""


def lower(source: Source, measured: floors.Levels, reason: str) -> None:
    """Bring the floors above the figures down to them, and pin the documents anew."""
    path = PATHS[source]
    floors.write(floors.lowered(_pinned(path), floors.levels(measured), corpus_sha256("test", source), reason), path)


def raise_(source: Source, measured: floors.Levels) -> None:
    """Bring the floors below the figures up to them."""
    path = PATHS[source]
    floors.write(floors.raised(_pinned(path), floors.levels(measured), corpus_sha256("test", source)), path)


def check(source: Source, measured: floors.Levels) -> list[str]:
    """What is below its floor or was lowered without a record, one line each."""
    path = PATHS[source]
    now, before = _pinned(path), floors.committed(path)
    said = floors.below(now, measured, corpus_sha256("test", source))
    return [f"{source}: {line}" for line in (*said, *(floors.unlawful(before, now) if before else ()))]


def _pinned(path: Path) -> floors.Floors:
    return floors.parse(path.read_text(encoding="utf-8"), path.name)
