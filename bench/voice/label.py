"""A row as its file has it: a text, the words that evoke a statement, and what is right of them."""

from msgspec import Struct

from foedus.model.vocabulary import Certainty, Polarity, Standing, VoiceKind


class Voice(Struct, frozen=True, forbid_unknown_fields=True):
    """One voice of the chain, in words of the text: who, what says that it speaks, in what, and when."""

    who: str
    kind: VoiceKind
    cue: str | None = None
    vehicle: str | None = None
    when: str | None = None


class Label(Struct, frozen=True, forbid_unknown_fields=True):
    """A row as its file has it; what a field ending in `_alt` says is right as well."""

    id: str
    construction: str
    text: str
    target: str | tuple[str, int]
    standing: Standing
    voices: tuple[Voice, ...]
    title: str | None = None
    quoted: bool = False
    asserted: bool = True
    polarity: Polarity = "affirmed"
    certainty: Certainty = "certain"
    standing_alt: Standing | None = None
    voices_alt: tuple[Voice, ...] | None = None
    quoted_alt: bool | None = None
    asserted_alt: bool | None = None
    polarity_alt: Polarity | None = None
    certainty_alt: Certainty | None = None

    @property
    def chains(self) -> tuple[tuple[Standing, tuple[Voice, ...]], ...]:
        """Standing and voices of each reading that is right, the first one first."""
        other = (self.standing_alt or self.standing, self.voices if self.voices_alt is None else self.voices_alt)
        return tuple(dict.fromkeys(((self.standing, self.voices), other)))

    def allows(self, field: str, value: object) -> bool:
        """Whether a field may have the value."""
        return value in (getattr(self, field), getattr(self, f"{field}_alt", None)) and value is not None
