"""What the stage model learns: for every gold trigger that a candidate heads, which of its type's stages it has."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from foedus.learning.decider.boosting import boosted
from foedus.learning.decider.material import FOLDS
from foedus.learning.decider.rows import Seen
from foedus.reader.deciding.encode import Encoder, Value, encoder
from foedus.reader.deciding.rates import Rates
from foedus.reader.deciding.stages import Standing, keys_of, stage_values, year_of
from foedus.reader.deciding.trees import Trees

Counts = dict[str, Counter[str]]
DOCUMENT, EXEMPLAR = 2.0, 1.0


class Told(NamedTuple):
    """A gold trigger with the candidate that heads it."""

    standing: Standing
    stage: str
    fold: int
    exemplar: bool
    weight: float


def told(seen: Iterable[Seen]) -> list[Told]:
    """Gold triggers whose type some candidate has, each with the stage that the gold gives."""
    found = []
    nothing = Rates()
    for one in seen:
        year = year_of(one.passage.lesson.published)
        for (view, anchor), some in one.candidates.items():
            right = [candidate for candidate in some if one.labels[view, anchor, candidate.type] is True]
            for candidate in right:
                stage = next(
                    trigger.stage
                    for trigger in one.passage.triggers
                    if trigger.type == candidate.type
                    and trigger.view == view
                    and trigger.tokens & {anchor, *candidate.hit.content}
                )
                features = one.sight.features(view, anchor, [candidate], nothing)[0]
                scene, lang = one.sight.setting.scenes[view], one.sight.setting.langs[view]
                standing = Standing(scene, lang, candidate, features, one.sight.operators[view], year)
                lesson = one.passage.lesson
                found.append(Told(standing, stage, one.passage.fold, lesson.exemplar, lesson.weight))
    return found


def stage_counts(some: Iterable[Told]) -> Counts:
    """How often each stage was told, by key."""
    counts: Counts = {}
    for one in some:
        for key in keys_of(one.standing).values():
            counts.setdefault(key, Counter())[one.stage] += 1
    return counts


def train_stages(seen: Sequence[Seen]) -> tuple[Mapping[str, Mapping[str, int]], Encoder, Trees]:
    """Counts, encoder and trees of the stage model; rows see counts of the other folds only."""
    some = told(seen)
    values: list[dict[str, Value]] = []
    made: list[bool] = []
    weights: list[float] = []
    for fold in range(FOLDS):
        counts = stage_counts(one for one in some if one.fold != fold)
        for one in some:
            if one.fold != fold:
                continue
            for stage, row in stage_values(one.standing, counts):
                values.append(row)
                made.append(stage == one.stage)
                weights.append((EXEMPLAR if one.exemplar else DOCUMENT) * one.weight)
    encoding = encoder(values, made)
    trees = boosted(encoding.rows(values), np.array(made), np.array(weights))
    return stage_counts(some), encoding, trees
