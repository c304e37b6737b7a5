"""Roles against syntax: a filler that stands in the slot of another role is told in the wrong one.

Only what is certain counts: constructions that are the trigger's own, slots that no sense of the unit gives the told
role, and two fillers that stand in each other's. One alone in another's slot is as often an idiom that no frame knows.
"""

from collections.abc import Collection, Mapping, Sequence

from foedus.careful.proof.fault import Fault
from foedus.careful.proof.ground import Ground
from foedus.careful.proof.placing import Placed, PlacedFiller
from foedus.model.vocabulary import TYPES
from foedus.reader.matching import Hit
from foedus.reader.relations import conjuncts
from foedus.reader.slots import roles_of, slots_of
from foedus.reader.unit import Unit
from foedus.reader.view import View

OWN = frozenset({"clause", "noun", "participle", "relative", "conjunction", "control", "adjective", "compound"})
"""Constructions in which a slot is the trigger's own, not shared with another word."""


def check_frame(ground: Ground, one: Placed) -> None:
    """Fault `roles_swapped` where two core fillers stand in each other's slots."""
    view = ground.view_at(one.trigger.start)
    if view is None:
        return
    slots = _slots(ground, view, ground.hits(view, one.trigger, one.told.type)[:1])
    stand = [(filler, given) for filler in one.fillers if (given := _given(ground, view, filler, slots))]
    core = TYPES[one.told.type].core
    for filler, given in stand:
        for other, theirs in stand:
            mine, its = filler.told.role, other.told.role
            if mine in core and its in core and _crossed(mine, given, its, theirs):
                raise Fault("roles_swapped", f"{ground.text.words(filler.span)} ({mine}: {its})")


def _crossed(mine: str, given: Collection[str], its: str, theirs: Collection[str]) -> bool:
    """Whether two roles are told of fillers that stand in each other's slots and not in their own."""
    return mine != its and its in given and mine not in given and mine in theirs and its not in theirs


def _given(ground: Ground, view: View, filler: PlacedFiller, slots: Mapping[int, Collection[str]]) -> Collection[str]:
    """The roles of the slot that a filler's own words stand in; none where they stand in none."""
    if filler.told.via == "unexpressed" or ground.view_at(filler.span.start) is not view:
        return ()
    head = view.sentence.head_of(*filler.span)
    return slots.get(head, ()) if head is not None else ()


def _slots(ground: Ground, view: View, hits: Sequence[Hit[Unit]]) -> Mapping[int, Collection[str]]:
    """For each word in a certain slot the roles that the slot can give."""
    tools = ground.tools_of(view)
    found: dict[int, Collection[str]] = {}
    for hit in hits:
        for argument in slots_of(tools.phrases, view, hit, tools.agent):
            if argument.how not in OWN:
                continue
            given = {role for unit in hit.senses for role in roles_of(tools.phrases, unit, argument)}
            for token in conjuncts(view.sentence, argument.token):
                found.setdefault(token, given)
    return found
