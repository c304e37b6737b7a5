"""What the reader's confidence is worth: precision and recall above thresholds, and how well it is calibrated."""

from collections.abc import Sequence
from typing import NamedTuple

from bench.accuracy.reading import Read, confidence
from bench.accuracy.tally import Tally

THRESHOLDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95)
BINS = 10


class AtThreshold(NamedTuple):
    """Figures of the claims whose confidence is at least `threshold`."""

    threshold: float
    claims: int
    precision: float
    recall: float
    f1: float


def has_confidence(reads: Sequence[Read]) -> bool:
    """Whether any claim bears one."""
    return any(isinstance(claim.reader.confidence, float) for read in reads for claim in read.claims)


def at_thresholds(reads: Sequence[Read]) -> list[AtThreshold]:
    """One line a threshold; matching is done anew for each, as a user who filters would see it."""
    lines = []
    for threshold in THRESHOLDS:
        sums = Tally()
        for read in reads:
            sums.add(read.scored(threshold))
        figures = sums.figures()
        lines.append(
            AtThreshold(threshold, sums.predicted, figures["precision"], figures["recall"], figures["core_f1"])
        )
    return lines


def calibration_error(reads: Sequence[Read]) -> float:
    """Expected calibration error over ten equal bins (Naeini et al. 2015): mean gap of confidence and share right."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for read in reads:
        scored = read.scored()
        right = {pair.claim for pair in scored.pairs if pair.full}
        for number, claim in enumerate(scored.claims):
            sure = confidence(claim)
            bins[min(int(sure * BINS), BINS - 1)].append((sure, number in right))
    total = sum(map(len, bins))
    gaps = (abs(sum(sure for sure, _ in some) - sum(right for _, right in some)) for some in bins)
    return sum(gaps) / max(total, 1)
