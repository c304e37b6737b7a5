"""Claims as a list: every field in a column of its own."""

from collections.abc import Callable

from msgspec import UNSET

from foedus.model.claim import Claim, Filler
from foedus.publish.column import Column, Sheet
from foedus.publish.figures import money, quantity, two_digits
from foedus.register.surety import to_check

TO_CHECK = "to check"
"""The mark of what is not sure."""

Judged = Callable[[Claim], str | None]
"""What people judged of a claim: `accepted`, `corrected`, `added`, `rejected`; None where nobody judged it."""


def claim_sheet(sure: float, judged: Judged = lambda _: None) -> Sheet[Claim]:
    """Fillers stand as `role=KEY name`; `sure` is the confidence from which on a claim needs no check."""

    def mark(claim: Claim) -> str:
        return judged(claim) or (TO_CHECK if to_check(claim, sure) else "")

    return Sheet("claims", (*_WHAT, Column("mark", "text", mark), *_WORDS))


def _voices(claim: Claim) -> tuple[str, ...]:
    return tuple(voice.name or voice.text for voice in claim.attribution)


def _roles(claim: Claim) -> tuple[str, ...]:
    return tuple(f"{role}={_key_and_name(one)}" for role, some in claim.roles.items() for one in some)


def _key_and_name(one: Filler) -> str:
    return f"{one.entity} {one.name}" if one.entity else one.name


def _confidence(claim: Claim) -> float | None:
    return None if claim.reader.confidence is UNSET else claim.reader.confidence


def _told_confidence(claim: Claim) -> str:
    return "" if claim.reader.confidence is UNSET else two_digits(claim.reader.confidence)


_WHAT: tuple[Column[Claim], ...] = (
    Column("claim", "text", lambda one: one.id),
    Column("document", "text", lambda one: one.document.id),
    Column("published", "text", lambda one: one.document.published),
    Column("outlet", "text", lambda one: one.document.outlet),
    Column("url", "text", lambda one: one.document.url),
    Column("lang", "text", lambda one: one.document.lang),
    Column("type", "text", lambda one: one.type),
    Column("stage", "text", lambda one: one.stage),
    Column("polarity", "text", lambda one: one.polarity),
    Column("certainty", "text", lambda one: one.certainty),
    Column("standing", "text", lambda one: one.standing),
    Column("said_by", "texts", _voices),
    Column("roles", "texts", _roles),
    Column("quantity", "text", lambda one: quantity(one.quantity) or None),
    Column("value", "text", lambda one: money(one.value) or None),
    Column("when", "text", lambda one: one.when.edtf if one.when else None),
    Column("due", "text", lambda one: one.due.edtf if one.due else None),
    Column("zone", "text", lambda one: one.zone),
    Column("confidence", "number", _confidence, _told_confidence),
)

_WORDS: tuple[Column[Claim], ...] = (
    Column("start", "whole", lambda one: one.evidence[0].start),
    Column("end", "whole", lambda one: one.evidence[0].end),
    Column("words", "text", lambda one: one.evidence[0].text),
)
