"""Where a language's shipped data lies, and how its files are read."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from foedus.model.errors import DataError


def lexicon(lang: str, name: str) -> Traversable:
    """The file `name` of the language's lexicon folder."""
    return files("foedus") / "data" / "lexicon" / lang / name


def pipeline_folder(lang: str) -> Traversable:
    """The folder of the language's parsing pipeline."""
    return files("foedus") / "data" / "pipelines" / lang


def rows(file: Traversable) -> list[list[str]]:
    """Tab-separated cells of a file, without comment lines and empty ones; no file, no rows."""
    if not file.is_file():
        return []
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


@cache
def mapping(lang: str, name: str) -> dict[str, Any]:
    """A YAML mapping of the lexicon folder; empty where the language has none. Raises DataError if it is no mapping."""
    file = lexicon(lang, name)
    if not file.is_file():
        return {}
    found = yaml.safe_load(file.read_text(encoding="utf-8"))
    if not isinstance(found, dict):
        raise DataError(f"{file}: expected a mapping of names to lists; see the same file of another language")
    return found
