"""How well triggers and stages are found in labelled passages, as `bench.accuracy` counts them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from foedus.learning.corpus.check import NEVER_CORE
from foedus.learning.decider.material import Trigger
from foedus.learning.decider.rows import Seen, is_masked
from foedus.reader.deciding.decider import Said, chosen, weigh
from foedus.reader.deciding.model import Model

LEVELS = [step / 100 for step in range(10, 66, 2)]


class Count(NamedTuple):
    """Triggers found, claimed and in the gold."""

    hit: int
    claimed: int
    gold: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.hit / max(1, self.claimed + self.gold)

    def __add__(self, other: "Count") -> "Count":  # type: ignore[override]  # counts add, tuples join
        return Count(*(one + two for one, two in zip(self, other, strict=True)))


def count(said: Sequence[Said], triggers: Sequence[Trigger]) -> Count:
    """One passage: same type, a shared word, one to one; what lies on a trigger that is no core counts neither way."""
    free = list(triggers)
    hit = claimed = 0
    for one in sorted(said, key=lambda one: -one.probability):
        if one.candidate.type in NEVER_CORE:
            continue
        words = set(one.candidate.hit.content)
        under = [
            trigger
            for trigger in triggers
            if (trigger.type, trigger.view) == (one.candidate.type, one.view) and words & trigger.tokens
        ]
        left = [trigger for trigger in under if trigger in free]
        if left:
            best = max(left, key=lambda trigger: trigger.core)
            free.remove(best)
            hit += best.core
            claimed += best.core
        else:
            claimed += not under or any(trigger.core for trigger in under)
    return Count(hit, claimed, sum(trigger.core for trigger in triggers))


def best_threshold(model: Model, seen: Iterable[Seen]) -> float:
    """The level with the best F1 over all passages; the lowest of equals."""
    weighed = [(_judged(one, weigh(model, one.sight)), one.passage.triggers) for one in seen]

    def f1(level: float) -> float:
        counts = [count(chosen(said, level), triggers) for said, triggers in weighed]
        return sum(counts, Count(0, 0, 0)).f1

    return max(LEVELS, key=lambda level: (round(f1(level), 4), -level))


def _judged(one: Seen, said: list[Said]) -> list[Said]:
    """Without candidates of which nobody knows whether they are right."""
    if not one.passage.lesson.masked:
        return said

    def is_judged(some: Said) -> bool:
        place = (some.view, some.candidate.anchor, some.candidate.type)
        return one.labels[place] is not None or not is_masked(one.passage, place)

    return [some for some in said if is_judged(some)]
