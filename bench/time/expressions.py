"""Expression level: are the gold's words found anywhere in the text, and do they come to the gold's meaning?"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from bench.time.agreement import agreeing_dates, same_date, same_figures
from bench.time.finders import Count, Date, Dating, counts, dates, sums
from bench.time.gold import Expression, expressions
from foedus.learning.corpus.format import CorpusDocument, CorpusMoney, CorpusQuantity, CorpusWhen


class Score(NamedTuple):
    """How many expressions the gold has, and how many were found, agree, and are the same."""

    gold: int = 0
    found: int = 0
    agree: int = 0
    same: int = 0

    def plus(self, other: "Score") -> "Score":
        """Both together."""
        return Score(*(one + two for one, two in zip(self, other, strict=True)))

    def shares(self) -> dict[str, float]:
        """Shares of the gold's expressions."""
        whole = self.gold or 1
        return {"found": self.found / whole, "agree": self.agree / whole, "same": self.same / whole}


class Miss(NamedTuple):
    """An expression that was not found or says something else."""

    document: str
    expression: Expression
    words: str
    said: str


Table = dict[tuple[str, str], Score]
"""(language, kind of expression) → score."""
KINDS = ("date", "number", "sum")


def measured(
    parts: Iterable[CorpusDocument], dating: Dating = dates, kinds: Sequence[str] = KINDS
) -> tuple[Table, list[Miss]]:
    """Scores by language and kind, and what was missed."""
    table: Table = {}
    missed: list[Miss] = []
    for document in parts:
        found: dict[str, Sequence[Date | Count]] = {
            "date": dating(document),
            "number": counts(document),
            "sum": sums(document),
        }
        for one in expressions(document):
            kind = kind_of(one)
            if kind not in kinds:
                continue
            score, said = _scored(one, found[kind])
            table[document.lang, kind] = table.get((document.lang, kind), Score()).plus(score)
            if not score.same:
                missed.append(Miss(document.id, one, document.text[one.start : one.end], said))
    return table, missed


def _found(document: CorpusDocument, dating: Dating, kinds: Sequence[str]) -> dict[str, Sequence[Date | Count]]:
    finders: dict[str, Callable[[CorpusDocument], Sequence[Date | Count]]] = {
        "date": dating,
        "number": counts,
        "sum": sums,
    }
    return {kind: finders[kind](document) for kind in kinds}


def kind_of(one: Expression) -> str:
    """Date, number or sum."""
    return {"when": "date", "due": "date", "quantity": "number", "value": "sum"}[one.field]


def _scored(one: Expression, found: Sequence[Date | Count]) -> tuple[Score, str]:
    over = [other for other in found if other.start < one.end and other.end > one.start]
    best = max(over, key=lambda other: min(other.end, one.end) - max(other.start, one.start), default=None)
    if best is None:
        return Score(1), "nothing"
    agree, same = _compared(one, best)
    return Score(1, 1, int(agree), int(same)), str(best[2:])


def _compared(one: Expression, best: Date | Count) -> tuple[bool, bool]:
    gold = one.meaning
    if isinstance(best, Date):
        if not isinstance(gold, CorpusWhen) or best.edtf is None:
            return False, False
        return agreeing_dates(gold.edtf, best.edtf), same_date(gold.edtf, best.edtf)
    if isinstance(gold, CorpusWhen):
        return False, False
    same = same_figures(gold, best.figures) and _same_currency(gold, best)
    return same, same


def _same_currency(gold: CorpusQuantity | CorpusMoney, best: Count) -> bool:
    return not isinstance(gold, CorpusMoney) or gold.currency == best.currency
