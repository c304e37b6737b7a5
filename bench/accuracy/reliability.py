"""How far the confidence can be trusted: levels, calibration and a diagram, over all claims, held back or not."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.accuracy import docs
from bench.accuracy.confidence import Bin, at_thresholds, bins, calibration_error
from bench.accuracy.corpus import LANGS, SOURCES, Source, gold_of
from bench.accuracy.diagram import diagram
from bench.accuracy.report import Table
from foedus.learning.corpus.split import Part
from foedus.learning.scoring.read import Read
from foedus.model.document import make_document

TITLES: Mapping[Source, str] = {"corpus": "Corpus, test part", "everyday": "Everyday reports, test part"}


class Reliability(NamedTuple):
    """All claims of the documents, by source; and the levels by name."""

    reads: Mapping[Source, Sequence[Read]]
    levels: Mapping[str, float]

    def tables(self, source: Source) -> list[Table]:
        """What the levels hold, the calibration by language, and the bins."""
        by_lang = _by_language(self.reads[source])
        return [self._at_levels(by_lang), self._calibration(by_lang), _bins_table(by_lang)]

    def drawing(self) -> str:
        """The diagram of every source, all languages together, as SVG."""
        return diagram({TITLES[source]: bins(reads) for source, reads in self.reads.items()})

    def write_docs(self, tables: Sequence[Table], told: str, page: Path = docs.CONFIDENCE) -> None:
        """Write the tables into their page, and the diagram beside it."""
        docs.write(tables, told, page, docs.RELIABILITY)
        (page.parent / docs.DIAGRAM).write_text(self.drawing(), encoding="utf-8")

    def _at_levels(self, by_lang: Mapping[str, Sequence[Read]]) -> Table:
        rows = []
        for name, level in self.levels.items():
            for lang, reads in by_lang.items():
                [one] = at_thresholds(reads, [level])
                figures = (f"{figure:.3f}" for figure in (one.precision, one.recall, one.f1))
                rows.append((f"{name} (≥ {level:.2f})", lang, str(one.claims), *figures))
        return Table("Levels", ("level", "lang", "claims", "P", "R", "core-F1"), rows)

    def _calibration(self, by_lang: Mapping[str, Sequence[Read]]) -> Table:
        rows = []
        for lang, reads in by_lang.items():
            found = bins(reads)
            count = sum(one.claims for one in found)
            sure = sum(one.sure * one.claims for one in found) / max(count, 1)
            right = sum(one.right * one.claims for one in found) / max(count, 1)
            errors = (calibration_error(reads), calibration_error(reads, self.levels["default"]))
            rows.append((lang, str(count), *(f"{figure:.3f}" for figure in (sure, right, *errors))))
        columns = ("lang", "claims", "mean confidence", "share right", "calibration error", "from default on")
        return Table("Calibration by language", columns, rows)


def measure(part: Part = "test") -> Reliability:
    """All claims that the project's reader makes of a part, at its own levels."""
    from foedus.reader.confidence import load_confidence  # noqa: PLC0415 - slow to import, and few ask for it
    from foedus.reader.read import Reader  # noqa: PLC0415 - slow to import too

    reader = Reader.load()
    reads: dict[Source, list[Read]] = {source: [] for source in SOURCES}
    for source, some in reads.items():
        for gold in gold_of(part, LANGS, source):
            document = make_document(gold.text, lang=gold.lang, published=gold.published)
            some.append(Read(gold, tuple(reader.read(document, min_confidence=0.0).claims)))
    confidence = load_confidence()
    return Reliability(reads, {"all": 0.0, "default": confidence.default, "sure": confidence.sure})


def _by_language(reads: Sequence[Read]) -> dict[str, Sequence[Read]]:
    found = {lang: [read for read in reads if read.gold.lang == lang] for lang in LANGS}
    return {lang: some for lang, some in found.items() if some} | {"all": reads}


def _bins_table(by_lang: Mapping[str, Sequence[Read]]) -> Table:
    """A row for each bin; for each language how many claims, their mean confidence and the share that is right."""
    columns = ["confidence", *(f"{lang} {name}" for lang in by_lang for name in ("claims", "mean", "right"))]
    found = [bins(reads) for reads in by_lang.values()]
    rows = []
    for some in zip(*found, strict=True):
        cells = [cell for one in some for cell in _cells(one)]
        rows.append((f"{some[0].low:.1f}–{some[0].high:.1f}", *cells))
    return Table("Reliability by bin", tuple(columns), rows)


def _cells(one: Bin) -> tuple[str, str, str]:
    return (str(one.claims), f"{one.sure:.2f}", f"{one.right:.2f}") if one.claims else ("0", "", "")
