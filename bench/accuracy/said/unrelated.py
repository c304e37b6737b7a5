"""Own-worded news about other things, in which no trigger should be heard: a measuring set that nobody tunes on."""

from collections.abc import Collection, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from bench.accuracy.corpus import LANGS
from foedus.learning.corpus.format import CorpusDocument
from foedus.model.errors import DataError

FOLDER = Path(__file__).parents[1] / "unrelated"
STYLE = "unrelated"


class Article(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a file: `topic` is a word for what it is about."""

    id: str
    topic: str
    published: str
    text: str


_decoder = msgspec.json.Decoder(Article)


def unrelated(langs: Collection[str] = LANGS, folder: Path = FOLDER) -> list[CorpusDocument]:
    """The articles of the languages as documents without claims; DataError names file and line of a wrong one."""
    return [document for lang in LANGS if lang in langs for document in _read(folder / f"{lang}.jsonl", lang)]


def _read(path: Path, lang: str) -> Iterator[CorpusDocument]:
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise DataError(f"{path.name} cannot be read: {error.strerror}; restore it from the last commit") from error
    for number, line in enumerate(lines, 1):
        try:
            article = _decoder.decode(line)
        except msgspec.DecodeError as error:
            raise DataError(f"{path.name}, line {number}: not an article: {error}") from error
        yield CorpusDocument(article.id, True, lang, article.published, STYLE, article.text, ())
