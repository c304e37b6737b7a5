"""The entity files as an analyst edits them: read into plain records, with the file and line of each for messages."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from foedus.model.errors import DataError

LANGUAGES = ("fr", "en", "ru")
NAME_FIELDS = ("names", "ambiguous", "noise")
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity as its file gives it."""

    file: str
    line: int
    record: Record

    @property
    def key(self) -> str:
        return str(self.record["id"])

    @property
    def kind(self) -> str:
        return str(self.record["kind"])

    @property
    def where(self) -> str:
        return f"{self.file}.yaml, line {self.line} ({self.record.get('id', 'no id')})"


def folder() -> Path:
    """Where the shipped entity files are."""
    return Path(str(files("foedus.data") / "entities"))


def read_yaml(path: Path) -> Any:  # noqa: ANN401 - YAML is anything
    """The file's content; a DataError that names the line where it is not YAML."""
    try:
        return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "cannot be parsed"
        raise DataError(f"{path.name}{line}: not valid YAML ({problem}); mend the line") from error


def _lines(path: Path) -> list[int]:
    """Line numbers of the entries: each starts with "- " in the first column."""
    return [number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if line.startswith("- ")]


def read_entries(path: Path) -> Iterator[Entry]:
    """The entries of one file, each with the file's defaults filled in."""
    content = read_yaml(path)
    if not isinstance(content, dict) or not isinstance(content.get("entities"), list):
        raise DataError(f"{path.name}: has no list `entities`; a file holds `defaults:` and `entities:`")
    defaults = content.get("defaults") or {}
    lines = _lines(path)
    for number, record in enumerate(content["entities"]):
        line = lines[number] if number < len(lines) else 0
        if not isinstance(record, dict):
            raise DataError(f"{path.name}, line {line}: an entry must be a mapping with `id` and `kind`")
        yield Entry(path.stem, line, {**defaults, **record})


def read_all(directory: Path | None = None) -> list[Entry]:
    """Every entry of every entity file, by file name and then in the file's order."""
    paths = sorted((directory or folder()).glob("*.yaml"))
    if not paths:
        raise DataError(f"{directory or folder()}: no entity files (*.yaml) here; the installation is incomplete")
    return [entry for path in paths for entry in read_entries(path)]


def forms(record: Record, field: str, lang: str) -> list[str]:
    """The name forms of a record in one language; empty where there are none."""
    return [str(form) for form in (record.get(field) or {}).get(lang) or []]
