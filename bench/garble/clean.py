"""Clean documents: the corpus, the everyday reports, unrelated news and the bundled samples."""

from collections.abc import Collection, Iterator
from importlib.resources import files
from typing import NamedTuple

from bench.accuracy.corpus import LANGS, SOURCES, files_of
from bench.accuracy.said.unrelated import unrelated
from foedus.ingest.sources import read_sources
from foedus.learning.corpus.format import read
from foedus.learning.corpus.split import Part
from foedus.model.document import Document, make_document

PARTS: tuple[Part, ...] = ("train", "dev", "test")
SAMPLES = str(files("foedus.data") / "samples")


class Clean(NamedTuple):
    """A document and the set it is of; those of a test part are counted and never shown."""

    group: str
    name: str
    document: Document

    @property
    def shown(self) -> bool:
        return self.group.endswith("train") or self.group == "samples"


def clean(langs: Collection[str] = LANGS) -> Iterator[Clean]:
    """Every clean document of the languages."""
    for source in SOURCES:
        for part in PARTS:
            for path in files_of(part, langs, source):
                one = read(path)
                yield Clean(f"{source} {part}", one.id, make_document(one.text, lang=one.lang))
    for article in unrelated(langs):
        yield Clean("unrelated", article.id, make_document(article.text, lang=article.lang))
    for item in read_sources([SAMPLES]):
        if isinstance(item.result, Document) and item.result.lang in langs:
            yield Clean("samples", item.result.title or item.file, item.result)
