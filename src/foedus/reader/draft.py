"""A claim in the making: an event with its roles and decisions, before merging makes it final."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from foedus.model.claim import Attribution, Cue, Filler, Money, Quantity, When
from foedus.model.vocabulary import Certainty, Polarity, Standing
from foedus.reader.matching import Hit
from foedus.reader.unit import Unit
from foedus.reader.view import View


@dataclass
class Draft:
    """One statement as far as it is known."""

    view: View
    hit: Hit[Unit]
    unit: Unit
    """The unit that evokes it."""
    trigger: tuple[int, ...]
    """The words that say it."""
    roles: dict[str, list[Filler]]
    sure: Mapping[str, float]
    """How sure the linker is of each core role, of one that stays empty too."""
    rivals: Mapping[str, float]
    """How likely the best candidate was that each core role did not take."""
    stage: str
    stage_share: float
    polarity: Polarity
    certainty: Certainty
    standing: Standing
    voices: list[Attribution]
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
    def span(self) -> tuple[int, int]:
        """Start and end of the trigger words."""
        tokens = self.view.tokens
        return tokens[self.trigger[0]].start, tokens[self.trigger[-1]].end

    def entities(self, role: str) -> frozenset[str]:
        """Entities (or words, where none is known) that fill a role."""
        return frozenset(filler.entity or filler.text.lower() for filler in self.roles.get(role, ()))
