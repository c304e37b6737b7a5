"""Sentence splitting measured: `python -m bench.language.sentences` from the repository's root.

F1 of sentence ends inside paragraphs, for ours and for syntok, pysbd and blingfire where they are installed (the
dependency group `bench`). A paragraph's own end is given, so it does not count; spaces around an end do not matter.
The second figure leaves out what is convention: ends inside quotations, and on which side of an end the quotation
mark stands. Speed is in thousands of characters a second on the own gold, the best of three rounds.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from bench.language.outcome import code_of
from bench.language.paragraph_sets import LANGS, Paragraph, ParagraphSet, own_sets, treebank_sets
from bench.language.sentence_peers import OURS, PEERS, Splitter, installed, splitter
from foedus.language.quotations import quotations

_ROUNDS = 3
_CLOSERS = " \u00a0\u202f»”’\"')]›"


class Row(NamedTuple):
    """One splitter on one set: F1 of all ends, and of those that are no matter of convention, between 0 and 1."""

    lang: str
    gold: str
    splitter: str
    ends: int
    f1: float
    f1_outside_quotes: float


class Speed(NamedTuple):
    """One splitter on a language's own gold, in characters a second."""

    lang: str
    splitter: str
    characters: float


class Hits(NamedTuple):
    """Ends found rightly, ends found, ends in the gold."""

    right: int
    found: int
    wanted: int

    def f1(self) -> float:
        """1 where nothing was to be found and nothing was."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0


def rows(treebanks: Sequence[Path] = (), splitters: Sequence[str] | None = None) -> list[Row]:
    """Figures for every set and splitter: those named, or ours and all that are installed.

    Raises UsageError or DataError for a folder without usable treebanks.
    """
    sets = sorted(chain(own_sets(), treebank_sets(treebanks)), key=lambda one: LANGS.index(one.lang))
    return [_row(one, name) for one in sets for name in splitters or (OURS, *installed())]


def speeds() -> list[Speed]:
    """Speed of every splitter on each language's own gold."""
    texts: dict[str, list[str]] = {lang: [] for lang in LANGS}
    for one in own_sets():
        texts[one.lang] += [paragraph.text for paragraph in one.paragraphs]
    return [
        Speed(lang, name, _speed(splitter(name, lang), texts[lang])) for lang in LANGS for name in (OURS, *installed())
    ]


def _row(one: ParagraphSet, name: str) -> Row:
    work = splitter(name, one.lang)
    found = [_inner(paragraph.text, work(paragraph.text)) for paragraph in one.paragraphs]
    wanted = [_inner(paragraph.text, paragraph.ends) for paragraph in one.paragraphs]
    outside = [_outside_quotes(one.paragraphs[i], ends) for i, ends in enumerate(found)]
    asked = [_outside_quotes(one.paragraphs[i], ends) for i, ends in enumerate(wanted)]
    every = _hits(found, wanted)
    return Row(one.lang, one.name, name, every.wanted, every.f1(), _hits(outside, asked).f1())


def _hits(found: Sequence[set[int]], wanted: Sequence[set[int]]) -> Hits:
    right = sum(len(one & other) for one, other in zip(found, wanted, strict=True))
    return Hits(right, sum(map(len, found)), sum(map(len, wanted)))


def _inner(text: str, ends: Iterable[int]) -> set[int]:
    """The ends moved back before spaces, without the paragraph's own."""
    return {len(text[:end].rstrip()) for end in ends} - {0, len(text.rstrip())}


def _outside_quotes(paragraph: Paragraph, ends: Iterable[int]) -> set[int]:
    """The ends moved behind closing marks, without those that still lie inside a quotation."""
    text = paragraph.text
    quotes = quotations(text, 0, len(text))
    moved = {end + len(text[end:]) - len(text[end:].lstrip(_CLOSERS)) for end in ends}
    return {end for end in _inner(text, moved) if not any(quote.start < end < quote.end for quote in quotes)}


def _speed(work: Splitter, texts: Sequence[str]) -> float:
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        for text in texts:
            work(text)
        times.append(time.perf_counter() - start)
    return sum(map(len, texts)) / min(times)


def _print(figures: Sequence[Row], paces: Sequence[Speed]) -> None:
    names = (OURS, *installed())
    print(f"{'F1 of ends (outside quotations)':34}{'ends':>5}  " + "".join(f"{name:>16}" for name in names))
    for lang, gold in dict.fromkeys((row.lang, row.gold) for row in figures):
        line = {row.splitter: row for row in figures if (row.lang, row.gold) == (lang, gold)}
        cells = "".join(f"{f'{line[name].f1:.3f} ({line[name].f1_outside_quotes:.3f})':>16}" for name in names)
        print(f"{lang} {gold:31}{line[OURS].ends:>5}  {cells}")
    print("\nspeed, thousand characters a second (share of ours)")
    for lang in LANGS:
        pace = {speed.splitter: speed.characters for speed in paces if speed.lang == lang}
        cells = "".join(f"{f'{pace[name] / 1e3:.0f} ({pace[name] / pace[OURS]:.3f})':>16}" for name in names)
        print(f"{lang:41}{cells}")


def main(arguments: Sequence[str]) -> int:
    """Prints the tables; 0, or the error's own code with one line about it."""
    parser = argparse.ArgumentParser(prog="python -m bench.language.sentences", description=__doc__)
    parser.add_argument(
        "--treebanks", type=Path, action="append", default=[], metavar="FOLDER", help="LANG/*-test.conllu; repeatable"
    )
    options = parser.parse_args(arguments)
    for name in PEERS:
        if name not in installed():
            print(f"{name} is not installed and left out: it is in the dependency group bench", file=sys.stderr)
    return code_of(lambda: _print(rows(options.treebanks), speeds()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
