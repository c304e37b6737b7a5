"""Types of claims by family, as the style sheet colours them."""

from collections.abc import Mapping
from typing import Final

from foedus.model.vocabulary import ClaimType

FAMILIES: Final[Mapping[str, tuple[ClaimType, ...]]] = {
    "arms": ("transfer", "production", "possession"),
    "force": ("deployment", "exercise"),
    "pact": ("agreement", "commitment", "membership"),
    "aid": ("assistance", "meeting", "diplomacy"),
    "fight": ("attack", "hostilities", "control", "displacement"),
    "press": ("sanction", "accusation"),
}
"""Families in the order of the palette, their types in the order of their lines."""

FAMILY: Final[Mapping[str, str]] = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}
"""The family of each type."""
