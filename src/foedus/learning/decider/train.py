"""Train the sense decider: `python -m foedus.learning.decider.train`.

Rows of the training part and of the exemplars, with rates counted without the row's own fold; a first pass of trees
and a linear model; a second pass of trees over what the first, trained on the other folds, says of the neighbours. The
threshold is the one with the best F1 on the dev part. The test part is not touched.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

import foedus
from foedus.learning.corpus.material import lessons, material_folder
from foedus.learning.decider.boosting import boosted
from foedus.learning.decider.logistic import Matrix, fitted, linear, log_odds
from foedus.learning.decider.material import FOLDS, passages
from foedus.learning.decider.rows import Row, Seen, counted, fold_rows, fresh_odds, see
from foedus.learning.decider.rows import rows as rows_of
from foedus.learning.decider.score import best_threshold
from foedus.learning.decider.stages import train_stages
from foedus.learning.telling import Say, clock, silent
from foedus.reader.deciding import neighbours as beside
from foedus.reader.deciding.encode import encoder
from foedus.reader.deciding.model import FOLDER, Model, write_model
from foedus.reader.deciding.trees import Floats, probability

OUT = Path(foedus.__file__).parent / "data" / FOLDER
DOCUMENT, EXEMPLAR = 3.0, 1.0
"""Weights of rows: what is read is documents; exemplars teach words."""
EXEMPLAR_SECOND = 0.3
"""Weight of exemplars in the second pass, whose neighbours a short passage lacks."""


def train(seen: Sequence[Seen], dev: Sequence[Seen], say: Say = silent) -> Model:
    """The model of the material; `dev` chooses the threshold."""
    rows = fold_rows(seen)
    made = np.array([row.label is True for row in rows])
    counts = np.array([row.label is not None for row in rows])
    exemplar = np.array([seen[row.passage].passage.lesson.exemplar for row in rows])
    fold = np.array([seen[row.passage].passage.fold for row in rows])
    own = np.array([seen[row.passage].passage.lesson.weight for row in rows])
    ratios = fresh_odds(
        (row for row, other in zip(rows, exemplar, strict=True) if not other), rows_of(dev, counted(seen))
    )
    fresh = np.array([ratios.get(row.known, 1.0) if row.label else 1.0 for row in rows])
    weights = np.where(exemplar, EXEMPLAR, DOCUMENT) * fresh * own
    values = [row.features.values for row in rows]
    encoding = encoder(values, made.tolist())
    matrix, marks = encoding.rows(values), Matrix([row.features for row in rows])
    first = np.zeros(len(rows), dtype=np.float32)
    for number in range(FOLDS):
        mine, others = fold == number, counts & (fold != number)
        trees = boosted(matrix[others], made[others], weights[others])
        at = fitted(marks, others, made, weights)
        odds = log_odds(marks, mine, at).astype(np.float32)
        first[mine] = np.sqrt(probability(trees.log_odds(matrix[mine])) * probability(odds))
        say(f"fold {number + 1} of {FOLDS}")
    around = _neighbours(seen, rows, first)
    second_weights = np.where(exemplar, EXEMPLAR_SECOND, DOCUMENT) * fresh * own
    second = boosted(np.hstack([matrix, around])[counts], made[counts], second_weights[counts])
    stage_rates, stage_encoding, stage_trees = train_stages(seen)
    say("stages")
    model = Model(
        counted(seen),
        stage_rates,
        {"first": encoding, "stage": stage_encoding},
        {
            "first": boosted(matrix[counts], made[counts], weights[counts]),
            "second": second,
            "stage": stage_trees,
        },
        linear(marks, fitted(marks, counts, made, weights)),
        0.0,
        {"passages": len(seen), "rows": len(rows), "claims": int(made.sum())},
    )
    return model._replace(threshold=best_threshold(model, dev))


def _neighbours(seen: Sequence[Seen], rows: Sequence[Row], first: Floats) -> Floats:
    by_passage: dict[int, list[int]] = {}
    for number, row in enumerate(rows):
        by_passage.setdefault(row.passage, []).append(number)
    made = np.zeros((len(rows), len(beside.NAMES)), dtype=np.float32)
    for passage, numbers in by_passage.items():
        places = [rows[number].place for number in numbers]
        made[numbers] = beside.neighbours(seen[passage].sight.setting, places, first[numbers].tolist())
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--material", type=Path, help="the texts to learn from (default: training/ of the clone)")
    options = parser.parse_args(argv)
    say = clock()
    found = [see(passage) for passage in passages(lessons(material_folder(options.material)))]
    say(f"{len(found)} passages")
    training = [one for one in found if one.passage.lesson.part == "train"]
    model = train(training, [one for one in found if one.passage.lesson.part == "dev"], say)
    write_model(model, options.out)
    say(f"written: {options.out.name}, threshold {model.threshold:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
