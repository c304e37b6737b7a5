"""What the reader's confidence is worth: precision and recall above thresholds, and how well it is calibrated."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from foedus.learning.scoring.read import Read, confidence
from foedus.learning.scoring.tally import Tally

THRESHOLDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95)
BINS = 10


class AtThreshold(NamedTuple):
    """Figures of the claims whose confidence is at least `threshold`."""

    threshold: float
    claims: int
    precision: float
    recall: float
    f1: float


class Bin(NamedTuple):
    """The claims whose confidence is from `low` to below `high`; the last bin holds 1 too."""

    low: float
    high: float
    claims: int
    sure: float
    """Mean confidence, 0 without claims."""
    right: float
    """Share whose core is right, 0 without claims."""


def has_confidence(reads: Sequence[Read]) -> bool:
    """Whether any claim bears one."""
    return any(isinstance(claim.reader.confidence, float) for read in reads for claim in read.claims)


def at_thresholds(reads: Sequence[Read], thresholds: Sequence[float] = THRESHOLDS) -> list[AtThreshold]:
    """One line a threshold; matching is done anew for each, as a user who filters would see it."""
    lines = []
    for threshold in thresholds:
        sums = Tally()
        for read in reads:
            sums.add(read.scored(threshold))
        figures = sums.figures()
        lines.append(
            AtThreshold(threshold, sums.predicted, figures["precision"], figures["recall"], figures["core_f1"])
        )
    return lines


def bins(reads: Sequence[Read], least: float = 0.0) -> list[Bin]:
    """Ten equal bins over the judged claims from a confidence on; what answers no core gold claim is left out."""
    found: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for read in reads:
        for sure, right in _judged(read, least):
            found[min(int(sure * BINS), BINS - 1)].append((sure, right))
    return [_bin(place, some) for place, some in enumerate(found)]


def calibration_error(reads: Sequence[Read], least: float = 0.0) -> float:
    """Expected calibration error over the bins (Naeini et al. 2015): mean gap of confidence and share right."""
    found = bins(reads, least)
    gaps = sum(abs(one.sure - one.right) * one.claims for one in found)
    return gaps / max(sum(one.claims for one in found), 1)


def _judged(read: Read, least: float) -> Iterator[tuple[float, bool]]:
    """Confidence of each claim that precision counts, and whether its core is right."""
    scored = read.scored(least)
    right = {pair.claim for pair in scored.pairs if pair.full}
    free = {pair.claim for pair in scored.pairs if not scored.gold.claims[pair.gold].core}
    for number, claim in enumerate(scored.claims):
        if number not in free:
            yield confidence(claim), number in right


def _bin(place: int, some: Sequence[tuple[float, bool]]) -> Bin:
    count = max(len(some), 1)
    sure, right = sum(one for one, _ in some) / count, sum(one for _, one in some) / count
    return Bin(place / BINS, (place + 1) / BINS, len(some), sure, right)
