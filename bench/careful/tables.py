"""The figures of the careful reader as tables."""

from collections import Counter
from collections.abc import Iterable, Sequence

from bench.accuracy.floors import Levels
from bench.accuracy.report import Table, by_language, by_type
from bench.careful.scoring import Outcome
from foedus.learning.scoring.tally import Scored, tally

FLOORS = ("core_f1", "precision", "everything_f1")
"""Measures of proven claims that have floors."""


def tables(outcomes: Sequence[Outcome]) -> list[Table]:
    """Before proof, after it, the built-in reader on the same documents; types; what proof rejected."""
    return [
        _scores("As the model told it, before proof", (one.before for one in outcomes)),
        _scores("Proven", (one.after for one in outcomes)),
        _scores("The built-in reader, on the same documents", (one.built_in for one in outcomes)),
        by_type(tally([one.after for one in outcomes]))._replace(title="Proven, core-F1 by type (gold claims)"),
        _rejected(outcomes),
        _answers(outcomes),
    ]


def figures(outcomes: Sequence[Outcome]) -> Levels:
    """What has floors: measures of the proven claims by language and over all."""
    sums = tally([one.after for one in outcomes])
    return {lang: {name: one.figures()[name] for name in FLOORS} for lang, one in sorted(sums.items())}


def _scores(title: str, scored: Iterable[Scored]) -> Table:
    return by_language(tally(list(scored)))._replace(title=title)


def _rejected(outcomes: Sequence[Outcome]) -> Table:
    """By check: told claims rejected, those that would have been wrong, right in the core, right in everything."""
    verdicts = [verdict for one in outcomes for verdict in one.verdicts]
    codes = Counter(verdict.code for verdict in verdicts)
    rows = []
    for code in (*(code for code, _ in codes.most_common()), "all"):
        some = [verdict for verdict in verdicts if code in (verdict.code, "all")]
        judged = [verdict for verdict in some if verdict.judged]
        core = sum(verdict.core for verdict in judged)
        whole = sum(verdict.whole for verdict in judged)
        rightly = f"{1 - core / len(judged):.3f}" if judged else "-"
        cells = (len(some), len(some) - len(judged), len(judged) - core, core, whole)
        rows.append((code, *map(str, cells), rightly))
    columns = ("check", "rejected", "not judged", "wrong", "core right", "all right", "rightly")
    return Table("What proof rejected", columns, rows)


def _answers(outcomes: Sequence[Outcome]) -> Table:
    """What the answers were like, and what was mended in them."""
    counts = {
        "documents": len(outcomes),
        "answers": sum(len(one.answered.answers) for one in outcomes),
        "told claims": sum(len(one.told.claims) for one in outcomes),
        "pieces that were no claim": sum(len(one.told.faults) for one in outcomes),
        "documents with an answer that was cut off": sum(one.told.cut for one in outcomes),
        "proven claims": sum(len(one.proven.claims) for one in outcomes),
        "proven claims with a value mended": sum(len(one.proven.mended) for one in outcomes),
    }
    return Table("The answers", ("what", "count"), [(name, str(count)) for name, count in counts.items()])
