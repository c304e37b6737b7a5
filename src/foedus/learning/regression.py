"""Logistic regression with a penalty on the squares of its weights, by L-BFGS; the bias goes free."""

from typing import Any

import numpy as np
from scipy.optimize import minimize


def fitted(rows: Any, made: np.ndarray, weights: np.ndarray, rounds: int = 200) -> np.ndarray:  # noqa: ANN401 - dense or sparse
    """Weights of the columns, the bias last. `rows` is a matrix, dense or sparse, `made` its labels, `weights` say how
    much each row counts against the penalty of one."""
    across = rows.T.tocsr() if hasattr(rows, "tocsr") else rows.T
    signs = np.where(made, 1.0, -1.0)

    def loss(at: np.ndarray) -> tuple[float, np.ndarray]:
        margins = signs * (rows @ at[:-1] + at[-1])
        slope = -signs * weights / (1 + np.exp(margins))
        total = float((weights * np.logaddexp(0, -margins)).sum() + 0.5 * (at[:-1] @ at[:-1]))
        return total, np.concatenate([across @ slope + at[:-1], [slope.sum()]])

    start = np.zeros(rows.shape[1] + 1)
    found: np.ndarray = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds}).x
    return found
