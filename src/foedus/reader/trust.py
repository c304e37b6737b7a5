"""Which drafts are said surely enough to become claims: enough of the core known."""

from foedus.model.vocabulary import FREE_TEXT_ROLES, TYPES
from foedus.reader.draft import Draft

LEAST = {"transfer": 2, "deployment": 2, "assistance": 2, "commitment": 1, "control": 1}
"""How many core roles a type needs; one elsewhere."""


def trusted(draft: Draft) -> bool:
    """Whether the draft has as many core roles as its type needs, one of them in the trigger's own sentence."""
    core = [role for role in TYPES[draft.unit.type].core if role not in FREE_TEXT_ROLES]
    known = [role for role in core if draft.roles.get(role)]
    own = [role for role in known if any(filler.via != "unexpressed" for filler in draft.roles[role])]
    return len(known) >= min(LEAST.get(draft.unit.type, 1), len(core)) and bool(own)
