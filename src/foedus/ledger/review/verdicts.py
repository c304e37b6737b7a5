"""A person's verdict on one claim: accepted as it stands, corrected, or rejected.

Who judges first, or judges otherwise than the claim stands, changes it. Who only agrees, or gives an opinion
(`opinion`), leaves it as it is: the judgement is remembered for the agreement between reviewers.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from foedus.ledger.review.correcting import corrected
from foedus.ledger.review.fields import changed
from foedus.ledger.review.judgements import By, in_force, judgements, note_on
from foedus.ledger.review.settling import settle, status, text_of
from foedus.ledger.review.statements import Held
from foedus.ledger.tables import reviews
from foedus.ledger.writing.transaction import Writing
from foedus.model.errors import UsageError
from foedus.model.review import Correction


def accept(writing: Writing, held: Held, by: By, *, opinion: bool = False) -> int:
    """The claim is right as it stands; the judgement's number."""
    becomes = status(writing.connection, held, held.claim)
    if opinion or becomes == held.review:
        return _opinion(writing, "accept", held, by, {})
    return note_on(writing, "accept", by, held, after=settle(writing, held, held.claim, becomes))


def reject(writing: Writing, held: Held, by: By, *, opinion: bool = False) -> int:
    """The text does not say so; the claim is kept, and left out of every view."""
    if opinion or held.review == "rejected":
        return _opinion(writing, "reject", held, by, {})
    return note_on(writing, "reject", by, held, after=settle(writing, held, held.claim, "rejected"))


def correct(writing: Writing, held: Held, correction: Correction, by: By, *, opinion: bool = False) -> int:
    """Something else is right; UsageError where the correction changes nothing or cannot be."""
    claim = corrected(held.claim, correction, text_of(writing.connection, held.document))
    fields = changed(held.claim, claim)
    if not fields:
        raise UsageError(f"claim {held.address} says so already: accept it instead")
    if opinion:
        return _opinion(writing, "correct", held, by, {"fields": fields, "changes": msgspec.to_builtins(correction)})
    reading = settle(writing, held, claim, status(writing.connection, held, claim))
    return note_on(writing, "correct", by, held, after=reading, detail={"fields": fields})


def _opinion(writing: Writing, action: str, held: Held, by: By, detail: Mapping[str, Any]) -> int:
    """A judgement that leaves the claim as it is; given twice by the same person, it is one."""
    mine = judgements(
        writing.connection,
        *in_force(),
        reviews.c.claim == held.address.id,
        reviews.c.twin == held.address.twin,
        reviews.c.reviewer == by.reviewer,
    )
    last = list(mine)[-1:]
    same = [one for one in last if one.action == action and held.reading in (one.before, one.after)]
    if same and same[0].detail.get("changes") == detail.get("changes") and same[0].after == held.reading:
        return same[0].number
    return note_on(writing, action, by, held, after=held.reading, detail=detail)
