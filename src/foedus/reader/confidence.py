"""How likely a claim's core is right: a logistic model over how sure decider and linker are, fitted on dev documents.

Its weights are `data/confidence.yaml`, written by `python -m foedus.learning.confidence`, so that each can be read: how
sure the words make the claim, how sure each role is, how far the next candidate stood behind, what is empty or unsaid,
and how sure the rest of the document is.
"""

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import yaml
from msgspec import UNSET, structs

from foedus.model.claim import Claim

FILE = "confidence.yaml"

Signs = Mapping[str, float]
"""What the confidence of a claim goes by: the names of `reader.signs`, and `type X` for its type."""


class Confidence(NamedTuple):
    """Weights by sign, and two levels: `default` gives the best F1 on the dev documents, `sure` rows to trust."""

    bias: float
    weights: Mapping[str, float]
    default: float
    sure: float

    def of(self, signs: Signs) -> float:
        """Probability that type and core roles of a claim with the signs are right."""
        return probability(self.bias, self.weights, signs)


def probability(bias: float, weights: Mapping[str, float], signs: Signs) -> float:
    """What a logistic model gives, in thousandths."""
    odds = bias + sum(weights.get(name, 0.0) * value for name, value in signs.items())
    return round(1 / (1 + math.exp(-odds)), 3)


def with_confidence(claim: Claim, share: float) -> Claim:
    """The claim with its confidence."""
    return structs.replace(claim, reader=structs.replace(claim.reader, confidence=share))


def reaches(claim: Claim, level: float) -> bool:
    """Whether a claim is at least so sure; one that nothing has calibrated is."""
    return claim.reader.confidence is UNSET or claim.reader.confidence >= level


@cache
def load_confidence(models: Path | None = None) -> Confidence:
    """The shipped model, or that of a user's folder of models."""
    folder = models or files("foedus") / "data"
    data = yaml.safe_load((folder / FILE).read_text(encoding="utf-8"))
    weights = {str(name): float(weight) for name, weight in data["weights"].items()}
    return Confidence(float(data["bias"]), weights, float(data["default"]), float(data["sure"]))
