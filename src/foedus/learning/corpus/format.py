"""A document of the corpus as its file says it, and the offsets that its anchors point to.

An anchor is `[substring, n]`: the n-th place (counted from 1, overlaps included) where the words stand in the text.
"""

from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from foedus.model.errors import DataError
from foedus.model.vocabulary import Certainty, ClaimType, Polarity, Standing, Via, VoiceKind


class Anchor(NamedTuple):
    """Words of the text, and which of their occurrences is meant."""

    words: str
    nth: int

    def span(self, text: str) -> tuple[int, int]:
        """Start and end in code points; DataError where the words do not stand there so often."""
        start = -1
        for _ in range(self.nth):
            start = text.find(self.words, start + 1)
            if start < 0:
                raise DataError(f"{self.words!r} does not occur {self.nth} times in the text")
        return start, start + len(self.words)


class _Part(Struct, frozen=True, forbid_unknown_fields=True):
    """Base of the file's records: immutable, and strict about what it is given."""


class CorpusFiller(_Part, frozen=True):
    """Who fills a role: entity key (null for a generic phrase), the words, and how they name it."""

    t: Anchor
    e: str | None = None
    via: Via | None = None


class CorpusVoice(_Part, frozen=True):
    """One voice of the chain, nearest first."""

    k: VoiceKind
    e: str | None = None
    t: Anchor | None = None
    cue: Anchor | None = None
    vehicle: str | None = None
    via: Via | None = None


class CorpusQuantity(_Part, frozen=True):
    """How many pieces, exact or bounded."""

    t: Anchor
    value: float | int | None = None
    min: float | int | None = None
    max: float | int | None = None
    unit: str | None = None
    approximate: bool = False


class CorpusMoney(_Part, frozen=True):
    """A sum, exact or bounded."""

    t: Anchor
    currency: str | None
    amount: float | int | None = None
    min: float | int | None = None
    max: float | int | None = None
    approximate: bool = False


class CorpusWhen(_Part, frozen=True):
    """A date in EDTF and the words that say it, where words do."""

    edtf: str
    t: Anchor | None = None


class CorpusClaim(_Part, frozen=True):
    """One statement, as annotated."""

    type: ClaimType
    stage: str
    trigger: Anchor
    roles: dict[str, tuple[CorpusFiller, ...]]
    polarity: Polarity
    certainty: Certainty
    standing: Standing
    core: bool
    quantity: CorpusQuantity | None = None
    value: CorpusMoney | None = None
    when: CorpusWhen | None = None
    due: CorpusWhen | None = None
    voice: tuple[CorpusVoice, ...] | None = None
    quoted: bool = False
    alternative: str | None = None

    def anchors(self) -> list[Anchor]:
        """Every anchor of the claim, the trigger first."""
        dated = [part.t for part in (self.quantity, self.value, self.when, self.due) if part]
        voiced = [anchor for voice in self.voice or () for anchor in (voice.t, voice.cue)]
        fillers = [filler.t for some in self.roles.values() for filler in some]
        return [self.trigger, *fillers, *(anchor for anchor in (*dated, *voiced) if anchor)]


class CorpusDocument(_Part, frozen=True):
    """One document with its claims; `synthetic` is always true: it is language, not facts."""

    id: str
    synthetic: bool
    lang: str
    published: str | None
    style: str
    text: str
    claims: tuple[CorpusClaim, ...]


_decoder = msgspec.json.Decoder(CorpusDocument)


def read(path: Path) -> CorpusDocument:
    """The document of one file; DataError says which field is wrong."""
    try:
        return _decoder.decode(path.read_bytes())
    except msgspec.DecodeError as error:
        raise DataError(f"{path}: not a corpus document: {error}; see training/corpus/README.md") from error


def read_folder(folder: Path) -> list[CorpusDocument]:
    """All documents of a folder, by file name."""
    return [read(path) for path in sorted(folder.glob("*.json"))]
