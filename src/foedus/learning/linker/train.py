"""Train the linker: `python -m foedus.learning.linker.train`.

Every gold claim of the training part and of the exemplars is an event; its candidates are rows. A first pass of trees
and a sparse model, with rates counted without the row's own fold; a second pass of trees over what the first, trained
on the other folds, says of the whole document, in which the candidates of a role compete. The dev part chooses how
likely a further member of a list must be. The test part is not touched.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

import foedus
from foedus.gazetteer.entities import Entities
from foedus.learning.corpus.material import lessons, material_folder
from foedus.learning.decider.boosting import boosted
from foedus.learning.decider.material import FOLDS, passages
from foedus.learning.decider.rows import see
from foedus.learning.linker.choice import chosen
from foedus.learning.linker.material import told
from foedus.learning.linker.rows import Rows, lay, rate_columns, rates_of
from foedus.learning.linker.score import best_listed
from foedus.learning.linker.sparse import Matrix
from foedus.learning.telling import Say, clock, silent
from foedus.reader.deciding.trees import Trees, probability
from foedus.reader.linker.linear import write_linear
from foedus.reader.linker.linker import competing
from foedus.reader.linker.mention import Key
from foedus.reader.linker.model import FOLDER, Model, read_model, write_model
from foedus.reader.linker.second import second_rows

OUT = Path(foedus.__file__).parent / "data" / FOLDER
DOCUMENT, EXEMPLAR = 2.0, 1.0
"""Weights of rows: what is read is documents."""
ROUNDS = 200


def train(rows: Rows, out: Path, say: Say = silent) -> Model:
    """The model of the rows, written and read again."""
    everything = rates_of(rows, rows.train)
    matrix = np.hstack([np.array([row.numbers for row in rows.rows], dtype=np.float32), rate_columns(rows, everything)])
    marks = Matrix(rows.names, rows.rows)
    weights = np.where(rows.exemplar, EXEMPLAR, DOCUMENT) * rows.weight
    say(f"{matrix.shape[0]} rows")
    first = np.zeros(len(matrix), dtype=np.float32)
    for fold in range(FOLDS):
        mine, others = rows.train & (rows.fold == fold), rows.train & (rows.fold != fold)
        trees = boosted(matrix[others], rows.made[others], weights[others], ROUNDS)
        at = marks.fitted(others, rows.made, weights)
        first[mine] = _mean(trees, matrix, marks, at, mine)
        say(f"fold {fold + 1} of {FOLDS}")
    trees = boosted(matrix[rows.train], rows.made[rows.train], weights[rows.train], ROUNDS)
    at = marks.fitted(rows.train, rows.made, weights)
    first[~rows.train] = _mean(trees, matrix, marks, at, ~rows.train)
    full = np.hstack([matrix, _around(rows, first)])
    starts = rows.slates_of(rows.train)
    second = chosen(full[rows.train], rows.made[rows.train], weights[rows.train], starts, ROUNDS)
    say("second pass")
    shares = np.zeros(len(full), dtype=np.float32)
    shares[~rows.train] = competing(second.log_odds(full[~rows.train]), rows.slates_of(~rows.train))
    listed = best_listed(rows, shares)
    meta = {"rows": len(matrix), "filled": int(rows.made.sum()), "listed": listed}
    write_model(everything, trees, second, meta, out)
    write_linear(float(at[-1]), marks.weights(at), sorted(set(rows.names)), out)
    return read_model(out)


def _mean(trees: Trees, matrix: np.ndarray, marks: Matrix, at: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    sparse = probability(marks.log_odds(chosen, at).astype(np.float32))
    mean: np.ndarray = np.sqrt(probability(trees.log_odds(matrix[chosen])) * sparse)
    return mean


def _around(rows: Rows, first: np.ndarray) -> np.ndarray:
    """The second pass's own columns."""
    found: list[list[float]] = []
    for laid in rows.laid:
        keys = rows.keys_of(laid)
        shares: list[dict[str, dict[Key, float]]] = [{} for _ in laid.slates]
        for (number, role, key), share in zip(keys, first[laid.start : laid.start + len(keys)].tolist(), strict=True):
            shares[number].setdefault(role, {})[key] = share
        made = second_rows([case.event for case in laid.told.cases], shares, laid.lists, Entities.load())
        found += [made[number][role][key] for number, role, key in keys]
    return np.array(found, dtype=np.float32)


def main(argv: Sequence[str] | None = None) -> int:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--material", type=Path, help="the texts to learn from (default: training/ of the clone)")
    options = parser.parse_args(argv)
    say = clock()
    rows = lay(told(see(passage)) for passage in passages(lessons(material_folder(options.material))))
    model = train(rows, options.out, say)
    say(f"written: {options.out.name}, lists from {model.listed:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
