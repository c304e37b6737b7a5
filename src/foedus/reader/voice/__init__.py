"""Who says a statement, and how surely: attribution chains, quotations, negation, hedges, moods."""

from foedus.reader.voice.composing import Heard
from foedus.reader.voice.effects import UNDECIDED
from foedus.reader.voice.hearing import Hearing
from foedus.reader.voice.stretch import Stretch

__all__ = ["UNDECIDED", "Heard", "Hearing", "Stretch"]
