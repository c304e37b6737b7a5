"""An entry of a lexicon file: what it holds, and where it stands, so that a fault can name its line."""

from collections.abc import Mapping
from typing import Any, NamedTuple, NoReturn

from foedus.reader.lexicon.files import LexiconFile


class Entry(NamedTuple):
    """An entry as its file gives it; `entry` is its place in the file, from 1."""

    file: LexiconFile
    entry: int
    data: Mapping[str, Any]

    def fault(self, message: str, word: str | None = None) -> NoReturn:
        """Refuse the entry, naming file and line."""
        self.file.fault(message, entry=self.entry, word=word)

    @property
    def drops(self) -> bool:
        """Whether it takes its words out of the shipped lexicon."""
        return bool(self.data.get("drop"))
