"""How likely a claim's core is right: a logistic model over how sure decider and linker are, fitted on dev documents.

Its weights are `data/confidence.yaml`, written by `python -m training.confidence`, so that each can be read: how sure
the words make the claim, how sure each role is, how far the next candidate stood behind, what is empty or unsaid, and
how sure the rest of the document is.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml
from msgspec import structs

from foedus.model.claim import Claim
from foedus.reader.draft import Draft
from foedus.reader.linker.linker import core_roles

INDIRECT = frozenset({"unexpressed", "pronoun", "description", "speaker", "addressee"})
LEAST, MOST = 0.005, 0.995
NAMES = (
    "decider",
    "roles together",
    "least role",
    "least margin",
    "empty roles",
    "unsaid roles",
    "words without entity",
    "listed fillers",
    "document",
    "claims in document",
)

Signs = Mapping[str, float]
"""What the confidence of a claim goes by: NAMES, and `type X` for its type."""


def signs_of(drafts: Sequence[Draft]) -> list[Signs]:
    """The signs of each draft of one document."""
    if not drafts:
        return []
    sure = [_logit(draft.probability) for draft in drafts]
    mean, many = sum(sure) / len(sure), math.log1p(len(drafts))
    return [{**_own(draft), "document": mean, "claims in document": many} for draft in drafts]


def _own(draft: Draft) -> dict[str, float]:
    core = core_roles(draft.unit.type)
    shares = [draft.sure.get(role, 1.0) for role in core]
    margins = [draft.sure.get(role, 1.0) - draft.rivals.get(role, 0.0) for role in core]
    fillers = {role: draft.roles.get(role, []) for role in core}
    return {
        "decider": _logit(draft.probability),
        "roles together": sum(math.log(min(max(share, LEAST), MOST)) for share in shares),
        "least role": _logit(min(shares, default=1.0)),
        "least margin": min(margins, default=1.0),
        "empty roles": float(sum(not some for some in fillers.values())),
        "unsaid roles": float(sum(any(one.via in INDIRECT for one in some) for some in fillers.values())),
        "words without entity": float(sum(one.entity is None for some in fillers.values() for one in some)),
        "listed fillers": float(sum(max(0, len(some) - 1) for some in fillers.values())),
        f"type {draft.unit.type}": 1.0,
    }


def _logit(share: float) -> float:
    share = min(max(share, LEAST), MOST)
    return math.log(share / (1 - share))


class Confidence(NamedTuple):
    """Weights by sign, and two levels: `default` gives the best F1 on the dev documents, `sure` rows to trust."""

    bias: float
    weights: Mapping[str, float]
    default: float
    sure: float

    def of(self, signs: Signs) -> float:
        """Probability that type and core roles of a claim with the signs are right."""
        odds = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in signs.items())
        return round(1 / (1 + math.exp(-odds)), 3)

    def mark(self, claim: Claim, signs: Signs) -> Claim:
        """The claim with its confidence."""
        return structs.replace(claim, reader=structs.replace(claim.reader, confidence=self.of(signs)))


@cache
def load_confidence() -> Confidence:
    """The shipped model."""
    data = yaml.safe_load((files("foedus") / "data" / "confidence.yaml").read_text(encoding="utf-8"))
    weights = {str(name): float(weight) for name, weight in data["weights"].items()}
    return Confidence(float(data["bias"]), weights, float(data["default"]), float(data["sure"]))
