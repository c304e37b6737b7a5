"""The YAML files of grading, read with the line of every fault."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple, NoReturn

import yaml

from foedus.knowledge.yaml_file import LOADER, YamlFile
from foedus.model.errors import DataError


def shipped() -> Traversable:
    """The folder of the shipped table and rules."""
    return files("foedus") / "data" / "outlets"


class Entry(NamedTuple):
    """One item of a list of a file, with its place for messages."""

    file: str
    line: int
    record: Any

    def fault(self, message: str) -> NoReturn:
        """Raise DataError with file and line."""
        raise DataError(f"{self.file}, line {self.line}: {message}")


def entries(file: Traversable, name: str, key: str) -> Iterator[Entry]:
    """The items of the list `key` of a file, each with the file's `defaults` filled in."""
    read = YamlFile(file, name)
    content = read.data
    if not isinstance(content, dict) or not isinstance(content.get(key), list):
        raise DataError(f"{name}: has no list `{key}`: a file holds `{key}:` and, if wanted, `defaults:`")
    if strange := sorted(set(map(str, content)) - {key, "defaults"}):
        raise DataError(f"{name}: {strange[0]!r} is not known here: a file holds `{key}:` and `defaults:`")
    defaults = content.get("defaults") or {}
    lines = _lines(read.text, key)
    for line, record in zip(lines, content[key], strict=True):
        if not isinstance(defaults, dict) or not isinstance(record, dict):
            raise DataError(f"{name}, line {line}: no mapping: write `- {{id: …, name: …}}`")
        yield Entry(name, line, {**defaults, **record})


def _lines(text: str, key: str) -> list[int]:
    root = yaml.compose(text, Loader=LOADER)
    assert isinstance(root, yaml.MappingNode)  # noqa: S101 - the caller looked
    listed = next(value for name, value in root.value if name.value == key)
    return [item.start_mark.line + 1 for item in listed.value]
