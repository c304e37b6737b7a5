"""What a frame made of a hit: roles with their fillers, slots that hold pronouns, and why."""

from typing import NamedTuple

from foedus.model.claim import Filler
from foedus.reader.relations import Argument
from foedus.reader.unit import Unit

SHARED_ROLES = frozenset({"party", "participant", "member"})
"""Roles that several hold in one claim: every slot adds to them."""


class Filled(NamedTuple):
    """Roles of one hit in one sense; `pronouns` are roles with a pronoun in their slot, `reasons` say what filled.

    `slots` are the arguments that filled roles, for those that later steps have not settled anew.
    """

    unit: Unit
    roles: dict[str, list[Filler]]
    pronouns: dict[str, int]
    reasons: dict[str, str]
    slots: dict[str, Argument]
    occupied: set[str]
    """Roles whose slot holds a common noun that cannot fill them."""
    direct: int
    """How many roles the trigger's own construction filled."""
