"""The decider's model as it is shipped: rates, encoders and trees, with the thresholds chosen on the dev part."""

import gzip
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from foedus.model.errors import DataError
from foedus.reader.deciding.encode import Encoder
from foedus.reader.deciding.linear import Linear, read_linear, write_linear
from foedus.reader.deciding.rates import Rates
from foedus.reader.deciding.trees import Trees

FOLDER = "decider"
TREES = ("first", "second", "stage")
META, RATES, LINEAR = "meta.json", "rates.json.gz", "linear.tsv.gz"


class Model(NamedTuple):
    """First and second pass over candidates, and the model of stages, each with its encoder."""

    rates: Rates
    stage_rates: Mapping[str, Mapping[str, int]]
    """How often each stage was told, by unit, word, operator and type."""
    encoders: Mapping[str, Encoder]
    trees: Mapping[str, Trees]
    linear: Linear
    threshold: float
    """From which probability on a candidate makes a claim."""
    meta: Mapping[str, Any]


@cache
def load_model(models: Path | None = None) -> Model:
    """The shipped model, or that of a user's folder of models; DataError where it is missing."""
    return read_model((models or files("foedus") / "data") / FOLDER)


def read_model(folder: Traversable) -> Model:
    """The model in a folder."""
    meta, counts = read_parts(folder, "decider")
    encoders = {name: Encoder(tuple(one["columns"]), one["tables"]) for name, one in meta["encoders"].items()}
    trees = {name: read_trees(folder / f"{name}.npz") for name in TREES}
    linear = read_linear(folder / LINEAR)
    rates, stage_rates = Rates(counts["candidates"]), counts["stages"]
    return Model(rates, stage_rates, encoders, trees, linear, float(meta["threshold"]), meta)


def read_parts(folder: Traversable, what: str) -> tuple[Any, Any]:
    """What a model says of itself, and its counts; DataError where the folder holds none."""
    if not (folder / META).is_file():
        raise DataError(f"no {what} in {folder}: make one with python -m foedus.learning.{what}.train")
    meta = json.loads((folder / META).read_text(encoding="utf-8"))
    return meta, json.loads(gzip.decompress((folder / RATES).read_bytes()))


def write_parts(folder: Path, meta: object, counts: object) -> None:
    """Write what `read_parts` reads; the same gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / META).write_text(json.dumps(meta, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    text = json.dumps(counts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (folder / RATES).write_bytes(gzip.compress(text.encode(), mtime=0))


def read_trees(file: Traversable) -> Trees:
    """Trees that `write_trees` wrote."""
    with np.load(BytesIO(file.read_bytes())) as data:
        return Trees(
            data["features"].astype(np.int32),
            data["thresholds"],
            data["left"].astype(np.int32),
            data["right"].astype(np.int32),
            data["values"],
            int(data["depth"]),
        )


def write_model(model: Model, folder: Path) -> None:
    """Write the model; the same model gives the same bytes."""
    encoders = {name: {"columns": one.columns, "tables": one.tables} for name, one in model.encoders.items()}
    meta = {**model.meta, "threshold": model.threshold, "encoders": encoders}
    write_parts(folder, meta, {"candidates": model.rates.counts, "stages": model.stage_rates})
    write_linear(model.linear, folder / LINEAR)
    for name, trees in model.trees.items():
        write_trees(trees, folder / f"{name}.npz")


def write_trees(trees: Trees, file: Path) -> None:
    """Write trees; the same trees give the same bytes."""
    np.savez_compressed(
        file,
        features=trees.features.astype(np.int16),
        thresholds=trees.thresholds,
        left=trees.left.astype(np.int16),
        right=trees.right.astype(np.int16),
        values=trees.values,
        depth=np.int32(trees.depth),
    )
