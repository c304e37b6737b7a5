"""The claim: one statement, at one place of one document, with who says it and how surely.

The fields are the contract of docs/claims.md, in its order; every record is immutable. Offsets are Unicode
code points into the stored text of the document, end exclusive.
"""

from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType

from foedus.model.vocabulary import (
    TYPES,
    Certainty,
    ClaimType,
    CueKind,
    Kind,
    Polarity,
    Standing,
    Via,
    VoiceKind,
    ZoneKind,
)

Offset = Annotated[int, Meta(ge=0)]
"""Code points from the beginning of the stored text; a limit is checked where a claim comes in as JSON."""
Probability = Annotated[float, Meta(ge=0, le=1)]


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """Base of the contract's records: immutable, and strict about what it is given."""


class DocumentRef(Record, frozen=True):
    """The document as a claim carries it; `published` is EDTF or null."""

    id: str
    sha256: str
    lang: str
    published: str | None
    title: str | None
    outlet: str | None
    url: str | None


class Filler(Record, frozen=True):
    """Who or what fills a role: the entity it is linked to, and the words that name it."""

    entity: str | None
    name: str
    kind: Kind
    text: str
    start: Offset
    end: Offset
    via: Via | None = None


class Quantity(Record, frozen=True):
    """How many pieces: a value or bounds, the English singular unit, and the words."""

    value: float | int | None
    min: float | int | None
    max: float | int | None
    unit: str | None
    approximate: bool
    text: str
    start: Offset
    end: Offset


class Money(Record, frozen=True):
    """A sum; `currency` is ISO 4217."""

    amount: float | int
    min: float | int | None
    max: float | int | None
    currency: str | None
    approximate: bool
    text: str
    start: Offset
    end: Offset


class When(Record, frozen=True):
    """A date in EDTF (ISO 8601-2) at the text's own precision; no words where the document's date says it."""

    edtf: str
    text: str | None
    start: Offset | None
    end: Offset | None


class Attribution(Record, frozen=True):
    """One voice of the chain."""

    entity: str | None
    name: str | None
    kind: VoiceKind
    text: str
    start: Offset
    end: Offset
    cue: str | None = None
    vehicle: str | None = None
    said_when: str | None = None


class Evidence(Record, frozen=True):
    """A sentence that carries the statement."""

    start: Offset
    end: Offset
    text: str


class Cue(Record, frozen=True):
    """Words that decided something."""

    kind: CueKind
    text: str
    start: Offset
    end: Offset


class ReaderMark(Record, frozen=True):
    """What produced the claim; `confidence` is left out where nothing has calibrated it."""

    name: str
    version: str
    rule: str | None
    confidence: Probability | UnsetType = UNSET


class Claim(Record, frozen=True):
    """One statement; raises ValueError where stage or roles do not belong to the type."""

    id: str
    document: DocumentRef
    type: ClaimType
    stage: str
    roles: dict[str, tuple[Filler, ...]]
    quantity: Quantity | None
    value: Money | None
    when: When | None
    due: When | None
    polarity: Polarity
    certainty: Certainty
    standing: Standing
    attribution: tuple[Attribution, ...]
    quoted: bool
    zone: ZoneKind
    evidence: tuple[Evidence, ...]
    cues: tuple[Cue, ...]
    alternative: str | None
    reader: ReaderMark

    def __post_init__(self) -> None:
        spec = TYPES[self.type]
        if self.stage not in spec.stages:
            raise ValueError(f"stage {self.stage!r} is none of {self.type}: {', '.join(spec.stages)}")
        for role, fillers in self.roles.items():
            if role not in spec.roles:
                raise ValueError(f"role {role!r} is none of {self.type}: {', '.join(spec.roles)}")
            if not fillers:
                raise ValueError(f"role {role!r} is empty: leave it out")
        if not self.evidence or not self.cues or self.cues[0].kind != "trigger":
            raise ValueError("a claim needs evidence and a trigger as its first cue")

    @property
    def trigger(self) -> Cue:
        """The words that evoke the claim."""
        return self.cues[0]

    def fillers(self, role: str) -> tuple[Filler, ...]:
        """Fillers of a role, empty where the text leaves it open."""
        return self.roles.get(role, ())
