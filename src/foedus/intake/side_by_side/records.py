"""The records of a comparison of readers."""

from msgspec import Struct

from foedus.model.claim import Claim


class Figures(Struct, frozen=True, tag_field="record", tag="reader"):
    """One reader: claims of so many documents, seconds, a model's tokens and their cost where prices are known.

    `scores` are over the `gold` documents that have a gold, each from 0 to 1; None where none has one.
    """

    reader: str
    documents: int
    claims: int
    seconds: float
    tokens_in: int
    tokens_out: int
    cost: float | None
    gold: int
    scores: dict[str, float] | None


class Agreement(Struct, frozen=True, tag_field="record", tag="agreement"):
    """Two readers: statements that both make alike, that both make and tell otherwise, that only one makes."""

    one: str
    other: str
    alike: int
    otherwise: int
    only_one: int
    only_other: int


class Said(Struct, frozen=True):
    """A claim of one reader with its trigger's span; `right` is whether a gold has its core, None where none says."""

    claim: Claim
    trigger: str
    start: int
    end: int
    sentence: str
    right: bool | None


class Disagreement(Struct, frozen=True, tag_field="record", tag="disagreement"):
    """A statement that two readers tell otherwise (`fields` says in what), or that only one of them makes."""

    document: str
    source: str | None
    one: str
    other: str
    fields: tuple[str, ...]
    said_by_one: Said | None
    said_by_other: Said | None
