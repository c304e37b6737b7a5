"""Why a candidate fills its role or does not: the linker's strongest columns, in words.

A column's share is what it adds to the log-odds (Saabas). The second pass goes mostly by what the first said of the
candidate and its rivals, which explains nothing; it is unfolded into the first pass's own columns: those of its trees,
and of its sparse weights, each by half, since the first pass is the geometric mean of both.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from foedus.reader.deciding.reasons import LEAST, Reason
from foedus.reader.deciding.trees import Floats
from foedus.reader.linker import features, rates, second
from foedus.reader.linker.candidates import Slate
from foedus.reader.linker.features import rows_of
from foedus.reader.linker.linear import steps_of
from foedus.reader.linker.model import Model
from foedus.reader.linker.wording import LinkWording, Standing, shown, told

FOR, AGAINST = 3, 1
"""How many reasons for, and how many against."""
HALF = 0.5
FIRST_PASS = (*features.NAMES, *rates.COLUMNS)
COLUMNS = (*FIRST_PASS, *second.NAMES)
UNFOLDED = frozenset({"first", "rank", "best rival"})
"""What the second pass takes from the first about the candidate and its rivals."""
FLAGS = frozenset(name for name in features.NAMES if name.startswith(("is ", "in the ", "event is "))) | {
    "subject",
    "subject of its clause before",
    "speaker",
    "against",
    "makes the item",
    "arms maker",
    "agrees as antecedent",
    "frame gives another",
    "under another event",
    "other event nearer",
    "has a subject",
    "named in sentence after",
}
"""Columns whose zero is the lack of something, which is no reason by itself."""


class Seen(NamedTuple):
    """One row of a role's slate: the number of the candidate, that of nobody behind the last; `row` has COLUMNS."""

    slate: Slate
    number: int
    row: Floats

    @property
    def standing(self) -> Standing:
        """Whether it is nobody, or somebody who is named in the event's sentence."""
        some = self.slate.candidates
        return "empty" if self.number == len(some) else "here" if some[self.number].here else "elsewhere"


def shares_of(model: Model, seen: Seen) -> dict[str, float]:
    """What each column adds to the log-odds, by name."""
    found: dict[str, float] = defaultdict(float)
    for column, share in model.second.shares(seen.row).items():
        if COLUMNS[column] not in UNFOLDED:
            found[COLUMNS[column]] += share
    for column, share in model.first.shares(seen.row[: len(FIRST_PASS)]).items():
        found[COLUMNS[column]] += HALF * share
    for name, weight in _sparse(model, seen):
        found[name] += HALF * weight
    return dict(found)


def link_reasons(
    wording: LinkWording, seen: Seen, shares: Mapping[str, float], stated: Collection[str], trigger: str
) -> list[Reason]:
    """The strongest reasons for, the strongest first, then those against.

    Columns in the same words are one reason, and so are the rates: all tell how often who stands so filled the role.
    `stated` are columns that were told otherwise; `trigger` is the event's word.
    """
    values = dict(zip(COLUMNS, seen.row.tolist(), strict=True))
    role = wording.role(seen.slate.role)
    groups: dict[str, list[Reason]] = defaultdict(list)
    for name, share in shares.items():
        if name not in stated:
            words = wording.column(name, values[name], seen.standing, trigger, role)
            one = Reason(name, shown(told(name, values[name])), share, words)
            groups["rates" if name in wording.rates else words].append(one)
    ordered = sorted(map(_as_one, groups.values()), key=lambda one: (-abs(one.share), one.words))
    strong = [one for one in ordered if abs(one.share) >= LEAST]
    return [one for one in strong if one.share > 0][:FOR] + [one for one in strong if one.share < 0][:AGAINST]


def _as_one(some: Sequence[Reason]) -> Reason:
    """Reasons that say the same, in the words of the strongest on the side of their sum."""
    total = sum(one.share for one in some)
    best = max(some, key=lambda one: one.share * (1 if total > 0 else -1))
    return Reason(best.name, best.value, round(total, 4), best.words)


def _sparse(model: Model, seen: Seen) -> Iterator[tuple[str, float]]:
    """Each weight of the first pass's sparse half with its column: that of the number, or of the key's rate.

    Every step of a number has a weight, that of zero too; a flag's share is what it adds to that.
    """
    linear, slate = model.linear, seen.slate
    weights = linear.numbers[linear.names.get(slate.name, len(linear.names))] + linear.numbers[-1]
    zero = steps_of(np.zeros(1, dtype=np.float32))[0]
    for column, step in enumerate(steps_of(seen.row[: len(features.NAMES)]).tolist()):
        name = features.NAMES[column]
        yield name, float(weights[column, step] - (weights[column, zero] if name in FLAGS else 0.0))
    keys = rows_of(slate)[seen.number].keys
    for name, weight in zip(rates.NAMES, linear.weights_of(keys), strict=True):
        yield f"rate {name}", weight
