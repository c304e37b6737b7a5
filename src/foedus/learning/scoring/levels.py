"""The levels above the core: whether stage, polarity and standing of a matched claim are right."""

from foedus.learning.scoring.gold import GoldClaim
from foedus.model.claim import Claim

SPEECH_STAGES = frozenset(
    "requested offered pledged invoked denied affirmed called_for threatened made rejected sought refused".split()
)
"""Acts of speech: `stated` and `attributed` are both right."""

TWINS = tuple(
    (frozenset(negative.split()), frozenset(positive.split()))
    for negative, positive in (
        ("denied", "affirmed"),
        ("breached", "honoured"),
        ("unanswered refused", "provided"),
        ("refused cancelled", "delivered"),
        ("failed", "signed"),
        ("withdrawn", "ongoing"),
    )
)
"""Stages that say the same under opposite polarity: refused, affirmed, is delivered, negated."""


def stage_and_polarity(gold: GoldClaim, claim: Claim) -> tuple[bool, bool]:
    """Whether the stage is right, and whether the polarity is."""
    right = (claim.stage in gold.stages, claim.polarity in gold.polarities)
    if all(right) or (claim.polarity != gold.polarities[0] and _twins(gold, claim.stage)):
        return True, True
    return right


def _twins(gold: GoldClaim, stage: str) -> bool:
    return any(
        (stage in negative and positive.intersection(gold.stages))
        or (stage in positive and negative.intersection(gold.stages))
        for negative, positive in TWINS
    )


def standing(gold: GoldClaim, claim: Claim) -> bool:
    """Whether the standing is right."""
    if gold.stages[0] in SPEECH_STAGES and claim.standing in ("stated", "attributed"):
        return True
    return claim.standing in gold.standings
