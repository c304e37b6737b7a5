"""Fit the models of crossing, for `data/lineage/crossing.yaml`: `python -m training.lineage.train [--check]`.

Three logistic regressions: one text or not, for pages of one language and of two, and of the rest one event or not. The
levels are the ones with the best F1 on pairs whose matters the fitted models did not see (folds by matter); that of
"one text" must reach PRECISION there. `--check` prints the cross-validated figures and writes nothing. The same
material gives the same file.
"""

import argparse
import sys
from collections.abc import Sequence
from math import log1p
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml

from foedus.learning import regression
from foedus.lineage.crossing.decision import EVENT_DAYS, MODELS, Model, Outcome
from training.lineage.material import Pair, members, pairs

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "src" / "foedus" / "data" / "lineage" / "crossing.yaml"
FOLDS = 6
PRECISION = 0.99
LEVELS = [step / 100 for step in range(5, 100)]
PENALTY = 3.0
"""Rows count so much against the penalty of the weights."""
ACROSS_MATTERS = 0.3
MOVED = 0.1
"""What pairs of two matters count, as they are dated and as though of one day: they are many, most share nothing."""
OUTCOMES: dict[Model, Outcome] = {"within": "text", "across": "text", "event": "event"}
FEATURES: dict[Model, tuple[str, ...]] = {
    "within": tuple(
        "kept ordered sentences mutual rare rare_weight figures named agreeing quoted unquoted length lead topic days "
        "undated stems runs".split()
    ),
    "across": tuple(
        "kept ordered sentences mutual rare rare_weight figures named agreeing quoted unquoted length lead topic days "
        "undated".split()
    ),
    "event": tuple("fresh_topic fresh_news fresh_lead turned days".split()),
}
"""What each model looks at: order and completeness for one text, the news itself for one event."""
HEADER = """# What makes two pages one text, or tellings of one event: logistic models over
# lineage/crossing/likeness.py, fitted by `python -m training.lineage.train`. A positive weight
# speaks for it; `level` is the probability from which it is so.
"""


class Fitted(NamedTuple):
    """A model for one outcome."""

    bias: float
    weights: tuple[float, ...]

    def probabilities(self, rows: np.ndarray) -> np.ndarray:
        found: np.ndarray = 1 / (1 + np.exp(-(rows @ np.array(self.weights) + self.bias)))
        return found


class Figures(NamedTuple):
    """Right, given and wanted answers."""

    right: int
    given: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f} recall {self.recall:.3f} F1 {self.f1:.3f} ({self.right} of {self.wanted})"
        )


def rows_of(found: Sequence[Pair], model: Model) -> np.ndarray:
    """Pairs by features."""
    return np.array([[getattr(pair.found, name) for name in FEATURES[model]] for pair in found])


def seen_by(found: Sequence[Pair], model: Model) -> list[Pair]:
    """The pairs that a model is asked about; an event's model no pairs of one text, and none far apart."""
    if model == "event":
        return [pair for pair in found if pair.label != "text" and pair.found.days <= log1p(EVENT_DAYS)]
    return [pair for pair in found if pair.found.same_language == (model == "within")]


def fit(found: Sequence[Pair], model: Model) -> Fitted:
    """One model from the pairs that it is asked about."""
    made = np.array([pair.label == OUTCOMES[model] for pair in found])
    weights = np.array([PENALTY * (MOVED if pair.moved else 1.0 if pair.within else ACROSS_MATTERS) for pair in found])
    at = regression.fitted(rows_of(found, model), made, weights)
    return Fitted(round(float(at[-1]), 3), tuple(round(float(one), 3) for one in at[:-1]))


def unseen(found: Sequence[Pair], model: Model) -> np.ndarray:
    """The probability of each pair by a model that saw neither of its matters (NaN for those only learnt from)."""
    matters = sorted({matter for pair in found for matter in (pair.one.matter, pair.other.matter)})
    fold = {matter: place % FOLDS for place, matter in enumerate(matters)}
    at = [frozenset((fold[pair.one.matter], fold[pair.other.matter])) for pair in found]
    told = np.full(len(found), np.nan)
    for folds in sorted(set(at), key=sorted):
        fitted = fit([pair for pair, own in zip(found, at, strict=True) if not folds & own], model)
        asked = [place for place, own in enumerate(at) if own == folds and not found[place].moved]
        if asked:
            told[asked] = fitted.probabilities(rows_of([found[place] for place in asked], model))
    return told


def figures(found: Sequence[Pair], given: np.ndarray, outcome: Outcome) -> Figures:
    """Right, given and wanted among pairs as they are dated."""
    asked = np.array([not pair.moved for pair in found])
    wanted = np.array([pair.label == outcome for pair in found]) & asked
    return Figures(int((wanted & given).sum()), int((given & asked).sum()), int(wanted.sum()))


def level(found: Sequence[Pair], told: np.ndarray, model: Model) -> tuple[float, Figures]:
    """The best level on unseen pairs, and the figures that it gives."""
    outcome, least = OUTCOMES[model], PRECISION if model != "event" else 0.0
    by_level = {one: figures(found, told >= one, outcome) for one in LEVELS}
    good = {one: figure for one, figure in by_level.items() if figure.precision >= least} or {
        LEVELS[-1]: by_level[LEVELS[-1]]
    }
    best = max(figure.f1 for figure in good.values())
    as_good = [one for one, figure in good.items() if figure.f1 == best]
    chosen = as_good[len(as_good) // 2]
    return chosen, good[chosen]


def trained(found: Sequence[Pair]) -> tuple[dict[str, Any], list[str]]:
    """The file's content, and what was found on unseen pairs."""
    content: dict[str, Any] = {}
    said = []
    for model in MODELS:
        own = seen_by(found, model)
        chosen, figure = level(own, unseen(own, model), model)
        made = fit(own, model)
        weights = dict(zip(FEATURES[model], made.weights, strict=True))
        content[model] = {"bias": made.bias, "level": chosen, "weights": weights}
        said.append(f"{model:7} level {chosen:.2f} {figure}")
    return content, said


def main(argv: Sequence[str] | None = None) -> None:
    """Fit, tell and write."""
    parser = argparse.ArgumentParser(prog="python -m training.lineage.train", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="where to write the models (default: the shipped file)")
    parser.add_argument("--check", action="store_true", help="tell the cross-validated figures, write nothing")
    args = parser.parse_args(argv)
    content, said = trained(pairs(members()))
    print("\n".join(said))
    if not args.check:
        written = yaml.safe_dump(content, sort_keys=False, allow_unicode=True)
        args.out.write_text(HEADER + written, encoding="utf-8")
        print(f"{args.out.name}: written", file=sys.stderr)


if __name__ == "__main__":
    main()
