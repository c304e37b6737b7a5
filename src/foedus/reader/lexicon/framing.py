"""Frames as a lexicon file writes them: `RELATION:ROLE|ROLE RELATION:ROLE`, checked against what there is."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple, NoReturn

from foedus.reader.unit import Frame

GENERAL = ("subj", "obj", "iobj", "poss", "compound", "beneficiary", "done_to")
"""Relations of every language; the others are a language's own: prepositions, and cases without one."""

Refuse = Callable[[str], NoReturn]


class Relations(NamedTuple):
    """The relations that frames of one language may name.

    `bare` are cases without a preposition, `governed` those that a preposition may ask for: "dat", "в+loc".
    """

    prepositions: tuple[str, ...]
    bare: tuple[str, ...]
    governed: tuple[str, ...]

    @classmethod
    def of(cls, words: Mapping[str, Any]) -> "Relations":
        """Those that a `words.yaml` lists under `relations`."""
        listed = words["relations"]
        return cls(tuple(listed["prepositions"]), tuple(listed["bare"]), tuple(listed["governed"]))

    def allows(self, relation: str) -> bool:
        """Whether a frame may name it; of a compound preposition ("auprès_de") one word must be listed."""
        if relation in GENERAL or relation in self.bare:
            return True
        name, plus, case = relation.partition("+")
        return (not plus or case in self.governed) and not set(self.prepositions).isdisjoint([name, *name.split("_")])

    def __str__(self) -> str:
        """All of them, for the message about one that does not exist."""
        cased = f" (with +{', +'.join(self.governed)})" if self.governed else ""
        return f"{', '.join([*GENERAL, *self.bare])}, or a preposition{cased}: {', '.join(self.prepositions)}"


def frame_of(text: str, roles: Collection[str], relations: Relations, refuse: Refuse) -> Frame:
    """The frame that the text writes; a relation that stands twice has the roles of both, in their order.

    `refuse` raises with what is wrong and what is allowed.
    """
    frame: dict[str, tuple[str, ...]] = {}
    for slot in text.split():
        relation, colon, named = slot.rpartition(":")
        if not colon or not relation:
            refuse(f"frame slot {slot!r} is not RELATION:ROLE")
        if not relations.allows(relation):
            refuse(f"relation {relation!r} is none of {relations}")
        for role in named.split("|"):
            if role not in roles:
                refuse(f"role {role!r} is none of {', '.join(roles)}")
        frame[relation] = (*frame.get(relation, ()), *named.split("|"))
    return frame
