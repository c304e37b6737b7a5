"""What the built-in reader gains from what a careful reader proved: `python -m bench.careful.learning`.

Recorded answers to two thirds of the dev part are proven and put into a ledger, as `foedus model import` would; the
reader's models are trained on it and on the material without these documents, as `foedus train --from-ledger` would.
The last third stays in the material, since thresholds and confidence are taken from annotated documents that nothing
learned from. Before is not the shipped reader, whose thresholds know the whole dev part, but one trained on the same
material without the ledger. Printed is core-F1 before and after, on the corpus's test part and on the documents of the
ledger that were held out. With `--ideal` annotations stand for answers: the most that such a ledger can teach. The two
trainings take minutes; nothing that is shipped changes.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from bench.accuracy.corpus import ROOT, files_of
from bench.accuracy.report import Table
from bench.careful import recorded
from bench.careful.ideal import ideal
from bench.careful.parts import cases
from foedus.careful.mark import reader_name
from foedus.careful.numbering import Numbered, numbered
from foedus.careful.parse_answer import Parsed, joined, parsed
from foedus.careful.proof import prove
from foedus.careful.proof.proving import raw_json
from foedus.cli.console import tell
from foedus.cli.train_job import Trained, TrainPlan, run
from foedus.intake.answers.store import AnswerStore
from foedus.learning.corpus.format import read
from foedus.learning.corpus.material import CORPUS, EVERYDAY, EXEMPLARS
from foedus.learning.origin import Origin, write_origin
from foedus.learning.training import train_into
from foedus.ledger.reading.incoming import Incoming, ReaderVersion
from foedus.ledger.store import Ledger
from foedus.model.document import Document
from foedus.model.errors import FoedusError
from foedus.reader.models import made_for
from foedus.reader.read import Reader

PART: Literal["dev"] = "dev"
"""The shipped models did not learn from it, they took thresholds and confidence from it."""
KEPT = 3
"""Every third document of a language stays in the material, annotated."""
TRAINING = ROOT / "training"
_DATA = ("bench", "accuracy", "gold", "test")


class Told(NamedTuple):
    """A document with what was told of it, by whom."""

    document: Document
    numbered: Numbered
    told: Parsed
    reader: ReaderVersion


def recordings(sample: int | None) -> Iterator[Told]:
    """Dev documents with their recorded answers."""
    some = recorded.answered(cases(PART, sample), recorded.read(PART))
    for one in some:
        told = joined(parsed(answer) for answer in one.answers)
        yield Told(one.case.document, one.numbered, told, ReaderVersion(reader_name(one.model), one.codebook))


def ideals(sample: int | None) -> Iterator[Told]:
    """Dev documents with their annotations as answers."""
    corpus = {one.id: one for one in map(read, files_of(PART))}
    for case in cases(PART, sample):
        numbers = numbered(case.document)
        answer = ideal(corpus[case.gold.id], numbers)
        told = Parsed(tuple((raw_json(one), one) for _, one in answer.claims))
        yield Told(case.document, numbers, told, ReaderVersion(reader_name("ideal"), "0"))


def fill(ledger: Ledger, store: AnswerStore, some: Iterable[Told], reader: Reader) -> list[Document]:
    """Put what proof leaves into the ledger, and what it keeps out into the store; the documents."""
    documents = []
    for one in some:
        proven = prove(one.document, one.numbered, one.told, reader, *one.reader)
        store.reject(one.document, one.numbered, (one.reader.name, one.reader.version), proven.rejected)
        ledger.add([Incoming(one.document, proven.claims, reader=one.reader)])
        documents.append(one.document)
    return documents


def without(texts: frozenset[str], folder: Path) -> Path:
    """A folder like the clone, with the material but for documents of some texts, and the test part beside it."""
    material = folder / "training"
    (folder / Path(*_DATA[:-1])).mkdir(parents=True)
    (folder / Path(*_DATA)).symlink_to(ROOT / Path(*_DATA))
    material.mkdir()
    (material / EXEMPLARS).symlink_to(TRAINING / EXEMPLARS)
    for path in sorted(one for name in (CORPUS, EVERYDAY) for one in (TRAINING / name).glob("*/*.json")):
        place = material / path.relative_to(TRAINING)
        place.parent.mkdir(parents=True, exist_ok=True)
        if read(path).text not in texts:
            place.symlink_to(path)
    return material


def taught_of(some: Iterable[Told]) -> Iterator[Told]:
    """What a ledger gets: all but every third document of a language."""
    seen: Counter[str] = Counter()
    for one in some:
        seen[one.document.lang] += 1
        if seen[one.document.lang] % KEPT:
            yield one


def baseline(material: Path, folder: Path) -> Path:
    """Models of the material alone, in a folder of their own."""
    folder.mkdir()
    write_origin(Origin(made_for(), "", None, "", None, {}, {}, {}, 0, 1.0, {}), folder)
    train_into(folder, material, [], tell)
    return folder


def learned(some: Iterable[Told], folder: Path, weight: float) -> Trained:
    """Train in a folder on what was told, proven, and measure against models that were not told it."""
    store = AnswerStore(folder / "answers")
    place = str(folder / "proven.db")
    with Ledger.open(place) as ledger:
        documents = fill(ledger, store, taught_of(some), Reader.load())
    material = without(frozenset(one.text for one in documents), folder)
    before = baseline(material, folder / "before")
    return run(TrainPlan(place, "proven.db", material, folder / "models", store.folder, weight), before)


def tables(done: Trained) -> Iterator[Table]:
    """What was learned from, and the scores."""
    origin = done.origin
    counts = [*origin.documents.items(), *((f"claims {verdict}", count) for verdict, count in origin.claims.items())]
    counts += [("texts of the material", origin.material), *origin.left_out.items()]
    yield Table("Learned from", ("", "count"), [(name, str(count)) for name, count in counts])
    rows = [tuple(row.values()) for row in done.rows()]
    yield Table("Core-F1", ("part", "language", "before", "after", "gain"), rows)


def main(argv: Sequence[str] | None = None) -> int:
    """0 where all is well, else the error's own code."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.careful.learning",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--sample", type=int, metavar="N", help="so many documents, alike of each language [all]")
    parser.add_argument("--ideal", action="store_true", help="annotations in place of recorded answers")
    parser.add_argument("--weight", type=float, default=1.0, help="how much such a document counts [1]")
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep ledger and models there, a new folder")
    options = parser.parse_args(argv)
    try:
        some = (ideals if options.ideal else recordings)(options.sample)
        if options.out:
            options.out.mkdir(parents=True)
            done = learned(some, options.out, options.weight)
        else:
            with tempfile.TemporaryDirectory() as folder:
                done = learned(some, Path(folder), options.weight)
    except FoedusError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code
    print("\n\n".join(table.plain() for table in tables(done)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
