"""Who takes part in a claim, and for whom a voice speaks: what the entity tables know, handed in by the caller."""

from collections.abc import Callable
from datetime import date

from foedus.lineage.published import day_range
from foedus.model.claim import Claim
from foedus.model.vocabulary import Kind

Sides = Callable[[str, date | None], frozenset[str]]
"""Entity key and day → the entity itself and the states, organisations or groups for which it speaks then."""

_PARTIES: frozenset[Kind] = frozenset(
    {"state", "organisation", "company", "armed_group", "person", "force", "place", "base"}
)
"""Who acts or is acted upon; what is struck or taken in a place is struck or taken from its state."""


def itself(key: str, _on: date | None = None) -> frozenset[str]:
    """Sides where nothing is known of entities."""
    return frozenset({key})


def day(claim: Claim) -> date | None:
    """The first day on which the claim's document can have been published."""
    published = day_range(claim.document.published)
    return published.earliest if published else None


def taking_part(claim: Claim, sides: Sides, roles: tuple[str, ...] | None = None) -> frozenset[str]:
    """All for whom the parties of a claim act, in some roles or in all."""
    on = day(claim)
    return frozenset(
        side
        for role, fillers in claim.roles.items()
        if roles is None or role in roles
        for filler in fillers
        if filler.entity and filler.kind in _PARTIES
        for side in sides(filler.entity, on)
    )
