"""Boosted trees by LightGBM, taken out of its model into the arrays that the decider computes with."""

from typing import Any

import lightgbm
import numpy as np

from foedus.reader.deciding.trees import Floats, Ints, Trees

PARAMETERS: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.08,
    "num_leaves": 31,
    "max_depth": 7,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "verbose": -1,
    "num_threads": 1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
}
ROUNDS = 150


def boosted(rows: Floats, made: np.ndarray, weights: np.ndarray, rounds: int = ROUNDS) -> Trees:
    """Trees for rows (rows, features), labels and weights. The same input gives the same trees."""
    data = lightgbm.Dataset(rows, made, weight=weights)
    return flattened(lightgbm.train(PARAMETERS, data, rounds))


def flattened(model: lightgbm.Booster) -> Trees:
    """The arrays of a trained model."""
    dump = model.dump_model()
    flat = [_flat(tree["tree_structure"]) for tree in dump["tree_info"]]
    size = max(len(nodes) for nodes in flat)
    features: Ints = np.zeros((len(flat), size), dtype=np.int32)
    left, right = features.copy(), features.copy()
    thresholds: Floats = np.zeros((len(flat), size), dtype=np.float32)
    values = thresholds.copy()
    for number, nodes in enumerate(flat):
        for at, (feature, threshold, low, high, value) in enumerate(nodes):
            features[number, at], left[number, at], right[number, at] = feature, low, high
            thresholds[number, at], values[number, at] = threshold, value
    return Trees(features, thresholds, left, right, values, max(_depth(nodes, 0) for nodes in flat))


_Node = tuple[int, float, int, int, float]


def _flat(root: dict[str, Any]) -> list[_Node]:
    """Nodes in the order in which they are met; a leaf leads to itself."""
    nodes: list[_Node] = []

    def visit(node: dict[str, Any]) -> int:
        at = len(nodes)
        if "leaf_value" in node:
            nodes.append((0, 0.0, at, at, float(node["leaf_value"])))
            return at
        nodes.append((0, 0.0, at, at, 0.0))
        low, high = visit(node["left_child"]), visit(node["right_child"])
        # float32 below the float64 threshold, so that rows (float32) fall on the same side as in training
        threshold = float(np.nextafter(np.float32(node["threshold"]), np.float32(-np.inf), dtype=np.float32))
        exact = float(np.float32(node["threshold"]))
        threshold = exact if exact <= float(node["threshold"]) else threshold
        nodes[at] = (int(node["split_feature"]), threshold, low, high, float(node["internal_value"]))
        return at

    visit(root)
    return nodes


def _depth(nodes: list[_Node], at: int) -> int:
    _, _, low, high, _ = nodes[at]
    return 0 if low == at else 1 + max(_depth(nodes, low), _depth(nodes, high))
