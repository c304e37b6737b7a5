"""What a claim of an attack or a displacement counts: people hurt, equipment hit, people driven out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from foedus.model.claim import Claim, Filler
from foedus.model.row import RowParty
from foedus.register.heads import UNKNOWN, heads
from foedus.register.told import unit


class Loss(NamedTuple):
    """One thing counted: `key` is the same for claims of the same thing, `counted` whether their quantity is of it."""

    key: tuple[object, ...]
    measure: str
    by: tuple[RowParty, ...]
    target: tuple[RowParty, ...]
    what: tuple[str, ...]
    place: tuple[RowParty, ...]
    unit: str | None
    counted: bool

    @property
    def order(self) -> str:
        """By measure and then by name."""
        return str(self.key).casefold()


def losses(claim: Claim) -> Iterator[Loss]:
    """What the claim counts; nothing where it tells of no loss that has come about."""
    if claim.type == "displacement":
        # whoever flees is called by many words: residents, families, people; from where they flee tells them apart
        yield _loss(claim, "displaced", ("", "from", "to"), claim.fillers("people"), counted=True, apart=False)
    elif claim.type == "attack" and claim.stage in ("ongoing", "done", "ended"):
        hit, casualties = claim.fillers("hit"), claim.fillers("casualties")
        if hit:
            yield _loss(claim, "hits", ("attacker", "target", "place"), hit, counted=True, apart=True)
        if casualties:
            # the quantity of a claim with things hit counts those
            yield _loss(claim, "casualties", ("attacker", "target", "place"), casualties, counted=not hit, apart=True)


def _loss(
    claim: Claim, measure: str, roles: tuple[str, str, str], what: tuple[Filler, ...], *, counted: bool, apart: bool
) -> Loss:
    sides = [sorted(heads(claim.fillers(role))) if role else [] for role in roles]
    of = unit(claim.quantity) if counted else None
    words = tuple(sorted({_bare(one) for one in what})) if apart else ()
    key = (measure, *(tuple(identity for identity, _ in side) for side in sides), words, of or "")
    by, target, place = (tuple(party for _, party in side if party != UNKNOWN) for side in sides)
    return Loss(key, measure, by, target, tuple(one.name for one in what), place, of, counted)


def _bare(filler: Filler) -> str:
    """What is counted without its number: an entity, or the folded words without figures."""
    if filler.entity is not None:
        return filler.entity
    return " ".join(re.sub(r"[\d.,\s]+", " ", filler.name).casefold().split())
