"""Which claims are asked for: one immutable record, the same for every command."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import get_args

from foedus.model.errors import UsageError
from foedus.model.vocabulary import CLAIM_TYPES, TYPES, Certainty, Polarity, Standing, ZoneKind

STAGES = frozenset(stage for spec in TYPES.values() for stage in spec.stages)
ROLES = frozenset(role for spec in TYPES.values() for role in spec.roles)
REVIEWED = ("unreviewed", "accepted", "corrected", "rejected", "added")
"""What people have judged of a claim."""
VOUCHED = ("accepted", "corrected", "added")
"""Judgements after which a claim is sure, on a person's word."""
PARTS = ("quantity", "value", "when", "due", "alternative")
"""Parts of a claim that may be missing."""

Moment = int | date | datetime | None
"""A point of the ledger's own time: the number of a batch; a day, which means its end in UTC; an instant, in UTC where
it names no zone; none is now."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Every condition must hold, of several values any; an empty one asks nothing. UsageError where a value is none
    of its list.

    `about` and `with_` are entity keys, in any role: one filler is in `about` and, where `with_` is given too,
    another filler in `with_`. `roles` are pairs of role and entity key; several of one role are alternatives.
    `voices` are keys or names of those who say it, `outlets` names without regard to case and accents.

    `happened_from` and `happened_to` are days, both included; a claim's date counts where it can fall between them, a
    claim without any date never. `published_from` and `published_by` are days: a page with the text can have been
    published between them, both included; that page has the language and the outlet too where these are asked for.
    `as_of` is the moment of the ledger's own time that is looked at, `learned_since` leaves out what the ledger knew
    before it: before that day began, until that instant, in that batch or earlier.

    `review` says how people judged; without it all but rejected claims are there. `min_confidence` keeps what a
    person accepted, corrected or added, and leaves out other claims that nothing has calibrated, unless it is 0;
    `max_confidence` leaves out both. `has` names parts that must be there. `document` is the id or the hash of a
    document, `ids` are ids of claims. `text` is a search, as docs/as-of.md describes.
    """

    about: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    types: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    happened_from: date | None = None
    happened_to: date | None = None
    published_from: date | None = None
    published_by: date | None = None
    as_of: Moment = None
    learned_since: Moment = None
    standing: tuple[str, ...] = ()
    polarity: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    quoted: bool | None = None
    has: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    min_confidence: float | None = None
    max_confidence: float | None = None
    document: str | None = None
    ids: tuple[str, ...] = ()
    text: str | None = None

    def __post_init__(self) -> None:
        _all_in("type", self.types, CLAIM_TYPES)
        _all_in("stage", self.stages, STAGES)
        _all_in("standing", self.standing, get_args(Standing))
        _all_in("polarity", self.polarity, get_args(Polarity))
        _all_in("certainty", self.certainty, get_args(Certainty))
        _all_in("zone", self.zones, get_args(ZoneKind))
        _all_in("review status", self.review, REVIEWED)
        _all_in("part that may be missing", self.has, PARTS)
        _all_in("role", [role for role, _ in self.roles], ROLES)
        _in_order(self.happened_from, self.happened_to)
        _in_order(self.published_from, self.published_by)
        for confidence in (self.min_confidence, self.max_confidence):
            if confidence is not None and not 0 <= confidence <= 1:
                raise UsageError(f"confidence {confidence} is no probability: give one from 0 to 1")


def _all_in(what: str, given: Iterable[str], known: Iterable[str]) -> None:
    for one in given:
        if one not in known:
            raise UsageError(f"{one!r} is no {what}; known are {', '.join(sorted(known))}")


def _in_order(first: date | None, last: date | None) -> None:
    if first and last and first > last:
        raise UsageError(f"nothing lies from {first} to {last}: swap the two dates")
