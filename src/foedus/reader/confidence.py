"""How likely a claim's core is right: measured on dev documents by type, what is missing, what is unsaid, and how
sure the decider was.

The table is `data/confidence.yaml`, written by `python -m training.confidence`; each cell holds how many such claims
the dev documents gave and how many were right. Small cells lean on the same cell of all types together (additive
smoothing towards the pooled rate). The corpus is harder than everyday news, so the figures are on the low side.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml
from msgspec import structs

from foedus.model.claim import Claim
from foedus.model.vocabulary import FREE_TEXT_ROLES, TYPES

INDIRECT = frozenset({"unexpressed", "pronoun", "description", "speaker", "addressee"})
WEIGHT = 12
"""How many claims the pooled rate counts for in a cell."""
MOST = 2
ALL = "all"
BANDS = ((0.7, "sure"), (0.5, "likely"), (0.3, "maybe"), (0.0, "hardly"))
"""From which probability of the decider on it is how sure."""


class Signature(NamedTuple):
    """What the confidence goes by: core roles without filler, and with a filler that the slot itself does not name;
    how sure the decider is that the words make the claim."""

    type: str
    missing: int
    unsaid: int
    sure: str

    @property
    def cell(self) -> str:
        """The key in the table's row of the type."""
        return f"{self.missing} missing, {self.unsaid} unsaid, {self.sure}"


def signature(claim: Claim, probability: float) -> Signature:
    """The signature of a claim that the decider gave the probability; counts above MOST are MOST."""
    core = [role for role in TYPES[claim.type].core if role not in FREE_TEXT_ROLES and role != "hit"]
    filled = [role for role in core if claim.fillers(role)]
    unsaid = sum(any(filler.via in INDIRECT for filler in claim.fillers(role)) for role in filled)
    sure = next(name for level, name in BANDS if probability >= level)
    return Signature(claim.type, min(len(core) - len(filled), MOST), min(unsaid, MOST), sure)


class Confidence(NamedTuple):
    """The table: by type (and for all), by cell, right claims and claims; and the level of the default output."""

    cells: Mapping[str, Mapping[str, tuple[int, int]]]
    default: float

    def of(self, mark: Signature) -> float:
        """Probability that type and core roles of a claim with the signature are right."""
        right, seen = self.cells.get(ALL, {}).get(mark.cell, (0, 0))
        pooled = (right + 1) / (seen + 10)
        right, seen = self.cells.get(mark.type, {}).get(mark.cell, (0, 0))
        return round((right + WEIGHT * pooled) / (seen + WEIGHT), 3)

    def mark(self, claim: Claim, mark: Signature) -> Claim:
        """The claim with its confidence."""
        return structs.replace(claim, reader=structs.replace(claim.reader, confidence=self.of(mark)))


@cache
def load_confidence() -> Confidence:
    """The shipped table."""
    data = yaml.safe_load((files("foedus") / "data" / "confidence.yaml").read_text(encoding="utf-8"))
    cells = {name: {cell: (pair[0], pair[1]) for cell, pair in row.items()} for name, row in data["cells"].items()}
    return Confidence(cells, float(data["default"]))
