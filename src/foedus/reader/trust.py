"""Which drafts are said surely enough to become claims: enough of the core known, and the role that makes the type."""

from collections.abc import Mapping

from foedus.model.vocabulary import FREE_TEXT_ROLES, TYPES
from foedus.reader.draft import Draft

LEAST: Mapping[str, int] = dict.fromkeys(
    ("transfer", "deployment", "assistance", "production", "control", "membership"), 2
)
"""How many core roles a type needs; one elsewhere."""
NEEDED: Mapping[str, frozenset[str]] = {
    "control": frozenset({"place"}),
    "membership": frozenset({"organisation"}),
    "sanction": frozenset({"target"}),
    "attack": frozenset({"attacker", "target", "hit"}),
    "exercise": frozenset({"participant"}),
}
"""Roles of which at least one must be known: without it the words are more often about something else."""


def trusted(draft: Draft) -> bool:
    """Whether enough core roles are known, at least one of them in the trigger's own sentence."""
    core = [role for role in TYPES[draft.unit.type].core if role not in FREE_TEXT_ROLES]
    known = [role for role in core if draft.roles.get(role)]
    own = [role for role in known if any(filler.via != "unexpressed" for filler in draft.roles[role])]
    needed = NEEDED.get(draft.unit.type, frozenset())
    # A bare event noun may stand on memory alone, where that filled the whole core.
    rooted = bool(own) or (draft.unit.pos == "noun" and len(known) == len(core))
    return len(known) >= LEAST.get(draft.unit.type, 1) and rooted and (not needed or bool(needed & set(known)))
