"""Who is recorded as a member of an organisation in which days, as the gazetteer has it."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from foedus.judge.views.days import ALWAYS, FIRST, LAST, Span, bounds
from foedus.model.entity import Change, Entity

_STATUS = {"joined": "member", "readmitted": "member", "frozen": "frozen", "suspended": "suspended", "left": ""}
"""What a change makes of a member; nothing after it has left."""


class Membership(NamedTuple):
    """One interval in which a member stands so."""

    member: str
    status: str
    days: Span


def memberships(organisation: Entity) -> Iterator[Membership]:
    """All intervals, member by member; joining without a date is taken to be long ago, and who left in some year was in
    to the end of it."""
    changes: dict[str, list[tuple[int, Change]]] = defaultdict(list)
    for change in organisation.changes:
        first, last = bounds(change.when)
        if change.change in _STATUS and first is not None and last is not None:
            changes[change.member].append((last + 1 if change.change == "left" else first, change))
    for member in dict.fromkeys((*organisation.members, *changes)):
        dated = sorted(changes[member], key=lambda one: one[0])
        if not dated:
            yield Membership(member, "member", ALWAYS)
            continue
        before = "" if dated[0][1].change == "joined" else "member"
        steps = [(FIRST, before), *((day, _STATUS[change.change]) for day, change in dated), (LAST + 1, "")]
        for (since, status), (behind, _) in pairwise(steps):
            if status and since < behind:
                yield Membership(member, status, Span(since, behind - 1))
