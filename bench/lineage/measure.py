"""The whole measure: pairs, edges and changes of one part, and the figures that have floors."""

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple, get_args

from bench.lineage.changes import Judged, change_scores, judge_all
from bench.lineage.corpus import Corpus
from bench.lineage.lines import Edges, edge_scores
from bench.lineage.pairs import Pair, event_score, pairs, story_score
from bench.lineage.told import Answer, Engine, Read

Aspect = Literal["stories", "changes"]
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)


class Measured(NamedTuple):
    """What one run gave, judged."""

    corpus: Corpus
    answer: Answer
    pairs: tuple[Pair, ...]
    edges: Edges
    changes: tuple[Judged, ...]


def measure(corpus: Corpus, reads: Sequence[Read], engine: Engine, aspects: Collection[Aspect] = ASPECTS) -> Measured:
    """All pages of the corpus are put into one set, so that confusions between matters count.

    An aspect that is not asked for is not run, and its figures are those of an engine that says nothing.
    """
    answer = engine.stories(reads) if "stories" in aspects else Answer({}, frozenset(), (), {})
    by_id = {read.member.document.id: read for read in reads}
    judged = tuple(judge_all(corpus, by_id, engine)) if "changes" in aspects else ()
    members = corpus.members
    return Measured(corpus, answer, tuple(pairs(members, answer)), edge_scores(members, answer), judged)


def figures(measured: Measured) -> dict[str, dict[str, float]]:
    """The figures that have floors: languages (`en-fr`, or `all`) → measure → figure."""
    whole = story_score(measured.pairs)
    found = {
        "same_story_precision": whole.precision,
        "same_story_recall": whole.recall,
        "same_event_f1": event_score(measured.pairs).f1,
        "edges_f1": measured.edges.kind.f1,
        "changes_f1": change_scores(measured.changes)["all"].f1,
    }
    by_langs: dict[str, dict[str, float | None]] = {"all": found}
    for langs in sorted({pair.langs for pair in measured.pairs}):
        some = [pair for pair in measured.pairs if pair.langs == langs]
        by_langs[langs] = {"same_story_f1": story_score(some).f1, "same_event_f1": event_score(some).f1}
    return {
        langs: {name: figure for name, figure in some.items() if figure is not None} for langs, some in by_langs.items()
    }
