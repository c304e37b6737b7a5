"""What the reader needs of one language, loaded once: lexicon, matchers, phrases, voices, calendar."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.reader.analysis import Analysis
from foedus.reader.dates import Calendar, load_calendar
from foedus.reader.lexicon import Lexicon, load_lexicon
from foedus.reader.matching import Matcher
from foedus.reader.phrases import Phrases
from foedus.reader.unit import Operator, Unit, VoiceCue
from foedus.reader.voice import Hearing


class Tools(NamedTuple):
    """One language's knowledge, ready to use."""

    lexicon: Lexicon
    units: Matcher[Unit]
    operators: Matcher[Operator]
    phrases: Phrases
    voices: Matcher[VoiceCue]
    calendar: Calendar
    agent: str


def load_tools(lang: str, own: Path | None = None) -> Tools:
    """Tools of a language, with a user's lexicon folder over the shipped one; DataError where either is wrong."""
    return _loaded(lang, own)


@cache
def _loaded(lang: str, own: Path | None) -> Tools:
    lexicon, entities = load_lexicon(lang, own), Entities.load()
    return Tools(
        lexicon,
        Matcher(lang, lexicon.units, lexicon.small),
        Matcher(lang, lexicon.operators, lexicon.small),
        Phrases(lexicon, entities),
        Matcher(lang, lexicon.voices, lexicon.small),
        load_calendar(lang),
        str(lexicon.words["agent"]),
    )


def hearing_of(analysis: Analysis, tools: Mapping[str, Tools]) -> Hearing:
    """The voices of a document, by the tools of its languages."""
    lexicons = {lang: one.lexicon for lang, one in tools.items()}
    return Hearing(analysis, lexicons, {lang: one.voices for lang, one in tools.items()})
