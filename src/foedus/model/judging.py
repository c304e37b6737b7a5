"""What is sent to judge: one record for each action of review, as the API takes it and the client sends it."""

from typing import Annotated

from msgspec import Meta

from foedus.model.claim import Record
from foedus.model.review import Addition, Correction

Reading = Annotated[
    int, Meta(ge=0, le=2**63 - 1, description="The version that was seen; another one by now is a conflict")
]
Reason = Annotated[str, Meta(max_length=4_000, description="Why")]
Name = Annotated[str, Meta(min_length=1, max_length=500)]


class Verdict(Record, frozen=True, omit_defaults=True):
    """Accept or reject. An `opinion` is noted, and changes no claim."""

    reading: Reading | None = None
    reason: Reason | None = None
    opinion: bool = False


class Correcting(Record, frozen=True, omit_defaults=True):
    """Something else is right."""

    correction: Correction
    reading: Reading | None = None
    reason: Reason | None = None
    opinion: bool = False


class Splitting(Record, frozen=True, omit_defaults=True):
    """One claim is several, each the claim with a correction; the first keeps the address."""

    parts: tuple[Correction, ...]
    reading: Reading | None = None
    reason: Reason | None = None


class Merging(Record, frozen=True, omit_defaults=True):
    """Other claims of the same document are this one: their addresses lead to it from then on."""

    others: Annotated[tuple[Name, ...], Meta(min_length=1, max_length=100)]
    reading: Reading | None = None
    reason: Reason | None = None


class Adding(Record, frozen=True, omit_defaults=True):
    """A claim that the reader missed."""

    claim: Addition
    reason: Reason | None = None


class Undoing(Record, frozen=True, omit_defaults=True):
    """Take back a judgement by its number; without one, one's own last."""

    judgement: Reading | None = None
    reason: Reason | None = None


class Linking(Record, frozen=True, omit_defaults=True):
    """A name means an entity (its key, or a name that is its alone) wherever nothing else is known of it."""

    name: Name
    entity: Name
    reason: Reason | None = None


class Unlinking(Record, frozen=True, omit_defaults=True):
    """A name that was linked means no entity any more."""

    name: Name
    reason: Reason | None = None


class Depending(Record, frozen=True):
    """A source (an outlet or an entity) is not independent of another, for a reason."""

    source: Name
    on: Name
    reason: Reason


class Freeing(Record, frozen=True, omit_defaults=True):
    """A source is independent of another after all."""

    source: Name
    on: Name
    reason: Reason | None = None
