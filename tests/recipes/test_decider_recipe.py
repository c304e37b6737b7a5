"""The decider's recipe: what is shipped computes what was trained, and training repeats itself."""

from pathlib import Path

import lightgbm
import numpy as np

from foedus.learning.decider.boosting import PARAMETERS, boosted
from foedus.learning.decider.logistic import Matrix, fitted, linear, log_odds
from foedus.reader.deciding.features import Features
from foedus.reader.deciding.linear import RATES, read_linear, write_linear
from foedus.reader.deciding.trees import Trees, probability


def material() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows whose label hangs on two of five features."""
    chance = np.random.default_rng(7)
    rows = chance.normal(size=(1500, 5)).astype(np.float32)
    rows[::7, 2] = -1.0
    made = (rows[:, 0] + 0.5 * rows[:, 3] + chance.normal(scale=0.3, size=1500)) > 0.4
    return rows, made, np.where(np.arange(1500) % 3 == 0, 3.0, 1.0)


def trained() -> Trees:
    return boosted(*material(), rounds=30)


def test_the_arrays_give_what_lightgbm_gives() -> None:
    rows, made, weights = material()
    model = lightgbm.train(PARAMETERS, lightgbm.Dataset(rows, made, weight=weights), 30)
    ours = probability(trained().log_odds(rows))
    assert np.abs(ours - model.predict(rows)).max() < 1e-5


def test_training_twice_gives_the_same_trees() -> None:
    one, two = trained(), trained()
    assert np.array_equal(one.features, two.features)
    assert np.array_equal(one.thresholds, two.thresholds)
    assert np.array_equal(one.values, two.values)


def test_shares_of_a_row_sum_up_to_its_log_odds() -> None:
    rows, _, _ = material()
    trees = trained()
    shares = trees.shares(rows[3])
    root = float(trees.values[:, 0].sum())
    assert abs(root + sum(shares.values()) - float(trees.log_odds(rows[3:4])[0])) < 1e-3
    assert max(shares, key=lambda feature: abs(shares[feature])) in (0, 3)


def features(word: str, rate: float) -> Features:
    return Features({"type": "transfer", "rate:unit": rate, "gate": "arms"}, [f"word={word}", "obj=<arms>"])


def test_the_linear_model_is_written_as_it_was_fitted(tmp_path: Path) -> None:
    some = [features("livrer" if number % 2 else "rappeler", 0.4) for number in range(80)]
    made = np.array([number % 2 == 1 for number in range(80)])
    matrix, chosen = Matrix(some), np.ones(80, dtype=bool)
    at = fitted(matrix, chosen, made, np.ones(80))
    model = linear(matrix, at)
    write_linear(model, tmp_path / "linear.tsv.gz")
    read = read_linear(tmp_path / "linear.tsv.gz")
    rates = [0.0] * len(RATES)
    assert read.log_odds(some[1], rates) > read.log_odds(some[0], rates)
    own = matrix.rows[1].toarray()[0][-len(RATES) :]
    assert abs(log_odds(matrix, chosen, at)[1] - model.log_odds(some[1], own)) < 0.1
