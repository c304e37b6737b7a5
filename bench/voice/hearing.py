"""What the reader hears at the target of each row."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from bench.voice.rows import Row
from foedus.model.document import Document
from foedus.reader.voice.composing import Heard


class Hears(Protocol):
    """Whatever tells who says the words of a span and how surely: the project's reader or another behind its door."""

    def heard(self, document: Document, start: int, end: int, /) -> Heard | None:
        """What is said of document.text[start:end]; None where it lies in no parsed sentence."""


class Answer(NamedTuple):
    """A row with what was heard at its target."""

    row: Row
    heard: Heard | None


def load_reader() -> Hears:
    """The project's reader, which parses here what cannot make a claim too: rows ask of any words.

    Loaded here, so that help and checks do without it.
    """
    from foedus.gazetteer.scanner import Scanner  # noqa: PLC0415 - slow to import, and judging does without it
    from foedus.reader.read import Reader  # noqa: PLC0415 - slow to import as well

    return Reader(Scanner.load(), {}, sift=False)


def hear_all(rows: Sequence[Row], reader: Hears) -> list[Answer]:
    """Each row, one after the other."""
    return [Answer(row, reader.heard(row.document, row.start, row.end)) for row in rows]
