"""Lexicon files: YAML read whole, and for a fault the line it stands on."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any, NoReturn

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


class LexiconFile:
    """One file of a lexicon; `name` is how faults call it."""

    def __init__(self, file: Traversable, name: str) -> None:
        self.name = name
        self._text = self._decoded(file)
        self.data: Any = self._read()

    def _decoded(self, file: Traversable) -> str:
        try:
            raw = file.read_bytes()
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise DataError(f"{self.name}, line {line}: a byte is no UTF-8: save the file as UTF-8") from error
        except OSError as error:
            raise DataError(f"{self.name} cannot be read: {error.strerror or error}") from error

    def _read(self) -> Any:  # noqa: ANN401  # YAML is untyped until its readers have checked it
        try:
            return yaml.load(self._text, Loader=_Loader)  # noqa: S506  # a safe loader
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise DataError(f"{self.name}, line {line}: no YAML: {error.problem}") from error
        except yaml.reader.ReaderError as error:
            line = self._text.count("\n", 0, error.position) + 1
            raise DataError(f"{self.name}, line {line}: no YAML: {error.reason}") from error

    def fault(self, message: str, *, entry: int = 0, word: str | None = None) -> NoReturn:
        """Raise DataError with the line of the n-th family or group (from 1; 0 for the file), of a word in it."""
        raise DataError(f"{self.name}, line {self._line(entry, word)}: {message}")

    def _line(self, entry: int, word: str | None) -> int:
        node = _entry(yaml.compose(self._text, Loader=_LOADER), entry)
        if node is None:
            return 1
        for scalar in _scalars(node):
            if word is not None and scalar.value == word:
                return int(scalar.start_mark.line) + 1
        return int(node.start_mark.line) + 1


def _entry(root: yaml.Node | None, entry: int) -> yaml.Node | None:
    """The node of the n-th family or group; the root where there is none."""
    families = root
    if isinstance(root, yaml.MappingNode):
        families = next((value for key, value in root.value if key.value == "families"), root)
    if isinstance(families, yaml.SequenceNode) and 0 < entry <= len(families.value):
        found: yaml.Node = families.value[entry - 1]
        return found
    return root


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _scalars(child)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)
