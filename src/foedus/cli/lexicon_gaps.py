"""Gaps of the lexicon for reading: a block of lines each with the entry that fills it, or the cells of a table."""

from collections.abc import Iterator
from pathlib import Path

from foedus.cli.answers_option import answers_folder
from foedus.cli.cards import Card, Line
from foedus.cli.console import counted
from foedus.cli.ids import short_id
from foedus.cli.table import Row
from foedus.intake.answers.store import AnswerStore
from foedus.intake.teaching import teaching
from foedus.learning.corpus.material import LANGS, Lesson
from foedus.learning.from_claims import lesson_of
from foedus.learning.gaps import Gap
from foedus.learning.gaps import gaps as gaps_of
from foedus.ledger.store import Ledger

_STEP = 2


def found(ledger: str, own: Path | None, lang: str | None) -> list[Gap]:
    """What the lexicon, with the user's own folder over it, does not know of the claims of a ledger."""
    with Ledger.open(ledger, create=False) as opened:
        return gaps_of(_lessons(opened, answers_folder(None, ledger), lang), own)


def _lessons(ledger: Ledger, answers: Path, lang: str | None) -> Iterator[Lesson]:
    for held in teaching(ledger, AnswerStore(answers)):
        if held.document.lang in LANGS and lang in (None, held.document.lang):
            yield lesson_of(held)


def gap_card(gap: Gap) -> Card:
    """The words, what they claim and where, then the entry as it stands in a file."""
    head = Line(f"{gap.words} ({gap.lang}, {gap.pos}) → {gap.type}: {gap.stage}, {counted(gap.times, 'time')}")
    where = Line(f"{gap.sentence} ({short_id(gap.document)})", 1)
    return [head, where, *(_line(line) for line in gap.entry.splitlines())]


def gap_cells(gap: Gap) -> Row:
    """The same in columns."""
    return {
        "lang": gap.lang,
        "words": gap.words,
        "pos": gap.pos,
        "type": gap.type,
        "stage": gap.stage,
        "times": str(gap.times),
        "sentence": gap.sentence,
        "document": gap.document,
        "entry": gap.entry,
    }


def _line(text: str) -> Line:
    bare = text.lstrip(" ")
    return Line(bare, 1 + (len(text) - len(bare)) // _STEP)
