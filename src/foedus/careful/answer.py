"""What a language model answers: claims in quotations and sentence numbers, never in offsets.

The shape is that of docs/careful.md; it can be asked for as a strict JSON schema, so every field is always there.
Nothing here is believed: `proof/` holds each quotation against the text.
"""

from msgspec import Struct

from foedus.model.vocabulary import Certainty, ClaimType, Kind, Polarity, Standing, Via, VoiceKind


class Told(Struct, frozen=True, forbid_unknown_fields=True):
    """Base of the answer's records: strict about what they are given."""


class Quote(Told, frozen=True):
    """Words of the text, with the number of the sentence that they stand in."""

    sentence: int
    quote: str


class ToldFiller(Told, frozen=True):
    """Who fills a role. `stands_for` is where the text names who is meant, where the words themselves do not."""

    role: str
    sentence: int
    quote: str
    kind: Kind
    via: Via | None
    stands_for: Quote | None


class ToldQuantity(Told, frozen=True):
    """How many: numbers as the contract has them, and their words."""

    sentence: int
    quote: str
    value: float | int | None
    min: float | int | None
    max: float | int | None
    unit: str | None
    approximate: bool


class ToldMoney(Told, frozen=True):
    """How much money, and its words."""

    sentence: int
    quote: str
    amount: float | int
    min: float | int | None
    max: float | int | None
    currency: str | None
    approximate: bool


class ToldDate(Told, frozen=True):
    """A date in EDTF, and its words; no words where the document's own date says it."""

    edtf: str
    words: Quote | None


class ToldVoice(Told, frozen=True):
    """One voice of the chain, nearest first; `cue` are the reporting words."""

    sentence: int
    quote: str
    kind: VoiceKind
    cue: str | None
    vehicle: str | None
    said_when: str | None


class ToldClaim(Told, frozen=True):
    """One statement as the model tells it; `also` are numbers of other sentences that make it too."""

    type: ClaimType
    stage: str
    trigger: Quote
    roles: tuple[ToldFiller, ...]
    quantity: ToldQuantity | None
    value: ToldMoney | None
    when: ToldDate | None
    due: ToldDate | None
    polarity: Polarity
    certainty: Certainty
    standing: Standing
    voices: tuple[ToldVoice, ...]
    also: tuple[int, ...]
    alternative: str | None
