"""Which kinds of entity can fill which role: the selectional side of the claim contract."""

from collections.abc import Mapping

from foedus.model.vocabulary import FREE_TEXT_ROLES, TYPES, Kind

PARTIES: frozenset[Kind] = frozenset({"state", "organisation", "company", "armed_group"})
ITEMS: frozenset[Kind] = frozenset({"system", "item_class"})
PLACES: frozenset[Kind] = frozenset({"place", "state", "base"})

_BY_ROLE: Mapping[str, frozenset[Kind]] = {
    "item": ITEMS,
    "weapon": ITEMS,
    "hit": ITEMS,
    "to": PLACES,
    "from": PLACES,
    "place": PLACES,
    "host": frozenset({"state"}),
    "organisation": frozenset({"organisation"}),
    "exercise": frozenset({"exercise"}),
    "treaty": frozenset({"treaty"}),
    "instrument": frozenset({"treaty"}),
}
_BY_TYPE_AND_ROLE: Mapping[tuple[str, str], frozenset[Kind]] = {
    ("deployment", "item"): ITEMS | {"force", "armed_group"},
    ("deployment", "actor"): PARTIES | {"mission"},
    ("attack", "target"): PARTIES | PLACES | ITEMS,
    ("sanction", "target"): PARTIES | {"person"},
    ("transfer", "via"): PARTIES | PLACES,
    ("deployment", "via"): PARTIES | PLACES,
}


def kinds_for(claim_type: str, role: str) -> frozenset[Kind]:
    """Kinds that the role takes in claims of the type; empty for roles filled with the text's own words."""
    if role in FREE_TEXT_ROLES:
        return frozenset()
    return _BY_TYPE_AND_ROLE.get((claim_type, role)) or _BY_ROLE.get(role, PARTIES)


def takes_words(claim_type: str, role: str) -> bool:
    """Whether words without a known entity may fill the role when they stand in its slot."""
    return role in FREE_TEXT_ROLES or (claim_type, role) in (("attack", "target"), ("control", "place"))


BY_FRAME = frozenset({"hit"})
"""Core roles that are not linked: what was struck is told by the frame alone."""


def core_roles(claim_type: str) -> list[str]:
    """Roles of a type that are filled with entities and make its core."""
    core = TYPES[claim_type].core  # type: ignore[index]  # a claim type by its name
    return [role for role in core if role not in FREE_TEXT_ROLES and role not in BY_FRAME]
