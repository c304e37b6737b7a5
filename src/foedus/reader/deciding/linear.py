"""A sparse linear model over marks: what stands around a word, by the type that the word would claim."""

import gzip
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from foedus.reader.deciding.features import Features

NAMES = ("gate", "stage", "pos", "dep", "operator", "determiner", "form", "tense", "zone", "upos", "mood", "lang",
         "head", "is operator")  # fmt: skip
COUNTS = ("own:arms", "own:force", "own:party", "obj:arms", "subj:party", "subj:arms", "p:arms", "p:party",
          "sentence:arms", "sentence:force", "sentence:state", "fitting", "above:arms", "above:party", "condition",
          "modal", "passive", "negated", "quoted", "nested", "weak")  # fmt: skip
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
        yield f"{claim_type}|{name}>{min(2, int(float(values.get(name, 0.0))))}"


class Linear(NamedTuple):
    """Weights by mark, of the log-odds of RATES, and what all rows begin with."""

    marks: Mapping[str, float]
    rates: tuple[float, ...]
    bias: float

    def log_odds(self, features: Features, rates: Iterable[float]) -> float:
        """The log-odds of a candidate; `rates` are the log-odds of RATES."""
        weights = self.marks
        total = self.bias + sum(weight * rate for weight, rate in zip(self.rates, rates, strict=True))
        for mark in marks_of(features):
            total += weights.get(mark, 0.0)
        return total


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
