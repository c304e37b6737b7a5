"""What a claim is that a dossier or a finding cites, beside its words."""

from msgspec import Struct

from foedus.model.claim import Claim
from foedus.model.vocabulary import Certainty, ClaimType, Polarity, Standing


class CitedClaim(Struct, frozen=True):
    """What a citation's claim is, in words of the contract."""

    type: ClaimType
    stage: str
    polarity: Polarity
    standing: Standing
    certainty: Certainty
    when: str | None
    lang: str


def cited_claim(claim: Claim) -> CitedClaim:
    """Of a claim, in words of the contract."""
    return CitedClaim(
        claim.type,
        claim.stage,
        claim.polarity,
        claim.standing,
        claim.certainty,
        claim.when.edtf if claim.when else None,
        claim.document.lang,
    )
