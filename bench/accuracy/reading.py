"""Gold documents through the reader, one process, one after the other."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from foedus.ingest.sources import read_sources
from foedus.learning.scoring.gold import GoldDocument, read_folder
from foedus.learning.scoring.read import Read
from foedus.model.claim import Claim
from foedus.model.document import Document, make_document
from foedus.model.errors import InputError


class Reading(Protocol):
    """What the reader gives for one document."""

    @property
    def claims(self) -> Sequence[Claim]:
        """The claims."""


class Reads(Protocol):
    """Whatever reads a document: the project's reader or another behind the same door."""

    def read(self, document: Document, /) -> Reading:
        """Claims of one document."""


def load_reader() -> Reads:
    """The project's reader; loaded here, so that help and checks do without it."""
    from foedus.reader.read import Reader  # noqa: PLC0415 - slow to import, and scoring does without it

    reader: Reads = Reader.load()
    return reader


def read_all(golds: Sequence[GoldDocument], reader: Reads) -> Iterator[Read]:
    """Each document as the annotator knew it: text, language, date of publication."""
    for gold in golds:
        document = make_document(gold.text, lang=gold.lang, published=gold.published)
        yield Read(gold, tuple(reader.read(document).claims))


def read_bare_folder(folder: Path, reader: Reads) -> Iterator[Read]:
    """`FOLDER/*.txt` as a user would give them, without metadata, against `FOLDER/gold`."""
    golds = {gold.text: gold for gold in read_folder(folder / "gold")}
    for path in sorted(folder.glob("*.txt")):
        for item in read_sources([str(path)]):
            if not isinstance(item.result, Document):
                raise InputError(item.result.message)
            gold = golds.pop(item.result.text, None)
            if gold is not None:
                yield Read(gold, tuple(reader.read(item.result).claims))
    if golds:
        ids = ", ".join(gold.id for gold in golds.values())
        raise InputError(f"{folder}: no text file holds exactly the text of gold {ids}")
