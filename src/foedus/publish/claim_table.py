"""Claims as a table for analysts: a column for whatever is filtered, counted or joined, and the whole record as JSON.

docs/parquet.md tells the columns; lists are in the order of the record.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from msgspec import UNSET

from foedus.model.claim import Claim, Filler, When
from foedus.model.claim_json import to_json
from foedus.model.edtf import parse
from foedus.model.vocabulary import TYPES
from foedus.publish.column import Column, Sheet, Value

ROLES = tuple(dict.fromkeys(role for spec in TYPES.values() for role in spec.core))
"""Every core role of any type, once; those of a claim's other types are empty."""


class ClaimRow(NamedTuple):
    """A claim, its place among those of its document, and what only a ledger knows: the story, what people judged."""

    claim: Claim
    place: int
    story: str | None = None
    review: str | None = None


def _of(told: Callable[[Claim], Value]) -> Callable[[ClaimRow], Value]:
    """A column of the claim alone."""
    return lambda row: told(row.claim)


def _days(when: When | None) -> tuple[date | None, date | None]:
    """The earliest and the latest day that a date can mean; None where it is open or unknown."""
    if when is None:
        return None, None
    try:
        parsed = parse(when.edtf)
    except ValueError:  # the record keeps what stands there
        return None, None
    return parsed.earliest, parsed.latest


def _entities(fillers: tuple[Filler, ...]) -> tuple[str, ...] | None:
    return tuple(one.entity for one in fillers if one.entity) or None


def _words(fillers: tuple[Filler, ...]) -> tuple[str, ...] | None:
    return tuple(one.text for one in fillers) or None


def _role(role: str) -> tuple[Column[ClaimRow], ...]:
    return (
        Column(f"{role}_entity", "texts", lambda row: _entities(row.claim.fillers(role))),
        Column(f"{role}_text", "texts", lambda row: _words(row.claim.fillers(role))),
    )


def _number(given: float | None) -> float | None:
    """Whole numbers too, which may be larger than those of a column of floats may be exactly."""
    return None if given is None else float(given)


def _low(claim: Claim) -> float | None:
    given = claim.quantity
    return None if given is None else _number(given.value if given.value is not None else given.min)


def _high(claim: Claim) -> float | None:
    given = claim.quantity
    return None if given is None else _number(given.value if given.value is not None else given.max)


def _confidence(claim: Claim) -> float | None:
    return None if claim.reader.confidence is UNSET else claim.reader.confidence


def _voices(claim: Claim) -> tuple[str, ...] | None:
    return tuple(one.entity for one in claim.attribution if one.entity) or None


def _said_by(claim: Claim) -> tuple[str, ...] | None:
    return tuple(one.text for one in claim.attribution) or None


def _text(claim: Claim) -> str:
    return "\n".join(one.text for one in claim.evidence)


_WHICH: tuple[Column[ClaimRow], ...] = (
    Column("claim", "text", _of(lambda one: one.id)),
    Column("document", "text", _of(lambda one: one.document.id)),
    Column("place", "whole", lambda row: row.place),
    Column("story", "text", lambda row: row.story),
    Column("published", "text", _of(lambda one: one.document.published)),
    Column("outlet", "text", _of(lambda one: one.document.outlet)),
    Column("title", "text", _of(lambda one: one.document.title)),
    Column("url", "text", _of(lambda one: one.document.url)),
    Column("lang", "text", _of(lambda one: one.document.lang)),
)

_WHAT: tuple[Column[ClaimRow], ...] = (
    Column("type", "text", _of(lambda one: one.type)),
    Column("stage", "text", _of(lambda one: one.stage)),
    Column("polarity", "text", _of(lambda one: one.polarity)),
    Column("certainty", "text", _of(lambda one: one.certainty)),
    Column("standing", "text", _of(lambda one: one.standing)),
    Column("quoted", "yes", _of(lambda one: one.quoted)),
    Column("zone", "text", _of(lambda one: one.zone)),
    Column("confidence", "number", _of(_confidence)),
    Column("review", "text", lambda row: row.review),
    Column("said_by_entity", "texts", _of(_voices)),
    Column("said_by_text", "texts", _of(_said_by)),
)

_HOW_MANY: tuple[Column[ClaimRow], ...] = (
    Column("quantity_min", "number", _of(_low)),
    Column("quantity_max", "number", _of(_high)),
    Column("quantity_unit", "text", _of(lambda one: one.quantity.unit if one.quantity else None)),
    Column("quantity_about", "yes", _of(lambda one: one.quantity.approximate if one.quantity else None)),
    Column("amount", "number", _of(lambda one: _number(one.value.amount) if one.value else None)),
    Column("currency", "text", _of(lambda one: one.value.currency if one.value else None)),
)

_WHEN: tuple[Column[ClaimRow], ...] = (
    Column("when_edtf", "text", _of(lambda one: one.when.edtf if one.when else None)),
    Column("when_from", "day", _of(lambda one: _days(one.when)[0])),
    Column("when_to", "day", _of(lambda one: _days(one.when)[1])),
    Column("due_edtf", "text", _of(lambda one: one.due.edtf if one.due else None)),
    Column("due_from", "day", _of(lambda one: _days(one.due)[0])),
    Column("due_to", "day", _of(lambda one: _days(one.due)[1])),
)

_WORDS: tuple[Column[ClaimRow], ...] = (
    Column("trigger", "text", _of(lambda one: one.trigger.text)),
    Column("evidence", "text", _of(_text)),
    Column("reader_name", "text", _of(lambda one: one.reader.name)),
    Column("reader_version", "text", _of(lambda one: one.reader.version)),
    Column("record", "text", _of(lambda one: to_json(one).decode())),
)

CLAIM_TABLE: Sheet[ClaimRow] = Sheet(
    "claims", (*_WHICH, *_WHAT, *(column for role in ROLES for column in _role(role)), *_HOW_MANY, *_WHEN, *_WORDS)
)
