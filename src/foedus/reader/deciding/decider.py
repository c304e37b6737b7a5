"""What is being said in a document: hits, candidates, and which of them make a claim.

Two passes after Collins' cascades: the first looks at a candidate alone, the second also at what the first said of its
neighbours, so that of two words for one event the better one stays.
"""

from collections.abc import Iterable, Mapping, Sequence
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
from foedus.reader.deciding.trees import Floats, probability
from foedus.reader.matching import Hit
from foedus.reader.tools import load_tools
from foedus.reader.unit import Operator

COMMON = 3
"""How many types of the sentence before an operator without a complement is offered."""
LEAST, MOST = 0.01, 0.99
Place = tuple[int, int, ClaimType]


class Sight(NamedTuple):
    """A document's hits: candidates by view and anchor, and the operators of each view by their token."""

    setting: Setting
    candidates: Mapping[tuple[int, int], Sequence[Candidate]]
    operators: Sequence[Mapping[int, Hit[Operator]]]

    def features(self, view: int, anchor: int, some: Sequence[Candidate], rates: Rates) -> list[Features]:
        """Features of candidates of one anchor."""
        stages = {i: _stage(hit) for i, hit in self.operators[view].items()}
        return of_anchor(self.setting, (view, anchor), some, stages, rates)


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
        units = [hit for hit in tools.units.hits(view.sentence) if not is_named(tools.lexicon, view, hit.anchor)]
        hits = Found(units, tools.operators.hits(view.sentence))
        here = candidates(view.sentence, hits, before)
        for anchor, some in here.items():
            found[view.index, anchor] = some
        operators.append({hit.anchor: hit for hit in reversed(hits.operators)})
        before = _common(hit.senses[0].type for hit in hits.units if not hit.nested)
    scenes = setting(analysis.views, analysis.langs, lexicons, analysis.quotes)
    return Sight(scenes, found, operators)


def weigh(model: Model, sight: Sight) -> list[Said]:
    """Every candidate with the probability that it makes its claim, in text order."""
    found: list[tuple[Place, Candidate, Features]] = []
    for (view, anchor), some in sorted(sight.candidates.items()):
        features = sight.features(view, anchor, some, model.rates)
        found += [((view, anchor, one.type), one, made) for one, made in zip(some, features, strict=True)]
    if not found:
        return []
    places = [place for place, _, _ in found]
    first, rows = first_pass(model, [features for _, _, features in found])
    around = np.array(beside.neighbours(sight.setting, places, first.tolist()), dtype=np.float32)
    rows = np.hstack([rows, around])
    second = probability(model.trees["second"].log_odds(rows))
    return [
        Said(place[0], candidate, float(share), features, row)
        for (place, candidate, features), share, row in zip(found, second, rows, strict=True)
    ]


def first_pass(model: Model, features: Sequence[Features]) -> tuple[Floats, Floats]:
    """Probability of each candidate by itself (the geometric mean of both models), and the rows of the trees."""
    rows = model.encoders["first"].rows([one.values for one in features])
    trees = probability(model.trees["first"].log_odds(rows))
    odds = [model.linear.log_odds(one, rates_of(one)) for one in features]
    mean: Floats = np.sqrt(trees * probability(np.array(odds, dtype=np.float32)))
    return mean, rows


def rates_of(features: Features) -> list[float]:
    """Log-odds of a candidate's rates, as the linear model takes them."""
    shares = [min(max(float(features.values.get(name, 0.05)), LEAST), MOST) for name in RATES]
    return [float(np.log(share / (1 - share))) for share in shares]


def chosen(said: Iterable[Said], threshold: float) -> list[Said]:
    """One type for each word, the likeliest, where it reaches the threshold."""
    best: dict[tuple[int, int], Said] = {}
    for one in said:
        place = (one.view, one.candidate.anchor)
        if one.probability >= threshold and (place not in best or one.probability > best[place].probability):
            best[place] = one
    return [best[place] for place in sorted(best)]


def _stage(hit: Hit[Operator]) -> str:
    """What an operator makes of a transfer, which tells its kind."""
    return next((sense.stages["transfer"] for sense in hit.senses if "transfer" in sense.stages), "same")


def _common(types: Iterable[ClaimType]) -> list[ClaimType]:
    counts: dict[ClaimType, int] = {}
    for claim_type in types:
        counts[claim_type] = counts.get(claim_type, 0) + 1
    return sorted(counts, key=lambda claim_type: -counts[claim_type])[:COMMON]
