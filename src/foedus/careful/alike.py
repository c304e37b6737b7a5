"""Whether two readers tell one claim."""

from foedus.model.claim import Claim
from foedus.model.vocabulary import FREE_TEXT_ROLES, TYPES
from foedus.reader.kinds import core_roles


def is_same(one: Claim, other: Claim) -> bool:
    """Whether two readers tell one claim: of one type, by words that meet or of the same core."""
    if one.type != other.type:
        return False
    first, second = one.trigger, other.trigger
    meets = first.start < second.end and second.start < first.end
    core = _entities(one)
    return meets or (any(core) and core == _entities(other))


def is_alike(one: Claim, other: Claim) -> bool:
    """Whether they also put the same into every core role: entities, or words where none is known."""
    return is_same(one, other) and _core(one) == _core(other)


def _entities(claim: Claim) -> list[frozenset[str]]:
    roles = [role for role in TYPES[claim.type].core if role not in FREE_TEXT_ROLES]
    return [frozenset(one.entity for one in claim.fillers(role) if one.entity) for role in roles]


def _core(claim: Claim) -> list[frozenset[str]]:
    roles = core_roles(claim.type)
    return [frozenset(one.entity or one.text.casefold() for one in claim.fillers(role)) for role in roles]
