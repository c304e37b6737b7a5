"""Whether two claims speak of the same matter: type and entities, without stage, polarity, number and date."""

import unicodedata
from typing import NamedTuple

from foedus.lineage.published import day_range
from foedus.model.claim import Claim, Filler
from foedus.model.edtf import Edtf
from foedus.model.vocabulary import FREE_TEXT_ROLES, TYPES

LEAST_SHARED = 2
"""Fillers; one state alone in common says nothing."""


CONTENT_ROLES = frozenset("subject content measure act treaty clause instrument".split())
"""Roles that say what a promise, an agreement or a sanction is about."""


class Named(NamedTuple):
    """A core filler that is known by its entity."""

    role: str
    entity: str


def named(claim: Claim) -> frozenset[Named]:
    """The linked fillers of the core roles."""
    return frozenset(
        Named(role, filler.entity) for role in core_roles(claim) for filler in claim.fillers(role) if filler.entity
    )


def core_roles(claim: Claim) -> tuple[str, ...]:
    """Core roles that entities fill."""
    return tuple(role for role in TYPES[claim.type].core if role not in FREE_TEXT_ROLES)


def same_matter(first: Claim, second: Claim) -> bool:
    """Same type, at least two fillers in common, and every core role that both fill has one in common."""
    if first.type != second.type:
        return False
    return shares_enough(first, second) and not any(differs(first, second, role) for role in core_roles(first))


def shares_enough(first: Claim, second: Claim) -> bool:
    """At least two linked fillers in the same roles."""
    return len(named(first) & named(second)) >= LEAST_SHARED


def differs(first: Claim, second: Claim, role: str) -> bool:
    """Whether both fill a role without a filler in common; an entity and bare words are taken to differ.

    Troops without a name do not: `soldiers`, `troupes` and `a contingent` are words for the same people.
    """
    one, other = keys(first, role), keys(second, role)
    if not one or not other or one & other:
        return False
    return not (_unnamed_troops(first, role) and _unnamed_troops(second, role))


def _unnamed_troops(claim: Claim, role: str) -> bool:
    return all(filler.kind == "force" and filler.entity is None for filler in claim.fillers(role))


def keys(claim: Claim, role: str) -> frozenset[str]:
    """The fillers of a role by entity, else by words without case."""
    return frozenset(_key(filler) for filler in claim.fillers(role))


def _key(filler: Filler) -> str:
    return filler.entity or "words: " + unicodedata.normalize("NFKC", filler.text).casefold()


def same_content(first: Claim, second: Claim) -> bool:
    """Nothing beside the core tells them apart: what is agreed, promised, imposed; an agreement needs its name."""
    spec = TYPES[first.type]
    content = [role for role in spec.roles if role in CONTENT_ROLES]
    if any(differs(first, second, role) for role in content):
        return False
    return first.type != "agreement" or bool(keys(first, "instrument") & keys(second, "instrument"))


def exact_number(claim: Claim) -> float | None:
    """How many, where the text gives a plain number."""
    quantity = claim.quantity
    if quantity is None or quantity.approximate or quantity.min is not None or quantity.max is not None:
        return None
    return quantity.value


def numbers_differ(first: Claim, second: Claim) -> bool:
    """Both give a plain number of the same unit, and not the same number."""
    one, other = exact_number(first), exact_number(second)
    return one is not None and other is not None and one != other and _same_unit(first, second)


def _same_unit(first: Claim, second: Claim) -> bool:
    units = {claim.quantity.unit for claim in (first, second) if claim.quantity and claim.quantity.unit}
    return len(units) <= 1


def happened(claim: Claim) -> Edtf | None:
    """When it happened, None where the text does not say or says it in no usable form."""
    return day_range(claim.when.edtf) if claim.when else None


def dates_differ(first: Claim, second: Claim) -> bool:
    """Both say when, and no day can be both; a date marked as doubtful never differs."""
    one, other = happened(first), happened(second)
    if not one or not other or one.qualified or other.qualified:
        return False
    return not one.within(other.earliest, other.latest)
