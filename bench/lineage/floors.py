"""Floors of lineage, pinned with a hash of the test part: raised by figures, lowered only with a reason."""

from pathlib import Path

from bench.accuracy import floors
from bench.accuracy.corpus import ROOT
from bench.lineage.corpus import HERE, sha256

PATH = HERE / "floors.yaml"
PART = "test"


def raise_(measured: floors.Levels, path: Path = PATH) -> None:
    """Bring the floors below the figures up to them."""
    floors.write(floors.raised(_pinned(path), floors.levels(measured), sha256(PART)), path)


def lower(measured: floors.Levels, reason: str, path: Path = PATH) -> None:
    """Bring the floors above the figures down to them, and pin the files anew."""
    floors.write(floors.lowered(_pinned(path), floors.levels(measured), sha256(PART), reason), path)


def check(measured: floors.Levels, path: Path = PATH, root: Path = ROOT) -> list[str]:
    """What is below its floor or was lowered without a record since the last commit under `root`, one line each."""
    now, before = _pinned(path), floors.committed(path, root)
    said = list(floors.unlawful(before, now)) if before else []
    return [*floors.below(now, measured, sha256(PART)), *said]


def _pinned(path: Path) -> floors.Floors:
    return floors.parse(path.read_text(encoding="utf-8"), path.name)
