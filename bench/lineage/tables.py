"""The figures as tables."""

from collections import Counter
from collections.abc import Collection, Sequence

from bench.accuracy.report import Table
from bench.lineage.changes import change_scores
from bench.lineage.lines import told, wanted
from bench.lineage.measure import ASPECTS, Aspect, Measured
from bench.lineage.pairs import Pair, event_score, story_score
from bench.lineage.score import Score

_SCORE = ("pairs", "told", "P", "R", "F1")


def tables(measured: Measured, aspects: Collection[Aspect] = ASPECTS) -> list[Table]:
    """Same story, same event, edges, kinds of edges, changes; those of the aspects that were asked for."""
    stories = [
        Table("Same story", ("pages", *_SCORE), _by_langs(measured.pairs, events=False)),
        Table("Same event, another story", ("pages", *_SCORE), _by_langs(measured.pairs, events=True)),
        _edges(measured),
        _kinds(measured),
    ]
    return [*(stories if "stories" in aspects else ()), *([_changes(measured)] if "changes" in aspects else ())]


def _by_langs(pairs: Sequence[Pair], *, events: bool) -> list[tuple[str, ...]]:
    score = event_score if events else story_score
    rows = [
        (langs, *_shown(score([pair for pair in pairs if pair.langs == langs])))
        for langs in sorted({pair.langs for pair in pairs})
    ]
    within = [pair for pair in pairs if pair.is_within]
    return [*rows, ("all, within matters", *_shown(score(within))), ("all", *_shown(score(pairs)))]


def _edges(measured: Measured) -> Table:
    names = ("parent", "parent and kind", "direction of joined pairs")
    rows = [(name, *_shown(score)) for name, score in zip(names, measured.edges, strict=True)]
    return Table("Edges", ("right", "edges", *_SCORE[1:]), rows)


def _kinds(measured: Measured) -> Table:
    """Of the edges whose ends are right: which kind they have, and which they were given."""
    true, said = wanted(measured.corpus.members), told(measured.corpus.members, measured.answer)
    counted = Counter(
        ("+".join(sorted(true[ends])), "+".join(sorted(said[ends])) if ends in said else "none") for ends in true
    )
    rows = [(kind, given, str(times)) for (kind, given), times in sorted(counted.items())]
    return Table("Kinds of true edges", ("kind", "told", "edges"), rows)


def _changes(measured: Measured) -> Table:
    rows = [(kind, *_shown(score)) for kind, score in change_scores(measured.changes).items()]
    return Table("Changes", ("kind", "planted", *_SCORE[1:]), rows)


def _shown(score: Score) -> tuple[str, ...]:
    return str(score.wanted), str(score.found), _share(score.precision), _share(score.recall), _share(score.f1)


def _share(share: float | None) -> str:
    return "—" if share is None else f"{share:.3f}"
