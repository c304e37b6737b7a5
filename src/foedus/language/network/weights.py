"""A network's file: arrays in eight bits with scales, and the names of what it tells apart."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from foedus.language.network.features import Features
from foedus.model.errors import DataError

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Weights:
    """Matrices by name, in single precision; the numbering of words; the names of tags and labels."""

    arrays: Mapping[str, Array]
    features: Features
    upos: tuple[str, ...]
    feats: tuple[str, ...]
    labels: tuple[str, ...]
    layers: int
    hidden: int


def read(file: Traversable) -> Weights:
    """The weights of a file. Raises DataError where it is missing or none of ours."""
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
            told = json.loads(bytes(stored["meta"]).decode("utf-8"))
            arrays = dict(_widened({name: stored[name] for name in stored.files if name != "meta"}))
        names = told["names"]
        features = Features.of(names["words"], names["letters"], names["shapes"], told["buckets"])
        upos, feats, labels = (tuple(map(str, names[kind])) for kind in ("upos", "feats", "labels"))
        return Weights(arrays, features, upos, feats, labels, int(told["layers"]), int(told["hidden"]))
    except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        raise DataError(f"{file} cannot be loaded ({error}): install foedus again") from error


def _widened(stored: Mapping[str, NDArray[np.generic]]) -> Iterator[tuple[str, Array]]:
    """Eight bits times the scale of each row."""
    for name, array in stored.items():
        if name.endswith("_scale"):
            continue
        wide = array.astype(np.float32)
        if name + "_scale" in stored:
            scale = stored[name + "_scale"].astype(np.float32)
            wide *= scale.reshape(-1, *(1 for _ in array.shape[1:]))
        yield name, wide
