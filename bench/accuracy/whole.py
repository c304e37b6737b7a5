"""The whole test part, corpus and everyday reports: claims, what is said, links; as tables, pages and floors."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bench.accuracy import docs, floors, report
from bench.accuracy.confidence import has_confidence
from bench.accuracy.corpus import ROOT, SOURCES, Source, corpus_sha256
from bench.accuracy.links.measure import Measured as Linked
from bench.accuracy.links.measure import measure as measure_links
from bench.accuracy.reliability import measure as measure_reliability
from bench.accuracy.report import Table
from bench.accuracy.said.measure import Measured as Heard
from bench.accuracy.said.measure import measure as measure_said
from foedus.learning.scoring.read import Read
from foedus.learning.scoring.tally import Tally

WRITES = "`python -m bench.accuracy.run --write-docs` writes these tables."


class Whole(NamedTuple):
    """What was read and its sums, by source; what is said in the corpus; links by source."""

    reads: Mapping[Source, Sequence[Read]]
    sums: Mapping[Source, Mapping[str, Tally]]
    said: Heard
    links: Mapping[Source, Linked]

    def tables(self) -> list[Table]:
        """The tables of the levels below claims."""
        return [*self.said.tables(), *(table for one in self.links.values() for table in one.tables())]

    def figures(self, source: Source) -> floors.Levels:
        """The figures of a source that have floors."""
        links = self.links[source].figures()
        below = (self.said.figures(), links) if source == "corpus" else (links,)
        return floors.figures(self.sums[source], *below)

    def write_docs(self) -> None:
        """Write the tables of every level into their pages."""
        corpus, everyday = (named(claim_tables(self.reads[source], self.sums[source]), source) for source in SOURCES)
        docs.write(corpus, self._told("corpus"))
        docs.write(everyday, self._told("everyday"), markers=docs.EVERYDAY)
        docs.write(self.said.tables(), self._told("corpus"), markers=docs.SAID)
        linked = [table for source in SOURCES for table in self.links[source].tables()]
        told = f"{self._told('corpus', '')}; {self._told('everyday')}"
        docs.write(linked, told, docs.LINKING, docs.LINKS)
        reliability = measure_reliability()
        sure = [table for source in SOURCES for table in named(reliability.tables(source), source)]
        reliability.write_docs(sure, told)
        for path in (docs.PATH, docs.LINKING, docs.CONFIDENCE):
            print(f"written: {path.relative_to(ROOT)}")

    def _told(self, source: Source, writes: str = f"; {WRITES}") -> str:
        count = self.sums[source]["all"].documents
        name = "Test part" if source == "corpus" else "Test part of the everyday reports"
        return f"{name}, {count} documents, {source} `{corpus_sha256('test', source)[:12]}`{writes}"


def measured(reads: Mapping[Source, Sequence[Read]], sums: Mapping[Source, Mapping[str, Tally]]) -> Whole:
    """The levels below the claims measured too."""
    return Whole(reads, sums, measure_said("test"), {source: measure_links("test", source) for source in SOURCES})


def claim_tables(reads: Sequence[Read], sums: Mapping[str, Tally]) -> list[Table]:
    """Claims by language, type and confidence."""
    tables = [report.by_language(sums), report.by_type(sums)]
    if has_confidence(reads):
        tables.append(report.confidence_table(reads))
    return tables


def named(tables: Sequence[Table], source: Source) -> list[Table]:
    """The tables with titles that tell everyday reports from the corpus."""
    if source == "corpus":
        return list(tables)
    return [table._replace(title=f"Everyday: {table.title[0].lower()}{table.title[1:]}") for table in tables]
