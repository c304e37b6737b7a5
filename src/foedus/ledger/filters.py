"""Which claims are asked for: one immutable record, the same for every command."""

from dataclasses import dataclass
from datetime import date
from typing import get_args

from foedus.model.errors import UsageError
from foedus.model.vocabulary import CLAIM_TYPES, TYPES, Standing

STAGES = frozenset(stage for spec in TYPES.values() for stage in spec.stages)


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Every condition must hold; an empty one asks nothing. UsageError where a value is none of its list.

    `about` and `with_` are entity keys, in any role: one filler is in `about` and, where `with_` is given too,
    another filler in `with_`. `happened_from` and `happened_to` are days, both included; a claim's date counts
    where it can fall between them, a claim without any date never. `published_by` is a day: some page with the
    text can have been published by its end. `min_confidence` leaves out claims that nothing has calibrated,
    unless it is 0. `document` is the id or the hash of a document.
    """

    about: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    happened_from: date | None = None
    happened_to: date | None = None
    published_by: date | None = None
    standing: tuple[str, ...] = ()
    min_confidence: float | None = None
    document: str | None = None

    def __post_init__(self) -> None:
        _all_in("type", self.types, CLAIM_TYPES)
        _all_in("stage", self.stages, STAGES)
        _all_in("standing", self.standing, get_args(Standing))
        if self.happened_from and self.happened_to and self.happened_from > self.happened_to:
            raise UsageError(f"nothing lies from {self.happened_from} to {self.happened_to}: swap the two dates")
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise UsageError(f"confidence {self.min_confidence} is no probability: give one from 0 to 1")


def _all_in(what: str, given: tuple[str, ...], known: tuple[str, ...] | frozenset[str]) -> None:
    for one in given:
        if one not in known:
            raise UsageError(f"{one!r} is no {what}; known are {', '.join(sorted(known))}")
