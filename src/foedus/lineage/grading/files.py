"""The YAML files of grading, read with the line of every fault."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple, NoReturn

import yaml
from yaml.constructor import ConstructorError

from foedus.model.errors import DataError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_LOADER):  # type: ignore[misc, valid-type]  # the loader in C where there is one
    """A safe loader that refuses a key that stands twice: YAML would forget the first without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                raise ConstructorError(problem=f"{key.value!r} stands twice: keep one", problem_mark=key.start_mark)
            seen.add(key.value)
        found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return found


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


def read(file: Traversable, name: str) -> Any:  # noqa: ANN401 - YAML is anything until it has been checked
    """A file's content; DataError, in one line, where it cannot be read or is no YAML."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{name}: is no UTF-8: save the file as UTF-8") from error
    except OSError as error:
        raise DataError(f"{name} cannot be read: {error.strerror or error}") from error
    try:
        return yaml.load(text, Loader=_Loader), text  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "cannot be parsed"
        raise DataError(f"{name}{line}: no YAML ({problem}): mend the line") from error


def entries(file: Traversable, name: str, key: str) -> Iterator[Entry]:
    """The items of the list `key` of a file, each with the file's `defaults` filled in."""
    content, text = read(file, name)
    if not isinstance(content, dict) or not isinstance(content.get(key), list):
        raise DataError(f"{name}: has no list `{key}`: a file holds `{key}:` and, if wanted, `defaults:`")
    if strange := sorted(set(map(str, content)) - {key, "defaults"}):
        raise DataError(f"{name}: {strange[0]!r} is not known here: a file holds `{key}:` and `defaults:`")
    defaults = content.get("defaults") or {}
    lines = _lines(text, key)
    for line, record in zip(lines, content[key], strict=True):
        if not isinstance(defaults, dict) or not isinstance(record, dict):
            raise DataError(f"{name}, line {line}: no mapping: write `- {{id: …, name: …}}`")
        yield Entry(name, line, {**defaults, **record})


def _lines(text: str, key: str) -> list[int]:
    root = yaml.compose(text, Loader=_LOADER)
    assert isinstance(root, yaml.MappingNode)  # noqa: S101 - the caller looked
    listed = next(value for name, value in root.value if name.value == key)
    return [item.start_mark.line + 1 for item in listed.value]
