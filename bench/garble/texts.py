"""The garbled texts: own-worded paragraphs in which every suspect stretch is marked, `{KIND:words}`."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from bench.accuracy.corpus import LANGS
from foedus.model.errors import DataError
from foedus.reader.garble.suspect import SuspectKind

FOLDER = Path(__file__).parent / "texts"
LETTERS: dict[str, SuspectKind] = {
    "f": "foreign",
    "c": "calque",
    "a": "agreement",
    "n": "name",
    "q": "quotes",
    "d": "doubled",
}
"""Letters of the marks."""
LAST_BEFORE = 50
"""Texts with higher numbers were worded after the rules."""
Part = Literal["seen", "frozen", "after"]
PARTS: tuple[Part, ...] = ("seen", "frozen", "after")
_MARK = re.compile(r"\{(\w):([^{}]*)\}")


class Mark(NamedTuple):
    """A stretch that is wrong, in offsets of the text, and how."""

    start: int
    end: int
    kind: SuspectKind


class Garbled(NamedTuple):
    """One text; `style` is how it was garbled: spun, literal, untranslated, agreement, designation, quotes, doubled."""

    id: str
    style: str
    lang: str
    text: str
    marks: tuple[Mark, ...]

    @property
    def part(self) -> Part:
        """By the number: even ones are frozen, those after LAST_BEFORE came after the rules."""
        number = int(self.id.rpartition("-")[2])
        if number > LAST_BEFORE:
            return "after"
        return "seen" if number % 2 else "frozen"


def texts(langs: Collection[str] = LANGS, folder: Path = FOLDER) -> list[Garbled]:
    """The texts of the languages; DataError names file and entry of a wrong one."""
    return [one for lang in LANGS if lang in langs for one in _read(folder / f"{lang}.txt", lang)]


def _read(path: Path, lang: str) -> Iterator[Garbled]:
    try:
        content = path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"{path.name} cannot be read: {error.strerror}; restore it from the last commit") from error
    for entry in content.strip().split("\n\n"):
        head, _, body = entry.partition("\n")
        id_, _, style = head.partition(" ")
        if not style or not id_.rpartition("-")[2].isdigit() or not body:
            raise DataError(f"{path.name}, entry {head!r}: begin it with `{lang}-NUMBER STYLE`, the text below")
        yield _marked(path.name, id_, style, lang, body)


def _marked(file: str, id_: str, style: str, lang: str, body: str) -> Garbled:
    text, at = "", 0
    marks = []
    for match in _MARK.finditer(body):
        kind = LETTERS.get(match.group(1))
        if kind is None:
            raise DataError(f"{file}, {id_}: no kind {match.group(1)!r}; kinds are {', '.join(LETTERS)}")
        text += body[at : match.start()]
        marks.append(Mark(len(text), len(text) + len(match.group(2)), kind))
        text += match.group(2)
        at = match.end()
    text += body[at:]
    if "{" in text or "}" in text:
        raise DataError(f"{file}, {id_}: a mark that is not closed, or one in another")
    return Garbled(id_, style, lang, text, tuple(marks))
