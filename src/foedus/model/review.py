"""What people say of claims: corrections, claims that the reader missed, and judgements as they are remembered."""

from typing import Any

from msgspec import UNSET, Struct, UnsetType

from foedus.model.claim import Attribution, Cue, Evidence, Filler, Money, Quantity, Record, When
from foedus.model.vocabulary import Certainty, ClaimType, Polarity, Standing, ZoneKind

PERSON = "person"
"""Name of the reader of claims that a person added; its `version` is who did."""


class Correction(Record, frozen=True, omit_defaults=True):
    """What is right instead, by field of the claim; a field that is left out stays as it is.

    `roles` holds the roles that change, each with all its fillers anew; a role with none is taken out.
    """

    type: ClaimType | UnsetType = UNSET
    stage: str | UnsetType = UNSET
    roles: dict[str, tuple[Filler, ...]] | UnsetType = UNSET
    quantity: Quantity | UnsetType | None = UNSET
    value: Money | UnsetType | None = UNSET
    when: When | UnsetType | None = UNSET
    due: When | UnsetType | None = UNSET
    polarity: Polarity | UnsetType = UNSET
    certainty: Certainty | UnsetType = UNSET
    standing: Standing | UnsetType = UNSET
    attribution: tuple[Attribution, ...] | UnsetType = UNSET
    quoted: bool | UnsetType = UNSET
    zone: ZoneKind | UnsetType = UNSET
    evidence: tuple[Evidence, ...] | UnsetType = UNSET
    cues: tuple[Cue, ...] | UnsetType = UNSET
    alternative: str | UnsetType | None = UNSET


class Addition(Record, frozen=True):
    """A claim that the reader missed. The first cue is the trigger; offsets are those of the document's text."""

    type: ClaimType
    stage: str
    roles: dict[str, tuple[Filler, ...]]
    evidence: tuple[Evidence, ...]
    cues: tuple[Cue, ...]
    quantity: Quantity | None = None
    value: Money | None = None
    when: When | None = None
    due: When | None = None
    polarity: Polarity = "affirmed"
    certainty: Certainty = "certain"
    standing: Standing = "stated"
    attribution: tuple[Attribution, ...] = ()
    quoted: bool = False
    zone: ZoneKind = "body"
    alternative: str | None = None


class Linkable(Struct, frozen=True):
    """An entity to which a name is linked: key, kind and English name."""

    key: str
    kind: str
    name: str


class Judgement(Struct, frozen=True):
    """What a person judged. `batch` and `at` say when the ledger learned it.

    `claim` is the claim's address: its id, and `.1`, `.2` … behind it for its twins; null where the judgement is
    about no single claim. `before` and `after` are the readings that it found and left; they are equal where it
    changed nothing, as a second reviewer's opinion. `undone` is the number of the judgement that took it back.
    """

    number: int
    action: str
    claim: str | None
    before: int | None
    after: int | None
    reviewer: str
    reason: str | None
    detail: dict[str, Any]
    """What the action needs: fields corrected, addresses of parts, names; Any because each has its own."""
    undoes: int | None
    batch: int
    at: str
    undone: int | None = None


class Difference(Struct, frozen=True):
    """One field of two records, as JSON would hold it; a role is a field of its own, `roles.supplier`."""

    field: str
    machine: Any
    person: Any


class Step(Struct, frozen=True):
    """One entry of a claim's history: a version, a judgement, or both.

    `action` is the judgement's, else what the batch was; `by` the reviewer, else the reader. `reading` is the version
    that began here, null where the claim ended or a judgement changed nothing. `changed` names the fields in which it
    differs from the version before, `differs` the fields in which it holds something else than the reader gave, with
    both values.
    """

    claim: str
    """The address; another one where the claim moved."""
    batch: int
    at: str
    action: str
    by: str | None
    reading: int | None
    review: str | None
    changed: tuple[str, ...]
    differs: tuple[Difference, ...]
    judgement: Judgement | None = None


class Agreement(Struct, frozen=True):
    """How far reviewers agree on claims that two of them or more have judged.

    `what` is `verdict` (accept, correct or reject) or `field` (each field that somebody corrected, by what each holds
    right); `type` is null over all types. Of so many `units`, `agreed` have all reviewers of one mind. `alpha` is
    Krippendorff's, nominal, null where there is too little to compute it: `note` says what is missing.
    """

    what: str
    type: str | None
    claims: int
    units: int
    judgements: int
    reviewers: tuple[str, ...]
    agreed: int
    alpha: float | None
    note: str | None = None
