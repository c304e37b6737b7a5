"""Counts over documents, and the figures that follow from them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from foedus.learning.scoring import levels
from foedus.learning.scoring.gold import GoldDocument
from foedus.learning.scoring.matching import UNJUDGED_TYPES, Pair, match
from foedus.learning.scoring.spans import spans_reproduce
from foedus.model.claim import Claim


def f1(hit: float, predicted: float, gold: float) -> float:
    """Harmonic mean of precision and recall, 0 where nothing is right."""
    return 2 * hit / (predicted + gold) if hit else 0.0


@dataclass
class TypeTally:
    """One type: gold claims, predictions, and gold claims whose core was found."""

    gold: int = 0
    predicted: int = 0
    core: int = 0

    @property
    def f1(self) -> float:
        """Core-F1 of the type."""
        return f1(self.core, self.predicted, self.gold)


@dataclass
class Tally:
    """Sums over documents; the counts of right levels are among the claims whose core is right."""

    documents: int = 0
    gold: int = 0
    predicted: int = 0
    broken: int = 0
    soft: float = 0.0
    core: int = 0
    stage: int = 0
    standing_polarity: int = 0
    everything: int = 0
    types: dict[str, TypeTally] = field(default_factory=lambda: defaultdict(TypeTally))

    def add(self, scored: "Scored") -> None:
        """Take one document in."""
        self.documents += 1
        self._add_predictions(scored)
        for claim in scored.gold.claims:
            if claim.core:
                self.gold += 1
                self.types[claim.type].gold += 1
        for pair in scored.pairs:
            if scored.gold.claims[pair.gold].core:
                self.soft += pair.share
                if pair.full:
                    self._add_full(scored, pair)

    def _add_predictions(self, scored: "Scored") -> None:
        free = {pair.claim for pair in scored.pairs if not scored.gold.claims[pair.gold].core}
        self.predicted += len(scored.claims) - len(free)
        self.broken += len(scored.broken)
        for number, claim in enumerate(scored.claims):
            if number not in free:
                self.types[claim.type].predicted += 1

    def _add_full(self, scored: "Scored", pair: Pair) -> None:
        gold, claim = scored.gold.claims[pair.gold], scored.claims[pair.claim]
        stage, polarity = levels.stage_and_polarity(gold, claim)
        standing = levels.standing(gold, claim)
        self.core += 1
        self.types[gold.type].core += 1
        self.stage += stage
        self.standing_polarity += standing and polarity
        self.everything += stage and standing and polarity

    def figures(self) -> dict[str, float]:
        """The measures by name, each from 0 to 1; stage and standing are shares of the claims with a right core."""
        return {
            "core_f1": f1(self.core, self.predicted, self.gold),
            "precision": self.core / max(self.predicted, 1),
            "recall": self.core / max(self.gold, 1),
            "soft_f1": f1(self.soft, self.predicted, self.gold),
            "stage": self.stage / max(self.core, 1),
            "standing_polarity": self.standing_polarity / max(self.core, 1),
            "everything_f1": f1(self.everything, self.predicted, self.gold),
            "transfer_f1": self.types["transfer"].f1 if "transfer" in self.types else 0.0,
        }


@dataclass(frozen=True)
class Scored:
    """One document's predictions against its gold; `claims` are those of judged types."""

    gold: GoldDocument
    claims: tuple[Claim, ...]
    broken: frozenset[int]
    pairs: tuple[Pair, ...]


def score(gold: GoldDocument, predicted: Sequence[Claim]) -> Scored:
    """Match one document; a claim whose spans do not reproduce the text counts as predicted and matches nothing."""
    claims = tuple(claim for claim in predicted if claim.type not in UNJUDGED_TYPES)
    broken = frozenset(i for i, claim in enumerate(claims) if not spans_reproduce(claim, gold.text))
    return Scored(gold, claims, broken, tuple(match(gold.claims, claims, broken)))


def tally(scored: Sequence[Scored]) -> dict[str, Tally]:
    """Sums by language, and over `all`."""
    sums: dict[str, Tally] = defaultdict(Tally)
    for one in scored:
        sums[one.gold.lang].add(one)
        sums["all"].add(one)
    return dict(sums)
