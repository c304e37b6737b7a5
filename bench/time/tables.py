"""The figures as tables."""

from collections.abc import Sequence

from bench.accuracy.report import Table
from bench.time.attached_tally import Tally
from bench.time.expressions import KINDS, Score
from bench.time.expressions import Table as Scores
from bench.time.gold import FIELDS

LANGS = ("fr", "en", "ru")


def expression_table(scores: Scores) -> Table:
    """Shares of the gold's expressions that are found, agree and are the same, by language and kind."""
    rows = []
    for kind in KINDS:
        for lang in LANGS:
            if (lang, kind) in scores:
                one = scores[lang, kind]
                rows.append((kind, lang, str(one.gold), *(f"{share:.3f}" for share in one.shares().values())))
    return Table("Expressions in the whole text", ("kind", "lang", "gold", "found", "agree", "same"), rows)


def attached_table(tallies: dict[tuple[str, str], Tally]) -> Table:
    """Precision, recall and F1 of what a gold trigger is given."""
    rows = []
    for field in FIELDS:
        for lang in LANGS:
            if (lang, field) in tallies:
                one = tallies[lang, field]
                precision, recall = one.right / (one.given or 1), one.right / (one.gold or 1)
                figures = [f"{precision:.3f}", f"{recall:.3f}", f"{one.f1:.3f}"]
                rows.append((field, lang, str(one.gold), str(one.given), *figures))
    return Table("Given to gold triggers", ("field", "lang", "gold", "given", "P", "R", "F1"), rows)


def peer_row(name: str, lang: str, count: int, own: Score, theirs: Score) -> tuple[str, ...]:
    """One peer in one language beside this project's grammar over the same documents."""
    shares = [f"{share:.3f}" for score in (own, theirs) for share in score.shares().values()]
    return (name, lang, str(count), str(own.gold), *shares)


def peer_table(rows: Sequence[tuple[str, ...]]) -> Table:
    """Peers, each after Foedus."""
    head = ("peer", "lang", "docs", "dates", "found", "agree", "same", "peer found", "peer agrees", "peer same")
    return Table("Dates against peers", head, rows)
