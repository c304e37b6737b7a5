"""Floors of the careful reader for each part, pinned with a hash of its recordings."""

from pathlib import Path

from bench.accuracy import floors
from bench.accuracy.corpus import ROOT
from bench.careful.parts import Part
from bench.careful.recorded import sha256


def path(part: Part) -> Path:
    """A part's file of floors."""
    return Path(__file__).with_name(f"floors_{part}.yaml")


def raise_(part: Part, measured: floors.Levels) -> None:
    """Bring the floors below the figures up to them."""
    floors.write(floors.raised(_pinned(part), floors.levels(measured), sha256(part)), path(part))


def lower(part: Part, measured: floors.Levels, reason: str) -> None:
    """Bring the floors above the figures down to them, and pin the recordings anew."""
    floors.write(floors.lowered(_pinned(part), floors.levels(measured), sha256(part), reason), path(part))


def check(part: Part, measured: floors.Levels) -> list[str]:
    """What is below its floor or was lowered without a record since the last commit, one line each."""
    now, before = _pinned(part), floors.committed(path(part), ROOT)
    said = list(floors.unlawful(before, now)) if before else []
    return [*floors.below(now, measured, sha256(part)), *said]


def _pinned(part: Part) -> floors.Floors:
    file = path(part)
    return floors.parse(file.read_text(encoding="utf-8"), file.name)
