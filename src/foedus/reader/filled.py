"""What a frame made of a hit: roles with their fillers, slots that hold pronouns, and why."""

from typing import NamedTuple

from foedus.model.claim import Filler
from foedus.reader.unit import Unit

SHARED_ROLES = frozenset({"party", "participant", "member"})
"""Roles that several hold in one claim: every slot adds to them."""


class Filled(NamedTuple):
    """Roles of one hit in one sense; `pronouns` are roles with a pronoun in their slot, `reasons` say what filled."""

    unit: Unit
    roles: dict[str, list[Filler]]
    pronouns: dict[str, int]
    reasons: dict[str, str]
    occupied: set[str]
    """Roles whose slot holds a common noun that cannot fill them."""
    direct: int
    """How many roles the trigger's own construction filled."""
