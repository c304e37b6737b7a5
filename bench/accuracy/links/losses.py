"""Every filler that is missing or too many, with why.

Of a missing one: `unread` (no parsed sentence holds the trigger, or the words), `no candidate` (nobody right was to
choose from), `in another role` (the event has it, elsewhere), `left empty`, `rest of a list` (others of the role are
found), `other chosen`. Of a surplus one: `role is open` in the gold, `one too many` beside all that is wanted,
`instead`.
"""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from bench.accuracy.links.judging import Answer, Answered, Role, Wanted
from bench.accuracy.links.kinds import UNREAD, kind_of
from foedus.learning.scoring.fillers import filler_right


class Loss(Struct, frozen=True):
    """One loss; `filler` is the gold's or, where it is too many, the linker's; `chosen` all that the role got."""

    document: str
    lang: str
    loss: str
    reason: str
    type: str
    stage: str
    role: str
    filler: str
    kind: str
    distance: str
    chosen: tuple[str, ...]
    share: float
    said: str


def losses(one: Answered) -> Iterator[Loss]:
    """Losses of one document."""
    for event in one.events:
        for role in event.roles:
            for wanted in role.wanted:
                if wanted.found is None:
                    reason = _why_missing(event, role, wanted)
                    shown = "=".join(wanted.accepted)
                    yield _loss(one, event, role, ("missing", reason, shown, wanted.kind, wanted.distance))
            for filler in role.surplus:
                reason = _why_surplus(role)
                shown = f"{filler.entity or ''}={filler.text}"
                yield _loss(one, event, role, ("surplus", reason, shown, kind_of(filler.via, filler.entity), ""))


def as_line(loss: Loss) -> bytes:
    """One JSON line without its end."""
    return msgspec.json.encode(loss)


def _why_missing(event: Answer, role: Role, wanted: Wanted) -> str:
    if not wanted.offered:
        return "unread" if wanted.distance == UNREAD else "no candidate"
    others = [filler for other in event.roles if other.name != role.name for filler in other.chosen]
    if any(filler_right(wanted.accepted, filler) for filler in others):
        return "in another role"
    if not role.chosen:
        return "left empty"
    return "rest of a list" if any(other.found for other in role.wanted) else "other chosen"


def _why_surplus(role: Role) -> str:
    if not role.wanted:
        return "role is open"
    return "one too many" if all(one.found for one in role.wanted) else "instead"


def _loss(one: Answered, event: Answer, role: Role, told: tuple[str, str, str, str, str]) -> Loss:
    loss, reason, filler, kind, distance = told
    chosen = tuple(f"{some.entity or ''}={some.text}" for some in role.chosen)
    document, share = one.document, round(role.share, 3)
    return Loss(
        document.id,
        document.lang,
        loss,
        reason,
        event.type,
        event.stage,
        role.name,
        filler,
        kind,
        distance,
        chosen,
        share,
        event.said,
    )
