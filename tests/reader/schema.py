"""The contract for machines, and claims as the plain values that it describes."""

import json
from importlib.resources import files
from typing import Any

from foedus.model.claim import Claim
from foedus.model.claim_json import to_json

SCHEMA: dict[str, Any] = json.loads(files("foedus").joinpath("data", "claim.schema.json").read_text(encoding="utf-8"))


def as_json(claim: Claim) -> dict[str, Any]:
    """A claim as its JSON line gives it."""
    made: dict[str, Any] = json.loads(to_json(claim))
    return made
