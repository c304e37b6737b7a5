"""How many roles of a unit's frame the phrases around it could fill, by their kinds alone."""

from collections.abc import Sequence

from foedus.reader.deciding.arguments import Pair
from foedus.reader.deciding.scene import Scene
from foedus.reader.kinds import kinds_for
from foedus.reader.unit import Frame, Unit

_SLOTS = {
    "shared": ("subj",),
    "agent": ("subj", "par", "by", "ins"),
    "iobj": ("iobj", "à", "to", "dat"),
    "amod": ("poss",),
    "det": ("poss",),
    "compound": ("poss",),
    "above:subj": ("subj", "poss"),
}
"""Slots of a frame for relations that have another name there, likeliest first."""
_ANY = frozenset({"noun", "clause", "arms", "force"})


def fitting_roles(unit: Unit, scene: Scene, pairs: Sequence[Pair]) -> int:
    """Number of different roles that some phrase fits."""
    found = set()
    for relation, i in pairs:
        for role in roles_of(unit, relation):
            if _takes(unit.type, role, scene.kinds[i]):
                found.add(role)
                break
    return len(found)


def roles_of(unit: Unit, relation: str) -> tuple[str, ...]:
    """Roles that the frame gives a phrase in this relation."""
    if relation.startswith("p:"):
        return _of_preposition(unit.frame, relation[2:])
    if relation in ("qualified", "relative"):
        return unit.frame.get("subj" if unit.pos == "adjective" else "obj", ())
    return _first(unit.frame, *_SLOTS.get(relation, (relation,)))


def _of_preposition(frame: Frame, name: str) -> tuple[str, ...]:
    if name in frame:
        return frame[name]
    first = name.partition("_")[0]
    if first in frame:
        return frame[first]
    return next((roles for key, roles in frame.items() if key.partition("+")[0] in (name, first)), ())


def _first(frame: Frame, *relations: str) -> tuple[str, ...]:
    return next((frame[relation] for relation in relations if relation in frame), ())


def _takes(claim_type: str, role: str, kind: str) -> bool:
    kinds = kinds_for(claim_type, role)
    if not kinds:
        return kind in _ANY
    if kind == "origin":
        return "state" in kinds
    if kind == "arms":
        return not kinds.isdisjoint(("system", "item_class"))
    if kind == "pronoun":
        return "state" in kinds
    return kind in kinds
