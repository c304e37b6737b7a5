"""Roles against syntax: a filler that stands in the slot of another role is told in the wrong one.

Only what is certain counts: slots that no sense of the unit gives the told role, and either two fillers that stand in
each other's, or one in another's slot of the trigger's own clause where both could change places and the other stands
in no slot of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from foedus.careful.proof.fault import Fault
from foedus.careful.proof.ground import Ground
from foedus.careful.proof.placing import Placed, PlacedFiller
from foedus.model.vocabulary import TYPES, ClaimType, Kind
from foedus.reader.kinds import PARTIES, kinds_for
from foedus.reader.matching import Hit
from foedus.reader.relations import conjuncts
from foedus.reader.slots import roles_of, slots_of
from foedus.reader.unit import Unit
from foedus.reader.view import View

CLAUSE = "clause"
OWN = frozenset({CLAUSE, "noun", "participle", "relative", "conjunction", "control", "adjective", "compound"})
"""Constructions in which a slot is the trigger's own, not shared with another word."""
MAIN = frozenset({"subj", "obj"})
"""Relations that a frame must know of the words it fits, once each: a verb with an object is no reflexive one, and two
objects are a doubtful parse."""


class Slot(NamedTuple):
    """The roles that a place of the trigger's frame can give, and whether it is one of the trigger's own clause,
    in a frame that fits it."""

    roles: frozenset[str]
    in_clause: bool


class Standing(NamedTuple):
    """A core filler in the trigger's sentence, with its slot where it has one."""

    filler: PlacedFiller
    slot: Slot | None

    @property
    def role(self) -> str:
        """The told role."""
        return self.filler.told.role


def check_frame(ground: Ground, one: Placed) -> None:
    """Fault `roles_swapped` where a core filler stands in the slot of another."""
    view = ground.view_at(one.trigger.start)
    if view is None:
        return
    some = list(_standing(ground, view, one))
    for this in some:
        for other in some:
            if this.role != other.role and (_crossed(this, other) or _taken(one.told.type, this, other)):
                raise Fault("roles_swapped", f"{ground.text.words(this.filler.span)} ({this.role}: {other.role})")


def _standing(ground: Ground, view: View, one: Placed) -> Iterator[Standing]:
    slots = _slots(ground, view, ground.hits(view, one.trigger, one.told.type))
    for filler in one.fillers:
        here = ground.view_at(filler.span.start) is view and filler.told.via != "unexpressed"
        if here and filler.told.role in TYPES[one.told.type].core:
            head = view.sentence.head_of(*filler.span)
            yield Standing(filler, slots.get(head) if head is not None else None)


def _crossed(this: Standing, other: Standing) -> bool:
    """Whether two fillers stand in each other's slots and not in their own."""
    if this.slot is None or other.slot is None:
        return False
    mine, theirs = this.slot.roles, other.slot.roles
    return other.role in mine and this.role not in mine and this.role in theirs and other.role not in theirs


def _taken(claim_type: ClaimType, this: Standing, other: Standing) -> bool:
    """Whether a filler alone has another's slot, and the other none, and each could have the other's role."""
    if this.slot is None or not this.slot.in_clause or this.slot.roles != {other.role}:
        return False
    free = other.slot is None or other.role not in other.slot.roles
    return free and _able(claim_type, this, other.role) and _able(claim_type, other, this.role)


def _able(claim_type: ClaimType, one: Standing, role: str) -> bool:
    kind: Kind = one.filler.told.kind
    return bool(kinds_for(claim_type, role) & (PARTIES if kind in PARTIES else {kind}))


def _slots(ground: Ground, view: View, hits: Sequence[Hit[Unit]]) -> Mapping[int, Slot]:
    """For each word in a slot the roles that any unit at the trigger can give there, in any sense."""
    tools = ground.tools_of(view)
    found: dict[int, Slot] = {}
    for hit in hits:
        some = [
            (one, {role for unit in hit.senses for role in roles_of(tools.phrases, unit, one)})
            for one in slots_of(tools.phrases, view, hit, tools.agent)
        ]
        main = [(one.relation, roles) for one, roles in some if one.how == CLAUSE and one.relation in MAIN]
        fits = all(roles for _, roles in main) and len({relation for relation, _ in main}) == len(main)
        for one, roles in some:
            if one.how not in OWN or not roles:
                continue
            for token in conjuncts(view.sentence, one.token):
                held = found.get(token, Slot(frozenset(), in_clause=True))
                found[token] = Slot(held.roles | roles, held.in_clause and fits and one.how == CLAUSE)
    return found
