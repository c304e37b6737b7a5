"""Proof measured on the corpus: right claims that it loses, wrong ones that it catches.

    python -m bench.careful.proof --part dev --corrupt --write-docs

Annotations of training and dev documents become ideal answers, of which nothing should be lost, and answers corrupted
in one way each, of which nothing should enter as it was told.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bench.accuracy.corpus import LANGS, ROOT, files_of
from bench.accuracy.docs import Markers, write
from bench.accuracy.report import Table
from bench.careful.corrupting import KINDS, Corrupted, corrupted
from bench.careful.ideal import Ideal, ideal
from foedus.careful.numbering import numbered
from foedus.careful.parse_answer import Parsed
from foedus.careful.proof.assembling import assembled
from foedus.careful.proof.fault import Fault
from foedus.careful.proof.ground import Ground
from foedus.careful.proof.proving import proven_on, raw_json
from foedus.careful.proven import Proven
from foedus.learning.corpus.format import CorpusDocument, read
from foedus.learning.corpus.split import Part
from foedus.learning.scoring.gold import from_corpus
from foedus.learning.scoring.tally import Scored, score, tally
from foedus.model.claim import ReaderMark
from foedus.model.document import make_document
from foedus.reader.read import Reader

DOCS = ROOT / "docs" / "careful-proof.md"
MARKERS = Markers("<!-- proof: begin, written by the command below -->", "<!-- proof: end -->")
MARK = ReaderMark("careful/ideal", "0", None)


class Case(NamedTuple):
    """One document with its ideal answer, and what proof makes of it."""

    corpus: CorpusDocument
    ground: Ground
    ideal: Ideal
    proven: Proven


@dataclass
class Measured:
    """Counts over documents: told and lost claims by language (and code), corruptions tried and caught by kind."""

    told: Counter[str] = field(default_factory=Counter)
    lost: Counter[tuple[str, str]] = field(default_factory=Counter)
    mended: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    scored: list[Scored] = field(default_factory=list)

    def add(self, case: Case) -> None:
        """Take one document in."""
        lang = case.corpus.lang
        self.told[lang] += len(case.ideal.claims)
        self.lost.update((lang, one.code) for one in case.proven.rejected)
        self.mended.update(note.field for notes in case.proven.mended.values() for note in notes)
        self.scored.append(score(from_corpus(case.corpus), case.proven.claims))

    def add_corrupted(self, case: Case) -> None:
        """Try every corruption of one document."""
        for wrong in corrupted(case.ideal, case.ground.numbered):
            self.tried[wrong.kind] += 1
            self.caught[wrong.kind] += _is_caught(case.ground, wrong)


def cases(part: Part, langs: Sequence[str], sample: int, reader: Reader) -> Iterator[Case]:
    """The documents of a part, `sample` of each language (all where it is 0), evenly spread."""
    for lang in langs:
        files = files_of(part, [lang])
        step = max(1, len(files) // sample) if sample else 1
        for path in files[::step][: sample or None]:
            corpus = read(path)
            document = make_document(corpus.text, lang=corpus.lang, published=corpus.published)
            numbers = numbered(document)
            answer = ideal(corpus, numbers)
            told = Parsed(tuple((raw_json(one), one) for _, one in answer.claims))
            ground = Ground(document, numbers, reader)
            yield Case(corpus, ground, answer, proven_on(ground, told, MARK))


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables, or write them into the docs."""
    args = _parser().parse_args(argv)
    reader, measured = Reader.load(), Measured()
    for case in cases(args.part, args.lang or LANGS, args.sample, reader):
        measured.add(case)
        if args.corrupt:
            measured.add_corrupted(case)
        if args.losses:
            _print_losses(case)
        if args.misses:
            _print_misses(measured.scored[-1])
    tables = list(tables_of(measured))
    for table in tables:
        print(f"\n{table.plain()}")
    if args.write_docs:
        count = len(measured.scored)
        source = f"{count} documents of the {args.part} part; `python -m bench.careful.proof {' '.join(_given(args))}`."
        write(tables, source, DOCS, MARKERS)
    return 0


def _given(args: argparse.Namespace) -> Iterator[str]:
    yield f"--part {args.part}"
    if args.sample:
        yield f"--sample {args.sample}"
    if args.corrupt:
        yield "--corrupt"
    yield "--write-docs"


def tables_of(measured: Measured) -> Iterator[Table]:
    """What was lost by check, how right is what is left, what was mended, what was caught."""
    langs = [lang for lang in LANGS if measured.told[lang]]
    codes = Counter(code for (_, code), count in measured.lost.items() for _ in range(count))
    rows = [("claims told", *(str(measured.told[lang]) for lang in langs), str(measured.told.total()))]
    rows.append(("kept out", *_shares(measured, langs, list(codes))))
    rows += [(code, *_shares(measured, langs, [code])) for code, _ in codes.most_common()]
    yield Table("Right claims that proof keeps out, by check", ("", *langs, "all"), rows)
    sums = tally(measured.scored)
    names = ("core_f1", "precision", "recall", "stage", "standing_polarity")
    figures = [(lang, *(f"{sums[lang].figures()[name]:.3f}" for name in names)) for lang in (*langs, "all")]
    yield Table("What is left, against the annotations", ("lang", *names), figures)
    mended = [(name, str(count)) for name, count in measured.mended.most_common(8)]
    yield Table("Fields of right claims that proof mended", ("field", "claims"), mended)
    if measured.tried:
        caught = [
            (kind, str(measured.tried[kind]), f"{measured.caught[kind] / measured.tried[kind]:.3f}")
            for kind in KINDS
            if measured.tried[kind]
        ]
        yield Table("Claims told wrongly in one way: kept out, or put right", ("how", "tried", "caught"), caught)


def _shares(measured: Measured, langs: Sequence[str], codes: Sequence[str]) -> Iterator[str]:
    counts = [sum(measured.lost[lang, code] for code in codes) for lang in langs]
    for lang, count in zip(langs, counts, strict=True):
        yield f"{count / max(measured.told[lang], 1):.3f}"
    yield f"{sum(counts) / max(measured.told.total(), 1):.3f}"


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m bench.careful.proof", description=__doc__)
    made.add_argument("--part", choices=("train", "dev"), default="dev")
    made.add_argument("--lang", choices=LANGS, action="append", help="only this language; may be repeated")
    made.add_argument("--sample", type=int, default=0, metavar="N", help="documents of each language; all without it")
    made.add_argument("--losses", action="store_true", help="each claim that proof keeps out, with its reason")
    made.add_argument("--misses", action="store_true", help="each claim that is proven and not right, with its gold")
    made.add_argument("--corrupt", action="store_true", help="also answers corrupted in one way each")
    made.add_argument("--write-docs", action="store_true", help="write the tables into docs/careful-proof.md")
    return made


def _print_losses(case: Case) -> None:
    for one in case.proven.rejected:
        print(f"{case.corpus.id} [{one.code}] {one.about} | {one.told[:400]}")


def _print_misses(scored: Scored) -> None:
    full = {pair.claim for pair in scored.pairs if pair.full}
    partly = {pair.claim: pair.gold for pair in scored.pairs if not pair.full}
    for number, claim in enumerate(scored.claims):
        gold = scored.gold.claims[partly[number]] if number in partly else None
        if number in full or gold is None or not gold.core:
            continue
        got = {role: [(one.entity, one.text, one.kind, one.via) for one in some] for role, some in claim.roles.items()}
        print(f"{scored.gold.id} {claim.type} “{claim.trigger.text}” got {got} wanted {gold.roles}")


def _is_caught(ground: Ground, wrong: Corrupted) -> bool:
    """Whether it does not enter as it was told: the claim is kept out, or put right in what is wrong."""
    try:
        claim, mended = assembled(ground, wrong.told, MARK)
    except Fault:
        return True
    right = ground.numbered.at(wrong.sentence) if wrong.sentence is not None else None
    if right is not None:
        return right.start <= claim.trigger.start < right.end
    return bool(wrong.fields & {note.field for note in mended})


if __name__ == "__main__":
    sys.exit(main())
