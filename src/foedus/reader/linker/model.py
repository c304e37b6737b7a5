"""The linker's model as it is shipped: rates, sparse weights, and the trees of both passes."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

from foedus.reader.deciding.model import read_parts, read_trees, write_parts, write_trees
from foedus.reader.deciding.trees import Trees
from foedus.reader.linker.linear import Linear, read_linear
from foedus.reader.linker.rates import LinkRates

FOLDER = "linker"


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
def load_model(models: Path | None = None) -> Model:
    """The shipped model, or that of a user's folder of models; DataError where it is missing."""
    return read_model((models or files("foedus") / "data") / FOLDER)


def read_model(folder: Traversable) -> Model:
    """The model in a folder."""
    meta, counts = read_parts(folder, "linker")
    pairs: dict[tuple[int, int], tuple[int, int]] = {}  # most keys share a few counts
    rates = LinkRates(
        [{key: pairs.setdefault((met, made), (met, made)) for key, (met, made) in some.items()} for some in counts]
    )
    first, second = (read_trees(folder / f"{name}.npz") for name in ("first", "second"))
    return Model(rates, read_linear(folder), first, second, float(meta["listed"]), meta)


def write_model(rates: LinkRates, first: Trees, second: Trees, meta: Mapping[str, Any], folder: Path) -> None:
    """Write all but the linear half; the same model gives the same bytes."""
    write_parts(folder, meta, rates.counts)
    write_trees(first, folder / "first.npz")
    write_trees(second, folder / "second.npz")
