"""Ways to say how likely a proven claim is right, held against each other: which are worth their signs."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from bench.accuracy.report import Table
from foedus.learning.confidence import Signed, held_back
from foedus.learning.decider.material import FOLDS, fold_of
from foedus.reader.confidence import Signs

SHRINK = 10
"""Claims of the overall share that a cell of the table is mixed with."""


class Proof(NamedTuple):
    """A document with what is left of its answers; `besides` are signs that were tried and left out, by claim id."""

    signed: Signed
    besides: Mapping[str, Mapping[str, Signs]]


class Loss(NamedTuple):
    """How far probabilities are from what is right, over all claims of which that is known; less is better."""

    log: float
    brier: float


def loss(some: Iterable[Signed], marked: Mapping[str, float]) -> Loss:
    """Of the probabilities of claims by their ids."""
    pairs = [(marked[name], right) for one in some for name, right in one.right.items()]
    logs = [-math.log(max(share if right else 1 - share, 1e-6)) for share, right in pairs]
    squares = [(share - right) ** 2 for share, right in pairs]
    return Loss(sum(logs) / len(logs), sum(squares) / len(squares))


def compared(some: Sequence[Proof]) -> Table:
    """Ways to say how likely a claim is right, each document judged by the others' folds."""
    signed = [one.signed for one in some]
    ways: dict[str, Mapping[str, float]] = {
        "the same for all": _by_cell(signed, lambda _: ()),
        "a table of what the built-in reader makes and empty roles, shrunk": _by_cell(signed, _cell),
        "**the logistic model**": _by_folds(signed),
    }
    for name in next(iter(next(iter(one.besides.values())) for one in some if one.besides)):
        ways[f"the same with {name}"] = _by_folds([_with(one, name) for one in some])
    for name in sorted({name for one in signed for signs in one.signs.values() for name in signs}):
        ways[f"the same without “{name}”"] = _by_folds([_without(one, name) for one in signed])
    found = {way: loss(signed, marked) for way, marked in ways.items()}
    rows = [(way, f"{one.log:.4f}", f"{one.brier:.4f}") for way, one in found.items()]
    return Table("On the dev part, by a model that was fitted without the document", ("way", "log loss", "Brier"), rows)


def _with(one: Proof, name: str) -> Signed:
    signs = {key: {**known, **one.besides[key][name]} for key, known in one.signed.signs.items()}
    return one.signed._replace(signs=signs)


def _without(one: Signed, name: str) -> Signed:
    signs = {key: {sign: value for sign, value in known.items() if sign != name} for key, known in one.signs.items()}
    return one._replace(signs=signs)


def _by_folds(some: Sequence[Signed]) -> dict[str, float]:
    return {claim.id: float(str(claim.reader.confidence)) for read in held_back(some) for claim in read.claims}


def _cell(signs: Signs) -> tuple[float, ...]:
    return bool(signs["same core"]), min(2, signs["empty roles"])


def _by_cell(some: Sequence[Signed], cell: Callable[[Signs], tuple[float, ...]]) -> dict[str, float]:
    """Shares of claims that are right in a cell of a table, mixed with the share of all."""
    found: dict[str, float] = {}
    for fold in range(FOLDS):
        cells: dict[tuple[float, ...], list[bool]] = defaultdict(list)
        for one in some:
            for name, right in one.right.items():
                if fold_of(one.read.gold.id) != fold:
                    cells[cell(one.signs[name])].append(right)
        every = [right for rights in cells.values() for right in rights]
        share = sum(every) / len(every)
        for one in some:
            if fold_of(one.read.gold.id) == fold:
                for name, signs in one.signs.items():
                    rights = cells[cell(signs)]
                    found[name] = (sum(rights) + SHRINK * share) / (len(rights) + SHRINK)
    return found
