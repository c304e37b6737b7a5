"""Counts of triggers and stages over documents: by language, type and construction, and false alarms."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.accuracy.said.hearing import Heard
from bench.accuracy.said.pairing import pair
from foedus.learning.scoring.tally import f1

NEAR_MISS = "near-miss"
"""Style of the corpus documents that only sound as if they told of claims."""


@dataclass
class Count:
    """Core gold triggers, those at which a unit or operator of the type stands, those found; claimed triggers; and
    how often the stage is right where the trigger is found, and where a unit stands."""

    documents: int = 0
    gold: int = 0
    offered: int = 0
    found: int = 0
    claimed: int = 0
    right: int = 0
    stage: int = 0
    stage_offered: int = 0

    def figures(self) -> dict[str, float]:
        """The measures by name, each from 0 to 1. `right` are claimed triggers that find one, `found` gold triggers
        that are found: the same number, save where counts are cut by construction."""
        return {
            "trigger_f1": f1((self.found + self.right) / 2, self.claimed, self.gold),
            "precision": self.right / max(self.claimed, 1),
            "recall": self.found / max(self.gold, 1),
            "unit_hits": self.offered / max(self.gold, 1),
            "stage": self.stage / max(self.found, 1),
            "stage_offered": self.stage_offered / max(self.offered, 1),
        }


FLOORS = ("trigger_f1", "unit_hits", "stage")
"""Figures that have a floor."""

Key = tuple[str, str]
"""Language, and type or construction; or `all` for either."""


@dataclass
class Counts:
    """Counts over all, by type and by construction."""

    by_lang: dict[str, Count]
    by_type: dict[Key, Count]
    by_construction: dict[Key, Count]


def count(heard: Iterable[Heard]) -> Counts:
    """Sums by language and over `all`; a claimed trigger counts by its own construction, a gold one by its own."""
    by_lang: dict[str, Count] = defaultdict(Count)
    by_type: dict[Key, Count] = defaultdict(Count)
    by_construction: dict[Key, Count] = defaultdict(Count)
    for one in heard:
        paired = pair(one.triggers, one.claimed)
        found = dict(paired.found)
        claimed = [*((claim, True) for claim in found.values()), *((claim, False) for claim in paired.wrong)]
        for lang in (one.document.lang, "all"):
            by_lang[lang].documents += 1
            for trigger in (*found, *paired.missed):
                for held in (
                    by_lang[lang],
                    by_type[lang, trigger.type],
                    by_construction[lang, trigger.construction],
                ):
                    held.gold += 1
                    if trigger.offered:
                        held.offered += 1
                        held.stage_offered += trigger.offered.stage in trigger.stages
                    if trigger in found:
                        held.found += 1
                        held.stage += found[trigger].stage in trigger.stages
            for claim, right in claimed:
                for held in (by_lang[lang], by_type[lang, claim.type], by_construction[lang, claim.construction]):
                    held.claimed += 1
                    held.right += right
    return Counts(dict(by_lang), dict(by_type), dict(by_construction))


@dataclass
class Alarms:
    """Documents that tell nothing, those with a claimed trigger all the same, and how many triggers these are."""

    documents: int = 0
    alarmed: int = 0
    triggers: int = 0


def alarms(heard: Iterable[Heard]) -> dict[str, Alarms]:
    """False alarms in documents without claims, by language and over `all`."""
    sums: dict[str, Alarms] = defaultdict(Alarms)
    for one in heard:
        if not one.document.claims:
            for lang in (one.document.lang, "all"):
                sums[lang].documents += 1
                sums[lang].alarmed += bool(one.claimed)
                sums[lang].triggers += len(one.claimed)
    return dict(sums)


def near_misses(heard: Sequence[Heard]) -> list[Heard]:
    """The documents that only sound like the others."""
    return [one for one in heard if one.document.style == NEAR_MISS and not one.document.claims]
