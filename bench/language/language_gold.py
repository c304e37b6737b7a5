"""The gold of language identification: single lines by kind, and documents of several languages."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from foedus.model.errors import DataError

GOLD = Path(__file__).parent / "gold" / "languages"
PARTS = ("dev", "test")
READ = frozenset({"fr", "en", "ru"})
"""Languages that are read; all others are set aside."""


class Line(NamedTuple):
    """A line or paragraph; `langs` are the answers that are right, the language itself first, "und" where none."""

    langs: tuple[str, ...]
    kind: str
    text: str


def lines(part: str) -> list[Line]:
    """The single lines of "dev" or "test"."""
    return [Line(tuple(cells[0].split("|")), cells[1], cells[2]) for cells in _rows(part, 3) if cells]


def documents(part: str) -> list[list[Line]]:
    """The paragraphs of each mixed document of "dev" or "test"; the first one's language is the document's."""
    found: list[list[Line]] = [[]]
    for cells in _rows(f"{part}-documents", 2):
        if not cells:
            found.append([])
        else:
            found[-1].append(Line(tuple(cells[0].split("|")), "document", cells[1]))
    return [document for document in found if document]


def _rows(name: str, width: int) -> Iterator[list[str]]:
    """Cells of each line, none for an empty line; comment lines are left out."""
    file = GOLD / f"{name}.tsv"
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        cells = line.split("\t") if line else []
        if cells and (len(cells) != width or not all(cells)):
            raise DataError(f"{file.name}, line {number}: expected {width} cells between tabs, found {len(cells)}")
        yield cells
