"""Whether two readings of one statement say the same."""

from msgspec import UNSET
from msgspec.structs import replace

from foedus.model.claim import Claim

ROUNDING = 0.005
"""Confidences that differ by less say the same: they are shown with two digits, and a recalibration that moves every
claim of a ledger by a thousandth would fill its history with versions that nobody can tell apart."""


def says_the_same(one: Claim, other: Claim, *, judged: bool = False) -> bool:
    """Whether two claims differ in nothing but who reads them so and how surely, within ROUNDING.

    `judged`: a person has judged the statement, so that it does not matter how sure the reader is.
    """
    return (judged or _as_sure(one, other)) and replace(one, reader=other.reader) == other


def differences(one: Claim, other: Claim) -> list[str]:
    """The fields in which two claims differ, in the order of the record; `confidence` for the reader's mark."""
    found = [
        field for field in Claim.__struct_fields__ if field != "reader" and getattr(one, field) != getattr(other, field)
    ]
    return found if _as_sure(one, other) else [*found, "confidence"]


def _as_sure(one: Claim, other: Claim) -> bool:
    first, second = one.reader.confidence, other.reader.confidence
    if first is UNSET or second is UNSET:
        return first is second
    return abs(first - second) < ROUNDING
