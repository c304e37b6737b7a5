"""How likely the core of a proven claim is right: a logistic model over what is known of it once it is proven.

Its weights are `data/careful/confidence.yaml`, written by `python -m bench.careful.confidence` from recorded answers of
one model. The sign that says most is what the built-in reader, which knows nothing of the model, makes of the same
words.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml
from msgspec import UNSET

from foedus.careful.alike import is_alike
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.reader.confidence import Signs, probability, with_confidence
from foedus.reader.kinds import core_roles


class CarefulConfidence(NamedTuple):
    """Weights by sign."""

    bias: float
    weights: Mapping[str, float]

    def of(self, signs: Signs) -> float:
        """Probability that type and core roles of a proven claim with the signs are right."""
        return probability(self.bias, self.weights, signs)


@cache
def load_careful_confidence() -> CarefulConfidence:
    """The shipped model."""
    file = files("foedus") / "data" / "careful" / "confidence.yaml"
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    weights = {str(name): float(weight) for name, weight in data["weights"].items()}
    return CarefulConfidence(float(data["bias"]), weights)


def signs_of(claim: Claim, document: Document, proven: Sequence[Claim], own: Sequence[Claim]) -> Signs:
    """What the confidence of a proven claim goes by.

    `proven` are all proven claims of the document, `own` all that the built-in reader makes of it, doubtful ones too.
    """
    again = sum(other.type == claim.type and other.evidence[0] == claim.evidence[0] for other in proven) - 1
    return {
        "same core": surest(other for other in own if is_alike(claim, other)),
        "empty roles": float(sum(not claim.fillers(role) for role in core_roles(claim.type))),
        "negated": float(claim.polarity == "negated"),
        "same type in sentence": float(again),
        "down the text": claim.trigger.start / len(document.text),
    }


def weighed(claim: Claim, document: Document, proven: Sequence[Claim], own: Sequence[Claim]) -> Claim:
    """The claim with its confidence; the rest as in `signs_of`."""
    return with_confidence(claim, load_careful_confidence().of(signs_of(claim, document, proven, own)))


def surest(some: Iterable[Claim]) -> float:
    """The highest confidence of claims; 0 where none bears any."""
    return max((one.reader.confidence for one in some if one.reader.confidence is not UNSET), default=0.0)
