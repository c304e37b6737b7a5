"""The linker's model as it is shipped: rates, sparse weights, and the trees of both passes."""

import gzip
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

from foedus.model.errors import DataError
from foedus.reader.deciding.model import read_trees, write_trees
from foedus.reader.deciding.trees import Trees
from foedus.reader.linker.linear import Linear, read_linear
from foedus.reader.linker.rates import LinkRates

FOLDER = "linker"
META, RATES = "meta.json", "rates.json.gz"


class Model(NamedTuple):
    """Everything that two passes need."""

    rates: LinkRates
    linear: Linear
    first: Trees
    second: Trees
    listed: float
    """How likely a further member of a list must be."""
    meta: Mapping[str, Any]


@cache
def load_model() -> Model:
    """The shipped model; DataError where it is missing."""
    return read_model(files("foedus") / "data" / FOLDER)


def read_model(folder: Traversable) -> Model:
    """The model in a folder."""
    if not (folder / META).is_file():
        raise DataError(f"no linker in {folder}: make one with python -m training.linker.train")
    meta = json.loads((folder / META).read_text(encoding="utf-8"))
    counts = json.loads(gzip.decompress((folder / RATES).read_bytes()))
    pairs: dict[tuple[int, int], tuple[int, int]] = {}  # most keys share a few counts
    rates = LinkRates(
        [{key: pairs.setdefault((met, made), (met, made)) for key, (met, made) in some.items()} for some in counts]
    )
    first, second = (read_trees(folder / f"{name}.npz") for name in ("first", "second"))
    return Model(rates, read_linear(folder), first, second, float(meta["listed"]), meta)


def write_model(rates: LinkRates, first: Trees, second: Trees, meta: Mapping[str, Any], folder: Path) -> None:
    """Write all but the linear half; the same model gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / META).write_text(json.dumps(meta, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    text = json.dumps(rates.counts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (folder / RATES).write_bytes(gzip.compress(text.encode(), mtime=0))
    write_trees(first, folder / "first.npz")
    write_trees(second, folder / "second.npz")
