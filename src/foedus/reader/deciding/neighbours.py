"""What the first pass says around a candidate: of rivals at its word, its sentence, those beside, the document."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from foedus.language.parse import Sentence
from foedus.reader.deciding.scene import Setting

Place = tuple[int, int, str]
"""View, anchor and type."""
SURE = 0.3
CLOSE = 4
NAMES = (
    "first",
    "rival",
    "ahead of rival",
    "same in sentence",
    "best in sentence",
    "same close by",
    "same above",
    "best above",
    "same two above",
    "same below",
    "best below",
    "same in sentence before",
    "same in sentence after",
    "best in sentence before",
    "best in sentence after",
    "same in document",
    "all in document",
    "all per hundred words",
    "better of same in sentence",
    "sure in sentence",
    "share of type in document",
    "same earlier in sentence",
)
"""Names of the features, in order; `same` is of the candidate's type, `best` of any."""


class _Sums(NamedTuple):
    """First-pass probabilities gathered by anchor, sentence and document."""

    at: Mapping[tuple[int, int], Mapping[str, float]]
    best_at: Mapping[tuple[int, int], float]
    in_view: Mapping[int, Sequence[tuple[int, str, float]]]
    same_in_view: Mapping[tuple[int, str], float]
    best_in_view: Mapping[int, float]
    in_document: Mapping[str, float]


def neighbours(setting: Setting, places: Sequence[Place], first: Sequence[float]) -> list[list[float]]:
    """One row of NAMES for each place, from the first pass's probabilities."""
    sums = _gather(places, first)
    words = max(1, sum(len(scene.view.tokens) for scene in setting.scenes))
    total = sum(sums.in_document.values())
    return [
        [
            *_at_word(sums, place, share),
            *_in_tree(sums, place, setting.scenes[place[0]].view.sentence),
            *_around(sums, place),
            sums.in_document[place[2]],
            total,
            100 * total / words,
            *_in_sentence(sums, place, share, total),
        ]
        for place, share in zip(places, first, strict=True)
    ]


def _gather(places: Sequence[Place], first: Sequence[float]) -> _Sums:
    at: dict[tuple[int, int], dict[str, float]] = defaultdict(dict)
    in_view: dict[int, list[tuple[int, str, float]]] = defaultdict(list)
    same: dict[tuple[int, str], float] = defaultdict(float)
    best: dict[int, float] = defaultdict(float)
    for (view, anchor, claim_type), share in zip(places, first, strict=True):
        at[view, anchor][claim_type] = share
        in_view[view].append((anchor, claim_type, share))
        same[view, claim_type] = max(same[view, claim_type], share)
        best[view] = max(best[view], share)
    document: dict[str, float] = defaultdict(float)
    best_at: dict[tuple[int, int], float] = {}
    for place, types in at.items():
        claim_type = max(types, key=lambda name: types[name])
        best_at[place] = types[claim_type]
        document[claim_type] += types[claim_type]
    return _Sums(at, best_at, in_view, same, best, document)


def _at_word(sums: _Sums, place: Place, share: float) -> list[float]:
    view, anchor, claim_type = place
    rival = max((other for name, other in sums.at[view, anchor].items() if name != claim_type), default=0.0)
    same = best = close = 0.0
    for i, name, other in sums.in_view[view]:
        if i == anchor:
            continue
        best = max(best, other)
        if name == claim_type:
            same = max(same, other)
            if abs(i - anchor) <= CLOSE:
                close = max(close, other)
    return [share, rival, share - rival, same, best, close]


def _in_tree(sums: _Sums, place: Place, sentence: Sentence) -> list[float]:
    view, anchor, claim_type = place
    above = sentence.tokens[anchor].head
    over = sentence.tokens[above].head
    same_above = best_above = same_over = -1.0
    if above != anchor:
        same_above = sums.at.get((view, above), {}).get(claim_type, -1.0)
        best_above = sums.best_at.get((view, above), -1.0)
        if over != above:
            same_over = sums.at.get((view, over), {}).get(claim_type, -1.0)
    children = [(view, child) for child in sentence.children[anchor] if (view, child) in sums.best_at]
    same_below = max((sums.at[child].get(claim_type, -1.0) for child in children), default=-1.0)
    best_below = max((sums.best_at[child] for child in children), default=-1.0)
    return [same_above, best_above, same_over, same_below, best_below]


def _around(sums: _Sums, place: Place) -> list[float]:
    view, _, claim_type = place
    return [
        sums.same_in_view.get((view - 1, claim_type), 0.0),
        sums.same_in_view.get((view + 1, claim_type), 0.0),
        sums.best_in_view.get(view - 1, 0.0),
        sums.best_in_view.get(view + 1, 0.0),
    ]


def _in_sentence(sums: _Sums, place: Place, share: float, total: float) -> list[float]:
    view, anchor, claim_type = place
    better = sure = 0
    earlier = 0.0
    for i, name, other in sums.in_view[view]:
        if i == anchor:
            continue
        sure += other > SURE
        if name == claim_type:
            better += other > share
            if i < anchor:
                earlier = max(earlier, other)
    return [float(better), float(sure), sums.in_document[claim_type] / max(total, 1e-6), earlier]
