"""Numbers in an address, where an empty field of a form gives none."""

from foedus.model.errors import UsageError

_LONGEST = 18
"""Digits of a number: of thousands Python makes none."""


def whole(name: str, given: str, among: range) -> int | None:
    """A whole number from a range; None where the field was left empty, UsageError where it is no such number."""
    if not given.strip():
        return None
    digits = given.strip().lstrip("0") or "0"
    if not digits.isdecimal() or len(digits) > _LONGEST or int(digits) not in among:
        raise UsageError(f"{name} {given[:_LONGEST]!r}: give a number from {among[0]} to {among[-1]}")
    return int(digits)
