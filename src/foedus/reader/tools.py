"""What the reader needs of one language, loaded once: lexicon, matchers, phrases, voices, calendar."""

from functools import cache
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.reader.dates import Calendar, load_calendar
from foedus.reader.lexicon import Lexicon, load_lexicon
from foedus.reader.matcher import Matcher
from foedus.reader.phrases import Phrases
from foedus.reader.unit import Operator, Unit
from foedus.reader.voice import Voices


class Tools(NamedTuple):
    """One language's knowledge, ready to use."""

    lexicon: Lexicon
    units: Matcher[Unit]
    operators: Matcher[Operator]
    phrases: Phrases
    voices: Voices
    calendar: Calendar
    agent: str


@cache
def load_tools(lang: str) -> Tools:
    """Tools of a language that has a lexicon; DataError where it has none."""
    lexicon, entities = load_lexicon(lang), Entities.load()
    return Tools(
        lexicon,
        Matcher(lexicon.units),
        Matcher(lexicon.operators),
        Phrases(lexicon, entities),
        Voices(lexicon, entities),
        load_calendar(lang),
        str(lexicon.words["agent"]),
    )
