"""Floors of the judge for each part, pinned with a hash of its files: raised by figures, lowered only with a reason."""

from bench.accuracy import floors
from bench.accuracy.corpus import ROOT
from bench.judge.cases import HERE, sha256

_PATHS = {part: HERE / f"floors_{part}.yaml" for part in ("cases", "heldout")}


def raise_(part: str, measured: floors.Levels) -> None:
    """Bring the floors below the figures up to them."""
    path = _PATHS[part]
    floors.write(floors.raised(_pinned(part), floors.levels(measured), sha256(part)), path)


def lower(part: str, measured: floors.Levels, reason: str) -> None:
    """Bring the floors above the figures down to them, and pin the files anew."""
    path = _PATHS[part]
    floors.write(floors.lowered(_pinned(part), floors.levels(measured), sha256(part), reason), path)


def check(part: str, measured: floors.Levels) -> list[str]:
    """What is below its floor or was lowered without a record since the last commit, one line each."""
    now, before = _pinned(part), floors.committed(_PATHS[part], ROOT)
    said = list(floors.unlawful(before, now)) if before else []
    return [*floors.below(now, measured, sha256(part)), *said]


def _pinned(part: str) -> floors.Floors:
    path = _PATHS[part]
    return floors.parse(path.read_text(encoding="utf-8"), path.name)
