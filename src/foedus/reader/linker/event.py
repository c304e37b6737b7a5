"""An event whose roles are to be filled: the words that say it, their senses, and what stands over them."""

from collections.abc import Mapping
from typing import NamedTuple

from foedus.model.vocabulary import ClaimType
from foedus.reader.matching import Hit
from foedus.reader.unit import Operator, Unit


class Event(NamedTuple):
    """One trigger. `anchor` heads the words whose frame tells the roles, `said` those that make the claim (an operator
    over them, or the same); `units` are the senses of the type, none for words that the lexicon does not know."""

    view: int
    type: ClaimType
    anchor: int
    tokens: tuple[int, ...]
    said: int
    units: tuple[Unit, ...]
    stage: str
    operators: Mapping[int, Hit[Operator]]
    probability: float = 1.0
    """How sure it is that there is an event at all: a doubtful one tells others less."""

    @property
    def hit(self) -> Hit[Unit]:
        """The event as a hit of the lexicon."""
        return Hit(self.anchor, self.tokens, self.tokens, self.units, False)
