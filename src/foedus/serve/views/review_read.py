"""What the reader gave of a claim, before anybody judged it: what a second opinion is asked about."""

from collections.abc import Iterator, Sequence

import msgspec

from foedus.ledger.review.fields import FIELDS, values
from foedus.model.claim import Claim
from foedus.model.review import PERSON, Correction, Judgement, Step


def as_read(claim: Claim, history: Sequence[Step]) -> Claim | None:
    """The last version's differences from what the reader gave, taken back; None where no reader gave it so."""
    if claim.reader.name == PERSON:
        return None
    last = next((step for step in reversed(history) if step.reading is not None), None)
    if last is None or not last.differs:
        return claim
    record = msgspec.to_builtins(claim)
    for one in last.differs:
        place, _, role = one.field.partition(".")
        if not role:
            record[one.field] = one.machine
        elif one.machine:
            record[place][role] = one.machine
        else:
            record[place].pop(role, None)
    try:
        return msgspec.convert(record, Claim)
    except (msgspec.ValidationError, ValueError):  # fields of two types mixed, as after a later reading
        return None


def between(claim: Claim, right: Claim) -> Correction | None:
    """What turns one claim into the other; None where they say the same."""
    is_, becomes = values(claim), values(right)
    fields = {one: getattr(right, one) for one in FIELDS if one != "roles" and is_[one] != becomes[one]}
    roles = {
        role: right.roles.get(role, ())
        for role in (claim.roles | right.roles)
        if is_.get(f"roles.{role}") != becomes.get(f"roles.{role}")
    }
    changes = fields | ({"roles": roles} if roles else {})
    return Correction(**changes) if changes else None


def judged_by_others(history: Sequence[Step], reviewer: str) -> Iterator[Judgement]:
    """What others hold of a claim, in their order: judgements that nobody took back."""
    for step in history:
        one = step.judgement
        if one and one.reviewer != reviewer and one.undone is None and one.action != "undo":
            yield one
