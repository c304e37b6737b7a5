"""Rows of the linker's material: every candidate of every role of every event, with its label."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from foedus.learning.decider.material import FOLDS
from foedus.learning.linker.labels import labels, standing
from foedus.learning.linker.material import Told
from foedus.reader.linker.candidates import Slate
from foedus.reader.linker.features import Row, rows_of
from foedus.reader.linker.linker import lists_of, slates
from foedus.reader.linker.memory import EMPTY
from foedus.reader.linker.mention import Key
from foedus.reader.linker.rates import NAMES, Counts, LinkRates

OPEN = len(NAMES) - 2
"""The last two rates tell how often a role stays empty: they are counted at the empty candidate alone."""


class Laid(NamedTuple):
    """A passage with its slates by event, the lists of its sentences, and the first of its rows."""

    told: Told
    slates: Sequence[Sequence[Slate]]
    lists: Sequence[dict[Key, int]]
    start: int


class Rows(NamedTuple):
    """All rows; one each of type and role, row, label, and the passage's fold, part, kind and weight."""

    laid: list[Laid]
    names: list[str]
    rows: list[Row]
    made: np.ndarray
    fold: np.ndarray
    train: np.ndarray
    exemplar: np.ndarray
    weight: np.ndarray

    def slates_of(self, chosen: np.ndarray) -> np.ndarray:
        """Where the slates begin among the chosen rows, which are whole slates."""
        last = np.array([row.numbers[0] for row in self.rows])[chosen] > 0  # nobody ends a slate
        return np.append(0, np.nonzero(last)[0][:-1] + 1)

    def keys_of(self, laid: Laid) -> list[tuple[int, str, Key]]:
        """Event, role and referent of the passage's rows, in order."""
        return [
            (number, slate.role, key)
            for number, some in enumerate(laid.slates)
            for slate in some
            for key in (*(one.key for one in slate.candidates), EMPTY)
        ]


def lay(some: Iterable[Told]) -> Rows:
    """Rows of passages that tell something."""
    laid: list[Laid] = []
    names: list[str] = []
    rows: list[Row] = []
    made: list[bool] = []
    sources: list[tuple[int, bool, bool, float]] = []
    for told in some:
        if not told.cases:
            continue
        stand, phrases = standing(told)
        events = [case.event for case in told.cases]
        here = slates(stand, events, phrases)
        lists = [lists_of(stand.views[event.view], one) for event, one in zip(events, here, strict=True)]
        laid.append(Laid(told, here, lists, len(rows)))
        passage = told.passage
        for case, some_slates in zip(told.cases, here, strict=True):
            for slate in some_slates:
                found = rows_of(slate)
                rows += found
                names += [slate.name] * len(found)
                made += labels(stand, slate, case.roles.get(slate.role, ()))
                lesson = passage.lesson
                sources += [(passage.fold, lesson.part == "train", lesson.exemplar, lesson.weight)] * len(found)
    folds, train, exemplar, weight = (np.array(column) for column in zip(*sources, strict=True))
    return Rows(laid, names, rows, np.array(made), folds, train, exemplar, weight)


def rates_of(rows: Rows, chosen: np.ndarray) -> LinkRates:
    """Rates counted over the chosen rows."""
    counts: list[Counts] = [{} for _ in NAMES]
    for number in np.nonzero(chosen)[0]:
        row, made = rows.rows[number], int(rows.made[number])
        for place, key in enumerate(row.keys):
            if place >= OPEN and not row.numbers[0]:
                continue
            met, hit = counts[place].get(key, (0, 0))
            counts[place][key] = (met + 1, hit + made)
    return LinkRates(counts)


def rate_columns(rows: Rows, everything: LinkRates) -> np.ndarray:
    """Rate columns of all rows; those of training rows are counted on the other folds."""
    found: list[list[float]] = [[]] * len(rows.rows)
    for number in np.nonzero(~rows.train)[0]:
        found[number] = everything.of(rows.rows[number].keys)
    for fold in range(FOLDS):
        others = rates_of(rows, rows.train & (rows.fold != fold))
        for number in np.nonzero(rows.train & (rows.fold == fold))[0]:
            found[number] = others.of(rows.rows[number].keys)
    return np.array(found, dtype=np.float32)
