"""Roles against syntax: a filler that stands in the slot of another role is told in the wrong one.

Only what is certain counts: a slot of the trigger's own clause that has one role in every sense of the unit, and that
the told role is never given; and the claim must tell somebody else of that other role, which the filler could have.
"""

from collections.abc import Iterator, Mapping, Sequence

from foedus.careful.proof.fault import Fault
from foedus.careful.proof.ground import Ground
from foedus.careful.proof.placing import Placed, PlacedFiller
from foedus.model.vocabulary import TYPES, Kind
from foedus.reader.kinds import PARTIES, kinds_for
from foedus.reader.matching import Hit
from foedus.reader.relations import conjuncts
from foedus.reader.slots import roles_of, slots_of
from foedus.reader.unit import Unit
from foedus.reader.view import View

OWN = frozenset({"clause"})
"""Constructions in which a slot is the trigger's own, not shared with another word."""


def check_frame(ground: Ground, one: Placed) -> None:
    """Fault `roles_swapped` where a filler stands in the slot of another core role."""
    view = ground.view_at(one.trigger.start)
    if view is None:
        return
    hits = ground.hits(view, one.trigger, one.told.type)
    slots = _slots(ground, view, hits[:1])
    core = TYPES[one.told.type].core
    for filler in one.fillers:
        if filler.told.role not in core or filler.told.via == "unexpressed":
            continue
        head = view.sentence.head_of(*filler.span) if ground.view_at(filler.span.start) is view else None
        given = slots.get(head, ()) if head is not None else ()
        if given and filler.told.role not in given and _is_told(one, given[0], filler):
            raise Fault("roles_swapped", f"{ground.text.words(filler.span)} ({filler.told.role}: {given[0]})")


def _is_told(one: Placed, role: str, filler: PlacedFiller) -> bool:
    """Whether the role is a core one that a filler as this one can have, and that somebody else is told to have."""
    spec, claim_type = TYPES[one.told.type], one.told.type
    able = bool(kinds_for(claim_type, role) & _alike(filler.told.kind))
    return role in spec.core and able and any(other.told.role == role for other in one.fillers)


def _alike(kind: Kind) -> frozenset[Kind]:
    """The kinds of parties for one of them; a kind of things alone."""
    return PARTIES if kind in PARTIES else frozenset({kind})


def _slots(ground: Ground, view: View, hits: Sequence[Hit[Unit]]) -> Mapping[int, Sequence[str]]:
    """For each word in a certain slot the roles that the slot can give."""
    tools = ground.tools_of(view)
    found: dict[int, Sequence[str]] = {}
    for hit in hits:
        for argument in slots_of(tools.phrases, view, hit, tools.agent):
            if argument.how not in OWN:
                continue
            given = [roles_of(tools.phrases, unit, argument) for unit in hit.senses]
            firsts = {roles[0] for roles in given if roles}
            if len(firsts) != 1 or not all(given):
                continue
            roles = list(dict.fromkeys(_all(given)))
            for token in conjuncts(view.sentence, argument.token):
                found.setdefault(token, roles)
    return found


def _all(given: Sequence[Sequence[str]]) -> Iterator[str]:
    for roles in given:
        yield from roles
