"""A claim with some of its fields corrected, held against the contract and against its text."""

from msgspec import UNSET
from msgspec.structs import asdict, replace

from foedus.ledger.review.spans import false_spans
from foedus.model.claim import Attribution, Claim, Filler, When
from foedus.model.claim_json import from_json, to_json
from foedus.model.edtf import parse
from foedus.model.errors import InputError, UsageError
from foedus.model.review import Correction
from foedus.model.vocabulary import Standing


def corrected(claim: Claim, correction: Correction, text: str) -> Claim:
    """The claim as it is right; its id and what produced it stay. UsageError names the field that cannot be so."""
    try:
        found = sound(with_changes(claim, correction), text)
    except (TypeError, ValueError) as error:  # the record's own rules: stages and roles of the type
        raise UsageError(f"claim {claim.id} cannot be corrected so: {error}") from error
    if correction.standing is not UNSET or correction.attribution is not UNSET:
        check_standing(found.standing, found.attribution)
    return found


def with_changes(claim: Claim, correction: Correction) -> Claim:
    """The claim with a correction's fields, not held against its text; ValueError where the type has no such field."""
    changes = {field: value for field, value in asdict(correction).items() if value is not UNSET}
    if correction.roles is not UNSET:
        changes["roles"] = _roles(claim, correction.roles)
    return replace(claim, **changes)


def sound(claim: Claim, text: str) -> Claim:
    """The claim as the contract has it; UsageError where values, dates or offsets are wrong."""
    try:
        checked = from_json(to_json(claim))
    except InputError as error:
        raise UsageError(f"a claim cannot be so: {error}") from error
    for field, date in (("when", claim.when), ("due", claim.due)):
        if date is not None:
            _check_date(field, date)
    for span in false_spans(checked, text):
        there = text[span.start : span.end]
        raise UsageError(
            f"{span.field}: {span.text!r} does not stand at {span.start}–{span.end} of the document, {there!r} does"
        )
    return checked


def _roles(claim: Claim, given: dict[str, tuple[Filler, ...]]) -> dict[str, tuple[Filler, ...]]:
    """The claim's roles with those that are given anew; one without fillers is taken out."""
    return {role: tuple(fillers) for role, fillers in (claim.roles | given).items() if fillers}


def _check_date(field: str, date: When) -> None:
    try:
        parse(date.edtf)
    except ValueError as error:
        raise UsageError(f"{field}: {error}") from error
    told = (date.text, date.start, date.end)
    if None in told and any(part is not None for part in told):
        raise UsageError(f"{field}: words, start and end go together: all of them, or none")


def check_standing(standing: Standing, voices: tuple[Attribution, ...]) -> None:
    """The nearest voice sets the standing; what is stated has none."""
    nearest = voices[0].kind if voices else None
    if standing == "stated" and nearest:
        raise UsageError("standing: what is stated has no voice: take the attribution out too")
    if standing in ("attributed", "unnamed") and not nearest:
        raise UsageError(f"attribution: what is {standing} has a voice: say which")
    if (standing == "attributed" and nearest == "unnamed") or (standing == "unnamed" and nearest != "unnamed"):
        raise UsageError(f"standing: {standing} does not go with a nearest voice of kind {nearest}")
