"""Floors of voice and surety, pinned with a hash of the rows: raised by figures, lowered only with a reason."""

from pathlib import Path

from bench.accuracy import floors
from bench.accuracy.corpus import ROOT
from bench.voice.rows import HERE, sha256

PATH = HERE / "floors.yaml"


def raise_(measured: floors.Levels, path: Path = PATH) -> None:
    """Bring the floors below the figures up to them."""
    floors.write(floors.raised(_pinned(path), floors.levels(measured), sha256()), path)


def lower(measured: floors.Levels, reason: str, path: Path = PATH) -> None:
    """Bring the floors above the figures down to them, and pin the rows anew."""
    floors.write(floors.lowered(_pinned(path), floors.levels(measured), sha256(), reason), path)


def check(measured: floors.Levels, path: Path = PATH, root: Path = ROOT) -> list[str]:
    """What is below its floor or was lowered without a record since the last commit under `root`, one line each."""
    now, before = _pinned(path), floors.committed(path, root)
    said = list(floors.unlawful(before, now)) if before else []
    if now.corpus_sha256 != sha256():
        return [*said, "the rows are not those that the floors were measured on: pin them with --lower REASON"]
    return [*floors.below(now, measured, now.corpus_sha256), *said]


def _pinned(path: Path) -> floors.Floors:
    return floors.parse(path.read_text(encoding="utf-8"), path.name)
