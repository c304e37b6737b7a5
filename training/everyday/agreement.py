"""How far two hands agree on the everyday documents: `python -m training.everyday.agreement`.

The folder `second` holds documents that another hand coded again, with the codebook and the text but without the first
coding. The first coding is the gold and the second what a reader made of it, scored as the bench scores the reader:
core-F1, soft-F1, and of the claims whose core agrees the share whose stage, and whose standing with polarity, agree.
Trigger-F1 is that of `training.exemplars.agreement`: same type on overlapping words, one to one.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from bench.accuracy.report import Table

from foedus.learning.corpus.check import LANGS
from foedus.learning.corpus.exemplars import Exemplar
from foedus.learning.corpus.format import CorpusDocument, read, read_folder
from foedus.learning.scoring.gold import from_corpus
from foedus.learning.scoring.tally import Scored, score, tally
from foedus.model.errors import DataError
from training.everyday.coded import core_claims
from training.exemplars.agreement import Tally as Triggers
from training.exemplars.agreement import compare, total

MEASURES = {"core_f1": "core-F1", "soft_f1": "soft-F1", "stage": "stage", "standing_polarity": "standing+polarity"}
COLUMNS = ("lang", "docs", "first", "second", *MEASURES.values(), "trigger-F1", "claimless alike")


class Double(NamedTuple):
    """A document as two hands coded it."""

    first: CorpusDocument
    second: CorpusDocument

    def scored(self) -> Scored:
        """The second coding scored against the first."""
        return score(from_corpus(self.first), core_claims(self.second))

    def triggers(self) -> Triggers:
        """The triggers compared."""
        return compare(_exemplar(self.first), _exemplar(self.second))

    def alike(self) -> bool:
        """Whether the hands agree that a core claim is there, or that none is."""
        return any(claim.core for claim in self.first.claims) == any(claim.core for claim in self.second.claims)


def doubles(folder: Path) -> Iterator[Double]:
    """Every document coded twice. DataError where the first coding is missing or of another text."""
    for lang in LANGS:
        for second in read_folder(folder / "second" / lang):
            path = folder / lang / f"{second.id}.json"
            if not path.is_file():
                raise DataError(f"{second.id}: coded a second time, but no document has this id")
            first = read(path)
            if first.text != second.text:
                raise DataError(f"{second.id}: the second coding has another text")
            yield Double(first, second)


def table(pairs: Iterable[Double]) -> Table:
    """One row a language, and all."""
    held = list(pairs)
    rows = []
    for lang, sums in tally([double.scored() for double in held]).items():
        some = [double for double in held if lang in (double.first.lang, "all")]
        figures = sums.figures()
        shares = (f"{figures[name]:.3f}" for name in MEASURES)
        met = total(double.triggers() for double in some)
        trigger = f"{2 * met.both / max(met.first + met.second, 1):.3f}"
        alike = f"{sum(double.alike() for double in some)}"
        rows.append((lang, str(len(some)), str(sums.gold), str(sums.predicted), *shares, trigger, alike))
    rows.sort(key=lambda row: (row[0] == "all", LANGS.index(row[0]) if row[0] in LANGS else 0))
    return Table("Two hands", COLUMNS, rows)


def _exemplar(document: CorpusDocument) -> Exemplar:
    return msgspec.convert({**msgspec.to_builtins(document), "unit": document.style}, Exemplar)


def main(argv: list[str] | None = None) -> int:
    """Print the table; 1 and one line where the codings do not belong together."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument(
        "--folder", type=Path, default=Path(__file__).parent, help="the documents by language, `second` beside them"
    )
    folder = parser.parse_args(argv).folder
    try:
        print(table(doubles(folder)).plain())
    except DataError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
