"""How far one claim of a transfer may be taken: as said, as hedged, or as a denial."""

from typing import Literal, NamedTuple

from foedus.model.claim import Claim

LADDER = ("unspecified", "sought", "offered", "negotiated", "intended", "ordered", "delivering", "delivered")
"""Stages of a transfer that goes on, each further than the one before."""

HALTS = ("suspended", "cancelled", "refused")
"""Stages that stop a transfer."""

_WILL = ("sought", "intended")
"""Declared wishes and plans: `possible` by their nature, which is no doubt about their being declared."""

Weight = Literal["plain", "rumoured", "possible", "unclear", "denied"]


class Weighed(NamedTuple):
    """A claim, what it weighs, whether its details are sure, and why."""

    claim: Claim
    weight: Weight
    sure: bool
    reason: str


def weigh(claim: Claim) -> Weighed:
    """A claim is plain where it is affirmed, certain or probable, and no rumour.

    It is sure where it is certain too and its voice has a name: what an unnamed source says is a stage like another,
    but its numbers and years stand in brackets.
    """
    unnamed = ("its source is not named",) if claim.standing == "unnamed" else ()
    hedges: tuple[tuple[bool, Weight, str], ...] = (
        (claim.polarity == "negated", "denied", "negated or denied"),
        (claim.standing == "rumoured", "rumoured", "only rumoured"),
        (claim.alternative is not None, "possible", "one of several alternatives"),
        (claim.certainty == "unknown", "unclear", "said to be unclear"),
        (claim.certainty == "possible" and not _declared_will(claim), "possible", "only possible"),
        (claim.certainty == "probable", "plain", "only probable"),
        (bool(unnamed), "plain", unnamed[0] if unnamed else ""),
    )
    for holds, weight, reason in hedges:
        if holds:
            return Weighed(claim, weight, sure=False, reason=", ".join(dict.fromkeys((reason, *unnamed))))
    return Weighed(claim, "plain", sure=True, reason="said plainly")


def _declared_will(claim: Claim) -> bool:
    return claim.stage in _WILL and not any(cue.kind in ("hedge", "rumour") for cue in claim.cues)
