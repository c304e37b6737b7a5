"""Several claims that are one statement: one stays, with the evidence of all, and the others' addresses lead to it."""

from collections.abc import Sequence

from msgspec.structs import replace

from foedus.ledger.review.judgements import By, note_on
from foedus.ledger.review.moving import redirect
from foedus.ledger.review.settling import settle, status
from foedus.ledger.review.statements import Held
from foedus.ledger.writing.transaction import Writing
from foedus.ledger.writing.versions import end
from foedus.model.claim import Claim
from foedus.model.errors import UsageError


def merge(writing: Writing, kept: Held, others: Sequence[Held], by: By) -> int:
    """Merge claims into one; the number of the judgement, which is that of the claim that stays.

    UsageError where there is nothing to merge, a claim comes twice, or they stand in different documents: what
    several texts say is several claims.
    """
    addresses = [kept.address, *(one.address for one in others)]
    if not others:
        raise UsageError(f"say which claim is the same as {kept.address}")
    if len(set(addresses)) < len(addresses):
        raise UsageError(f"a claim cannot be merged with itself: {', '.join(map(str, addresses))}")
    for one in others:
        if one.document != kept.document:
            raise UsageError(
                f"claims {kept.address} and {one.address} stand in two documents: what two texts say is two claims"
            )
    claim = _with_evidence(kept.claim, [one.claim for one in others])
    reading = settle(writing, kept, claim, status(writing.connection, kept, claim))
    detail = {"merged": [str(one.address) for one in others]}
    number = note_on(writing, "merge", by, kept, after=reading, detail=detail)
    end(writing, {one.reading: one.document for one in others})
    for one in others:
        redirect(writing, one.address, kept.address)
        note_on(writing, "merge", by, one, after=None, detail={"of": number, "into": str(kept.address)})
    return number


def _with_evidence(claim: Claim, others: Sequence[Claim]) -> Claim:
    """The claim with the sentences of the others behind its own, each once."""
    sentences = dict.fromkeys(sentence for one in (claim, *others) for sentence in one.evidence)
    return replace(claim, evidence=tuple(sentences))
