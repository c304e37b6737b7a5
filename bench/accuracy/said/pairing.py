"""Which claimed trigger answers which gold trigger: same type, a shared word, one to one, the surest first."""

from collections.abc import Sequence
from typing import NamedTuple

from bench.accuracy.said.hearing import Claimed, Trigger


class Paired(NamedTuple):
    """Core gold triggers with the claimed one that finds them; core ones that nothing finds; claimed ones that are
    wrong. What answers a trigger that is not core is none of these."""

    found: list[tuple[Trigger, Claimed]]
    missed: list[Trigger]
    wrong: list[Claimed]


def pair(triggers: Sequence[Trigger], claimed: Sequence[Claimed]) -> Paired:
    """Pairs of one document; a second claim on a core trigger is wrong, one on a trigger that is not core is free."""
    free = list(triggers)
    found: list[tuple[Trigger, Claimed]] = []
    wrong: list[Claimed] = []
    for one in sorted(claimed, key=lambda one: -one.probability):
        under = [trigger for trigger in triggers if trigger.type == one.type and trigger.words.meet(one.words)]
        left = [trigger for trigger in under if trigger in free]
        if left:
            best = max(left, key=lambda trigger: trigger.core)
            free.remove(best)
            if best.core:
                found.append((best, one))
        elif not under or any(trigger.core for trigger in under):
            wrong.append(one)
    return Paired(found, [trigger for trigger in free if trigger.core], wrong)
