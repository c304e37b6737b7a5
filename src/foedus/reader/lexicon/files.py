"""Lexicon files: YAML read whole, and for a fault the line it stands on."""

from collections.abc import Iterator
from typing import NoReturn

import yaml

from foedus.knowledge.yaml_file import LOADER, YamlFile
from foedus.model.errors import DataError


class LexiconFile(YamlFile):
    """One file of a lexicon."""

    def fault(self, message: str, *, entry: int = 0, word: str | None = None) -> NoReturn:
        """Raise DataError with the line of the n-th family or group (from 1; 0 for the file), of a word in it."""
        raise DataError(f"{self.name}, line {self._line(entry, word)}: {message}")

    def _line(self, entry: int, word: str | None) -> int:
        node = _entry(yaml.compose(self.text, Loader=LOADER), entry)
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
