"""A sparse linear model over marks: what stands around a word, by the type that the word would claim."""

import gzip
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

from foedus.reader.deciding.encode import Value
from foedus.reader.deciding.features import Features

NAMES = ("gate", "stage", "pos", "dep", "operator", "determiner", "form", "tense", "zone", "upos", "mood", "lang",
         "head", "is operator")  # fmt: skip
COUNTS = ("own:arms", "own:force", "own:party", "obj:arms", "subj:party", "subj:arms", "p:arms", "p:party",
          "sentence:arms", "sentence:force", "sentence:state", "fitting", "above:arms", "above:party", "condition",
          "modal", "passive", "negated", "quoted", "nested", "weak")  # fmt: skip
MISSING = ""
"""For the value of a feature that a candidate does not have."""
MOST = 2
"""From which number on counts are alike."""
RATES = ("rate:unit", "rate:word", "rate:any", "rate:kind")


def marks_of(features: Features) -> Iterator[str]:
    """All marks of a candidate, with its type before them; phrases by kind stand without it too."""
    values = features.values
    claim_type = values["type"]
    for mark in features.marks:
        yield f"{claim_type}|{mark}"
        if "=<" in mark:
            yield mark
    for name in NAMES:
        yield f"{claim_type}|{name}:{values.get(name)}"
    for name in COUNTS:
        yield f"{claim_type}|{name}>{min(MOST, int(float(values.get(name, 0.0))))}"


class _OfType(NamedTuple):
    """Weights of one type: by mark as features have it, and of each named feature by its value."""

    marks: dict[str, float]
    named: tuple[tuple[str, dict[Value, float], float], ...]
    """A feature's name, the weights of its values, and that of any other value."""


@dataclass(frozen=True, eq=False)
class Linear:
    """Weights by mark, of the log-odds of RATES, and what all rows begin with."""

    marks: Mapping[str, float]
    rates: tuple[float, ...]
    bias: float

    def log_odds(self, features: Features, rates: Iterable[float]) -> float:
        """The log-odds of a candidate; `rates` are the log-odds of RATES. The marks are those of `marks_of`."""
        values = features.values
        own = self._of_type(str(values["type"]))
        total = self.bias + sum(weight * rate for weight, rate in zip(self.rates, rates, strict=True))
        total = sum(map(own.marks.get, features.marks, repeat(0.0)), total)
        for name, by_value, otherwise in own.named:
            total += by_value.get(values.get(name, MISSING), otherwise)
        return total

    def _of_type(self, claim_type: str) -> _OfType:
        found = self._by_type.get(claim_type)
        if found is None:
            found = self._by_type[claim_type] = self._gathered(claim_type)
        return found

    @cached_property
    def _by_type(self) -> dict[str, _OfType]:
        """The weights of the types met."""
        return {}

    def _gathered(self, claim_type: str) -> _OfType:
        start = f"{claim_type}|"
        marks = {mark: weight for mark, weight in self.marks.items() if "|" not in mark}
        names: dict[str, dict[Value, float]] = {name: {} for name in NAMES}
        for mark, weight in self.marks.items():
            if not mark.startswith(start):
                continue
            own = mark.removeprefix(start)
            marks[own] = marks.get(own, 0.0) + weight
            name, _, value = own.partition(":")
            if name in names:
                names[name][MISSING if value == "None" else value] = weight
        named = [(name, weights, 0.0) for name, weights in names.items()]
        for name in COUNTS:
            none, *some = (marks.get(f"{name}>{count}", 0.0) for count in range(MOST + 1))
            by_count: dict[Value, float] = {float(count): weight for count, weight in enumerate(some, 1)}
            named.append((name, {MISSING: none, 0.0: none, **by_count}, some[-1]))
        return _OfType(marks, tuple(named))


def read_linear(file: Traversable) -> Linear:
    """The model of a file that `write_linear` wrote."""
    lines = gzip.decompress(file.read_bytes()).decode("utf-8").splitlines()
    head = [float(value) for value in lines[0].split("\t")]
    marks = {}
    for line in lines[1:]:
        weight, _, mark = line.partition("\t")
        marks[mark] = float(weight)
    return Linear(marks, tuple(head[1:]), head[0])


def write_linear(model: Linear, file: Path) -> None:
    """Write the model: bias and rates on the first line, then weight and mark, by mark."""
    lines = ["\t".join(f"{value:.4f}" for value in (model.bias, *model.rates))]
    lines += [f"{weight:.3f}\t{mark}" for mark, weight in sorted(model.marks.items())]
    file.write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), mtime=0))
