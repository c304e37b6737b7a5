"""Which drafts can become claims: some of the core known, and the role that makes the type.

How sure a claim is with the rest unknown is left to its confidence.
"""

from collections.abc import Mapping

from foedus.reader.draft import Draft
from foedus.reader.kinds import BY_FRAME, core_roles

NEEDED: Mapping[str, frozenset[str]] = {
    "control": frozenset({"place"}),
    "membership": frozenset({"organisation"}),
    "sanction": frozenset({"target"}),
    "attack": frozenset({"attacker", "target", "hit"}),
    "exercise": frozenset({"participant"}),
}
"""Roles of which at least one must be known: without it the words are more often about something else."""


def trusted(draft: Draft) -> bool:
    """Whether a core role is known, and one of those that the type needs."""
    known = {role for role in (*core_roles(draft.unit.type), *BY_FRAME) if draft.roles.get(role)}
    needed = NEEDED.get(draft.unit.type)
    return bool(known) and (needed is None or bool(needed & known))
