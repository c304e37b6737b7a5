"""One part of the corpus or of the everyday documents measured: who fills the roles of given triggers."""

from collections.abc import Collection
from typing import NamedTuple

from bench.accuracy.corpus import LANGS, Source, files_of
from bench.accuracy.links.count import Counts, count
from bench.accuracy.links.given import given
from bench.accuracy.links.judging import Answered, answered
from bench.accuracy.links.tables import tables
from bench.accuracy.report import Table
from foedus.gazetteer.scanner import Scanner
from foedus.learning.corpus.format import read
from foedus.learning.corpus.split import Part
from foedus.reader.linker.model import Model, load_model


class Measured(NamedTuple):
    """The documents with their links, and the counts over them."""

    source: Source
    answered: list[Answered]
    counts: Counts

    def tables(self) -> list[Table]:
        """The figures as tables."""
        return tables(self.counts, self.source)

    def figures(self) -> dict[str, dict[str, float]]:
        """The figures that have floors, by language and over `all`."""
        return self.counts.figures()


def measure(part: Part, source: Source, langs: Collection[str] = LANGS, model: Model | None = None) -> Measured:
    """Link the part's documents with the shipped model, or with `model`."""
    scanner, linker = Scanner.load(), model or load_model()
    found = [answered(linker, given(scanner, read(path))) for path in files_of(part, langs, source)]
    return Measured(source, found, count(found))
