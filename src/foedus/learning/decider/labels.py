"""Which candidates make their claim: the one that heads a gold trigger; others inside it count neither way."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from foedus.learning.decider.material import Trigger
from foedus.reader.deciding.candidates import Candidate

Place = tuple[int, int, str]
"""View, anchor and type of a candidate."""
Candidates = Mapping[tuple[int, int], Sequence[Candidate]]
"""By view and anchor."""


def labels(found: Candidates, triggers: Sequence[Trigger]) -> dict[Place, bool | None]:
    """True, False or None (ignored) for every candidate."""
    by_place: dict[tuple[str, int], list[Trigger]] = defaultdict(list)
    for trigger in triggers:
        by_place[trigger.type, trigger.view].append(trigger)
    made: dict[Place, bool | None] = {}
    rivals: dict[int, list[tuple[tuple[bool, bool, int, int], Place]]] = defaultdict(list)
    for (view, anchor), some in found.items():
        for candidate in some:
            place = (view, anchor, candidate.type)
            made[place] = False
            words = {anchor, *candidate.hit.content}
            for trigger in by_place.get((candidate.type, view), ()):
                if words & trigger.tokens:
                    made[place] = None
                    closeness = (
                        anchor == trigger.head,
                        anchor in trigger.tokens,
                        len(candidate.hit.content),
                        -anchor,
                    )
                    rivals[id(trigger)].append((closeness, place))
    for some_rivals in rivals.values():
        made[max(some_rivals)[1]] = True
    return made
