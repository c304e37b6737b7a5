"""A YAML file that a person wrote: read whole, no key twice, and for each fault the line it stands on."""

import re
from importlib.resources.abc import Traversable
from typing import Any, NoReturn, TypeVar

import msgspec
import yaml
from yaml.constructor import ConstructorError

from foedus.model.errors import DataError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Shape = TypeVar("_Shape")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_TOLD = re.compile(r"(?P<problem>.*?)(?: - at (?:`key` in )?`\$(?P<path>.*)`)?", re.DOTALL)
_UNQUOTED = re.compile(r"Expected `str( \| null)?`, got `(int|float|bool)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<field>.*)`")


class _Loader(LOADER):  # type: ignore[misc, valid-type]  # the loader in C where there is one
    """A safe loader that refuses a key that stands twice, of which YAML would forget the first without a word, and
    leaves a date as it is written: dates here are EDTF."""

    yaml_implicit_resolvers = {  # noqa: RUF012  # as the base has it
        first: [one for one in resolvers if one[0] != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in LOADER.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                raise ConstructorError(problem=f"{key.value!r} stands twice: keep one", problem_mark=key.start_mark)
            seen.add(key.value)
        found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return found


class YamlText:
    """YAML that is a file or stands in one; `name` is how faults call the file, `first` the line that it begins on,
    `data` what it holds. DataError names file, line and fault."""

    def __init__(self, text: str, name: str, first: int = 1) -> None:
        self.name = name
        self.text = text
        self._first = first
        self.data: Any = self._read()

    def shaped(self, shape: type[_Shape]) -> _Shape:
        """The content as records of a shape; DataError with the line of the first value that does not fit."""
        try:
            return msgspec.convert(self.data, shape)
        except msgspec.ValidationError as error:
            self._misshapen(str(error))

    def _misshapen(self, told: str) -> NoReturn:
        parts = _TOLD.fullmatch(told)
        problem, path = (parts["problem"], parts["path"] or "") if parts else (told, "")
        if unknown := _UNKNOWN.fullmatch(problem):
            self.fault_at(f"{path}.{unknown['field']}", "there is no such field")
        hint = ": put it in quotes" if _UNQUOTED.fullmatch(problem) else ""
        self.fault_at(path, problem + hint)

    def fault_at(self, path: str, message: str) -> NoReturn:
        """Raise DataError with the line of a value, named by the way to it: `.articles[0].since`."""
        raise DataError(f"{self.name}, line {self.line_at(path)}{f', {path[1:]}' if path else ''}: {message}")

    def line_at(self, path: str) -> int:
        """The line of a value, or of the last step of the way to it that there is."""
        node = yaml.compose(self.text, Loader=LOADER)
        for key, place in _STEP.findall(path):
            below = _below(node, key, place)
            if below is None:
                break
            node = below
        return self._first + (int(node.start_mark.line) if node is not None else 0)

    def _read(self) -> Any:  # noqa: ANN401  # YAML is untyped until its readers have checked it
        try:
            return yaml.load(self.text, Loader=_Loader)  # noqa: S506  # a safe loader
        except yaml.MarkedYAMLError as error:
            line = self._first + (error.problem_mark.line if error.problem_mark else 0)
            raise DataError(f"{self.name}, line {line}: no YAML: {error.problem}") from error
        except yaml.reader.ReaderError as error:
            line = self._first + self.text.count("\n", 0, error.position)
            raise DataError(f"{self.name}, line {line}: no YAML: {error.reason}") from error


class YamlFile(YamlText):
    """One file, read whole."""

    def __init__(self, file: Traversable, name: str) -> None:
        super().__init__(decoded(file, name), name)


def decoded(file: Traversable, name: str) -> str:
    """The text of a file that a person wrote; DataError where it cannot be read or is no UTF-8."""
    try:
        raw = file.read_bytes()
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise DataError(f"{name}, line {line}: a byte is no UTF-8: save the file as UTF-8") from error
    except OSError as error:
        raise DataError(f"{name} cannot be read: {error.strerror or error}") from error


def _below(node: yaml.Node | None, key: str, place: str) -> yaml.Node | None:
    if key and isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    if place and isinstance(node, yaml.SequenceNode) and int(place) < len(node.value):
        found: yaml.Node = node.value[int(place)]
        return found
    return None
