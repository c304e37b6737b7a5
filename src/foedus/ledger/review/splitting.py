"""One claim that is several: each item or number by itself."""

from collections.abc import Sequence

from msgspec.structs import replace

from foedus.ledger.review.adding import mark, put_new
from foedus.ledger.review.correcting import corrected
from foedus.ledger.review.fields import changed
from foedus.ledger.review.judgements import By, note, note_on
from foedus.ledger.review.settling import settle, status, text_of
from foedus.ledger.review.statements import Held
from foedus.ledger.writing.transaction import Writing
from foedus.model.claim import Claim
from foedus.model.errors import UsageError
from foedus.model.identity import claim_id
from foedus.model.review import Correction


def split(writing: Writing, held: Held, parts: Sequence[Correction], by: By) -> int:
    """Make several claims of one; the number of the judgement, which is that of the first part.

    Each part is the claim with a correction. The first keeps the address, the others are added under their own.
    UsageError where there are fewer than two, or two that say the same.
    """
    if len(parts) < 2:
        raise UsageError(f"claim {held.address} is split into two parts or more: say what is each one's own")
    text = text_of(writing.connection, held.document)
    claims = [corrected(held.claim, part, text) for part in parts]
    for place, claim in enumerate(claims):
        if any(not changed(claim, other) for other in claims[:place]):
            raise UsageError(f"part {place + 1} says the same as a part before it")
    first, *others = claims
    reading = settle(writing, held, first, status(writing.connection, held, first))
    added = [put_new(writing, held.document, _apart(claim, by)) for claim in others]
    fields = changed(held.claim, first)
    detail = {"fields": fields, "parts": [str(address) for address, _ in added]}
    number = note_on(writing, "split", by, held, after=reading, detail=detail)
    for address, part in added:
        origin = {"of": number, "from": str(held.address)}
        note(writing, "split", by, address=address, document=held.document, after=part, detail=origin)
    return number


def _apart(claim: Claim, by: By) -> Claim:
    """A part as a claim of its own, that a person gives."""
    trigger = (claim.trigger.start, claim.trigger.end)
    own = claim_id(claim.document.sha256, trigger, claim.type, claim.roles, claim.attribution)
    return replace(claim, id=own, reader=mark(by.reviewer))
