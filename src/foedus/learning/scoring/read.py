"""A gold document with what a reader said of it."""

from typing import NamedTuple

from foedus.learning.scoring.gold import GoldDocument
from foedus.learning.scoring.tally import Scored, score
from foedus.model.claim import Claim


class Read(NamedTuple):
    """A gold document with all that the reader said of it."""

    gold: GoldDocument
    claims: tuple[Claim, ...]

    def scored(self, least_confidence: float = 0.0) -> Scored:
        """Its score, from the claims that reach a confidence; a claim without one reaches any."""
        kept = [claim for claim in self.claims if confidence(claim) >= least_confidence]
        return score(self.gold, kept)


def confidence(claim: Claim) -> float:
    """The reader's own, 1 where it gives none."""
    given = claim.reader.confidence
    return given if isinstance(given, float) else 1.0
