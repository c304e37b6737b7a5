"""Proof measured on the corpus: right claims that it loses, wrong ones that it catches.

Annotations of the training and dev documents become ideal answers (nothing may be lost), and answers corrupted in one
way each (nothing may enter as it was told).
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.accuracy.corpus import LANGS, files_of
from bench.careful.corrupting import KINDS, Corrupted, corrupted
from bench.careful.ideal import Ideal, ideal
from foedus.careful.answer import ToldClaim
from foedus.careful.numbering import Numbered, numbered
from foedus.careful.parse_answer import Parsed
from foedus.careful.proof.proving import prove, raw_json
from foedus.careful.proven import Proven
from foedus.learning.corpus.format import CorpusDocument, read
from foedus.learning.corpus.split import Part
from foedus.learning.scoring.gold import from_corpus
from foedus.learning.scoring.tally import Scored, score, tally
from foedus.model.document import Document, make_document
from foedus.reader.read import Reader


class Case(NamedTuple):
    """One document with its ideal answer, and what proof makes of it."""

    corpus: CorpusDocument
    document: Document
    numbered: Numbered
    ideal: Ideal
    proven: Proven


def cases(part: Part, langs: Sequence[str], sample: int, reader: Reader) -> Iterator[Case]:
    """The documents of a part that make claims, `sample` of each language (all where it is 0), evenly spread."""
    for lang in langs:
        files = files_of(part, [lang])
        step = max(1, len(files) // sample) if sample else 1
        for path in files[::step][: sample or None]:
            corpus = read(path)
            document = make_document(corpus.text, lang=corpus.lang, published=corpus.published)
            numbers = numbered(document)
            answer = ideal(corpus, numbers)
            proven = proved(document, numbers, [told for _, told in answer.claims], reader)
            yield Case(corpus, document, numbers, answer, proven)


def proved(document: Document, numbers: Numbered, told: Sequence[ToldClaim], reader: Reader) -> Proven:
    """What proof makes of told claims."""
    return prove(document, numbers, Parsed(tuple((raw_json(one), one) for one in told)), reader, "careful/ideal", "0")


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables."""
    args = _parser().parse_args(argv)
    reader = Reader.load()
    told: Counter[str] = Counter()
    lost: dict[str, Counter[str]] = defaultdict(Counter)
    scored: list[Scored] = []
    mended: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for case in cases(args.part, args.lang or LANGS, args.sample, reader):
        lang = case.corpus.lang
        told[lang] += len(case.ideal.claims)
        for one in case.proven.rejected:
            lost[lang][one.code] += 1
            if args.losses:
                print(f"{case.corpus.id} [{one.code}] {one.about} | {_short(one.told)}")
        for notes in case.proven.mended.values():
            mended.update(note.field for note in notes)
        scored.append(score(from_corpus(case.corpus), case.proven.claims))
        if args.misses:
            _print_misses(scored[-1])
        if args.corrupt:
            for wrong in corrupted(case.ideal, case.numbered):
                tried[wrong.kind] += 1
                caught[wrong.kind] += _is_caught(case, wrong, reader)
    _print_losses(told, lost)
    for lang, sums in tally(scored).items():
        figures = " ".join(f"{name} {value:.3f}" for name, value in sums.figures().items())
        print(f"{lang}: {figures}")
    print("mended:", dict(mended.most_common()))
    for kind in KINDS:
        if tried[kind]:
            print(f"corrupted {kind}: {caught[kind]} of {tried[kind]} caught ({caught[kind] / tried[kind]:.3f})")
    return 0


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m bench.careful.proof", description=__doc__)
    made.add_argument("--part", choices=("train", "dev"), default="dev")
    made.add_argument("--lang", choices=LANGS, action="append", help="only this language; may be repeated")
    made.add_argument("--sample", type=int, default=0, metavar="N", help="documents of each language; all without it")
    made.add_argument("--losses", action="store_true", help="each claim that proof keeps out, with its reason")
    made.add_argument("--misses", action="store_true", help="each claim that is proven and not right, with its gold")
    made.add_argument("--corrupt", action="store_true", help="also answers corrupted in one way each")
    return made


def _print_losses(told: Counter[str], lost: dict[str, Counter[str]]) -> None:
    every: Counter[str] = sum(lost.values(), Counter())
    print("told:", dict(told), "kept out:", every.total(), f"({every.total() / max(told.total(), 1):.3f})")
    for code, count in every.most_common():
        shares = " ".join(f"{lang} {lost[lang][code]} ({lost[lang][code] / max(told[lang], 1):.3f})" for lang in told)
        print(f"  {code}: {count} = {shares}")


def _print_misses(scored: Scored) -> None:
    full = {pair.claim: pair for pair in scored.pairs if pair.full}
    partly = {pair.claim: pair.gold for pair in scored.pairs if not pair.full}
    for number, claim in enumerate(scored.claims):
        if number in full:
            continue
        gold = scored.gold.claims[partly[number]] if number in partly else None
        if gold is None or not gold.core:
            continue
        got = {role: [(one.entity, one.text, one.kind, one.via) for one in some] for role, some in claim.roles.items()}
        print(f"{scored.gold.id} {claim.type} “{claim.trigger.text}” got {got} wanted {gold.roles}")


def _is_caught(case: Case, wrong: Corrupted, reader: Reader) -> bool:
    """Whether nothing enters as it was told wrongly: the claim is kept out, or mended in the field that is wrong."""
    proven = proved(case.document, case.numbered, [wrong.told], reader)
    if not proven.claims:
        return True
    fields = {note.field for notes in proven.mended.values() for note in notes}
    return bool(wrong.fields & fields)


def _short(told: str) -> str:
    return told[:400]


if __name__ == "__main__":
    sys.exit(main())
