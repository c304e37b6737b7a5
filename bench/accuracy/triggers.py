"""How many triggers are found: before roles are asked, is there a claim where the gold has one?"""

from collections.abc import Iterable
from dataclasses import dataclass

from foedus.learning.scoring.gold import GoldClaim
from foedus.learning.scoring.tally import Scored, f1
from foedus.model.claim import Claim


def overlaps(gold: GoldClaim, claim: Claim) -> bool:
    """Whether the two triggers share a character; False where the gold tells none."""
    if gold.trigger is None:
        return False
    start, end = gold.trigger
    return claim.trigger.start < end and claim.trigger.end > start


@dataclass
class TriggerCount:
    """Core gold triggers, how many lie under a predicted trigger at all and under one of a right type; and back."""

    gold: int = 0
    found: int = 0
    typed: int = 0
    predicted: int = 0
    on_gold: int = 0
    on_typed: int = 0

    def add(self, scored: Scored) -> None:
        """Take one document in; context claims may be predicted without loss."""
        for gold in scored.gold.claims:
            if gold.core and gold.trigger is not None:
                over = [claim for claim in scored.claims if overlaps(gold, claim)]
                self.gold += 1
                self.found += bool(over)
                self.typed += any(claim.type in gold.types for claim in over)
        for claim in scored.claims:
            under = [gold for gold in scored.gold.claims if overlaps(gold, claim)]
            self.predicted += 1
            self.on_gold += bool(under)
            self.on_typed += any(claim.type in gold.types for gold in under)

    @property
    def f1(self) -> float:
        """Trigger-F1 with the type right."""
        precision = self.on_typed / max(self.predicted, 1)
        recall = self.typed / max(self.gold, 1)
        return f1(precision * recall, precision, recall)


def count_triggers(scored: Iterable[Scored]) -> TriggerCount:
    """Over all documents."""
    count = TriggerCount()
    for one in scored:
        count.add(one)
    return count
