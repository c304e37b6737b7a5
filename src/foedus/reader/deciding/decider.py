"""What is being said in a document: hits, candidates, and which of them make a claim.

Two passes after Collins' cascades: the first looks at a candidate alone, the second also at what the first said of its
neighbours, so that of two words for one event the better one stays.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from foedus.model.vocabulary import ClaimType
from foedus.reader.analysis import Analysis
from foedus.reader.deciding import neighbours as beside
from foedus.reader.deciding.candidates import Candidate, Found, candidates
from foedus.reader.deciding.features import Features, of_anchor
from foedus.reader.deciding.linear import RATES
from foedus.reader.deciding.model import Model
from foedus.reader.deciding.named import is_named
from foedus.reader.deciding.rates import Rates
from foedus.reader.deciding.scene import Setting, setting
from foedus.reader.deciding.supposed import is_supposed
from foedus.reader.deciding.trees import Floats, probability
from foedus.reader.lexicon import Lexicon
from foedus.reader.matching import Hit
from foedus.reader.tools import load_tools
from foedus.reader.unit import Operator
from foedus.reader.view import View

COMMON = 3
"""How many types of the sentence before an operator without a complement is offered."""
LEAST, MOST = 0.01, 0.99
RARE = 0.05
"""The rate of what a candidate does not have."""
CACHE = 1 << 14
SURE = 0.6
"""What the surest word of a document must reach."""
CONTEXT = frozenset({"possession", "hostilities", "diplomacy", "meeting", "displacement", "accusation"})
"""Types that are told beside others: alone they make no document one of arms and alliances."""
HOPELESS = 0.02
"""Below this probability in the first pass's trees a candidate is dropped: one in thirty of the right ones lies there,
and none of those would be chosen."""
Place = tuple[int, int, ClaimType]


class Sight(NamedTuple):
    """A document's hits: candidates by view and anchor, and the operators of each view by their token."""

    setting: Setting
    candidates: Mapping[tuple[int, int], Sequence[Candidate]]
    operators: Sequence[Mapping[int, Hit[Operator]]]
    stages: Sequence[Mapping[int, str]]
    """What each operator makes of a transfer, by view and token."""

    def features(self, view: int, anchor: int, some: Sequence[Candidate], rates: Rates) -> list[Features]:
        """Features of candidates of one anchor."""
        return of_anchor(self.setting, (view, anchor), some, self.stages[view], rates)


class Said(NamedTuple):
    """A candidate that the decider looked at: its view and how probably it makes its claim."""

    view: int
    candidate: Candidate
    probability: float
    features: Features
    row: Floats
    """Its features in the second pass, from which the reasons are told."""


def look(analysis: Analysis, own: Path | None = None) -> Sight:
    """All hits of a document with what they may mean."""
    lexicons = {lang: load_tools(lang, own).lexicon for lang in set(analysis.langs)}
    found: dict[tuple[int, int], list[Candidate]] = {}
    operators: list[Mapping[int, Hit[Operator]]] = []
    before: Sequence[ClaimType] = ()
    for view, lang in zip(analysis.views, analysis.langs, strict=True):
        tools = load_tools(lang, own)
        units = [hit for hit in tools.units.hits(view.sentence) if _says(tools.lexicon, view, hit.anchor)]
        hits = Found(units, tools.operators.hits(view.sentence))
        here = candidates(view.sentence, hits, before)
        for anchor, some in here.items():
            found[view.index, anchor] = some
        operators.append({hit.anchor: hit for hit in reversed(hits.operators)})
        before = _common(hit.senses[0].type for hit in hits.units if not hit.nested)
    scenes = setting(analysis.views, analysis.langs, lexicons, analysis.quotes)
    stages = [{i: _stage(hit) for i, hit in over.items()} for over in operators]
    return Sight(scenes, found, operators, stages)


def weigh(model: Model, sight: Sight) -> list[Said]:
    """Every candidate with the probability that it makes its claim, in text order."""
    found: list[tuple[Place, Candidate, Features]] = []
    for (view, anchor), some in sorted(sight.candidates.items()):
        features = sight.features(view, anchor, some, model.rates)
        found += [((view, anchor, one.type), one, made) for one, made in zip(some, features, strict=True)]
    if not found:
        return []
    kept, first, rows = first_pass(model, [features for _, _, features in found])
    found = [found[number] for number in kept]
    around = np.array(
        beside.neighbours(sight.setting, [place for place, _, _ in found], first.tolist()), dtype=np.float32
    ).reshape(len(found), len(beside.NAMES))
    rows = np.hstack([rows, around])
    second = probability(model.trees["second"].log_odds(rows))
    return [
        Said(place[0], candidate, float(share), features, row)
        for (place, candidate, features), share, row in zip(found, second, rows, strict=True)
    ]


def first_pass(model: Model, features: Sequence[Features]) -> tuple[list[int], Floats, Floats]:
    """Which candidates are worth a second look, the probability of each by itself (the geometric mean of both
    models), and its row of the trees. What the trees find hopeless goes no further."""
    rows = model.encoders["first"].rows([one.values for one in features])
    trees = probability(model.trees["first"].log_odds(rows))
    kept = [number for number, share in enumerate(trees.tolist()) if share >= HOPELESS]
    odds = [model.linear.log_odds(features[number], rates_of(features[number])) for number in kept]
    mean: Floats = np.sqrt(trees[kept] * probability(np.array(odds, dtype=np.float32)))
    return kept, mean, rows[kept]


def rates_of(features: Features) -> list[float]:
    """Log-odds of a candidate's rates, as the linear model takes them."""
    return [_log_odds(float(features.values.get(name, RARE))) for name in RATES]


@lru_cache(CACHE)
def _log_odds(share: float) -> float:
    """Rates are few: most words were never met, or are met again and again."""
    share = min(max(share, LEAST), MOST)
    return float(np.log(share / (1 - share)))


def chosen(said: Sequence[Said], threshold: float) -> list[Said]:
    """One type for each word, the likeliest, where it reaches the threshold.

    A document in which no word is surely a claim of arms or alliances says nothing: what else looks like one there is
    a false alarm more often than not.
    """
    best: dict[tuple[int, int], Said] = {}
    for one in said:
        place = (one.view, one.candidate.anchor)
        if place not in best or one.probability > best[place].probability:
            best[place] = one
    if not any(one.probability >= SURE and one.candidate.type not in CONTEXT for one in best.values()):
        return []
    return [best[place] for place in sorted(best) if best[place].probability >= threshold]


def _says(lexicon: Lexicon, view: View, i: int) -> bool:
    """Whether a word there can say something: no part of a name, nothing that is only supposed."""
    return not is_named(lexicon, view, i) and not is_supposed(lexicon, view, i)


def _stage(hit: Hit[Operator]) -> str:
    """What an operator makes of a transfer, which tells its kind."""
    return next((sense.stages["transfer"] for sense in hit.senses if "transfer" in sense.stages), "same")


def _common(types: Iterable[ClaimType]) -> list[ClaimType]:
    counts: dict[ClaimType, int] = {}
    for claim_type in types:
        counts[claim_type] = counts.get(claim_type, 0) + 1
    return sorted(counts, key=lambda claim_type: -counts[claim_type])[:COMMON]
