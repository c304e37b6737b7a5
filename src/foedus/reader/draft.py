"""A claim in the making: a hit with its roles and decisions, before memory and merging make it final."""

from dataclasses import dataclass, field

from foedus.model.claim import Cue, Filler, Money, Quantity, When
from foedus.model.vocabulary import Certainty, Polarity, Standing
from foedus.reader.filled import Filled
from foedus.reader.matching import Hit
from foedus.reader.unit import Unit
from foedus.reader.view import View
from foedus.reader.voice import Voice


@dataclass
class Draft:
    """One statement as far as it is known."""

    view: View
    hit: Hit[Unit]
    trigger: tuple[int, ...]
    """The words that say it."""
    filled: Filled
    stage: str
    polarity: Polarity
    certainty: Certainty
    standing: Standing
    voices: list[Voice]
    quoted: bool
    probability: float
    """The decider's, that the words make a claim of this type."""
    cues: list[Cue] = field(default_factory=list)
    quantity: Quantity | None = None
    value: Money | None = None
    when: When | None = None
    due: When | None = None
    also: list[View] = field(default_factory=list)
    """Further sentences that say the same."""

    @property
    def unit(self) -> Unit:
        """The unit that evokes it."""
        return self.filled.unit

    @property
    def roles(self) -> dict[str, list[Filler]]:
        """Its roles so far."""
        return self.filled.roles

    @property
    def span(self) -> tuple[int, int]:
        """Start and end of the trigger words."""
        tokens = self.view.tokens
        return tokens[self.trigger[0]].start, tokens[self.trigger[-1]].end

    def entities(self, role: str) -> frozenset[str]:
        """Entities (or words, where none is known) that fill a role."""
        return frozenset(filler.entity or filler.text.lower() for filler in self.roles.get(role, ()))
