"""A document as the linker sees it, made once for all its events."""

from collections.abc import Mapping, Sequence
from datetime import date

from foedus.gazetteer.entities import Entities
from foedus.reader.analysis import Analysis
from foedus.reader.linker.candidates import Stand
from foedus.reader.linker.people import people_of
from foedus.reader.tools import Tools
from foedus.reader.voice import Stretch


def stand_of(
    analysis: Analysis, tools: Mapping[str, Tools], voices: Sequence[Sequence[Stretch]], published: str | None
) -> Stand:
    """The document with its mentions; `tools` by language, `published` in EDTF."""
    langs = analysis.langs
    lexicons = {lang: one.lexicon for lang, one in tools.items()}
    people = people_of(analysis, lexicons, voices, _day(published))
    return Stand(analysis.views, langs, lexicons, people, analysis.quote_at, Entities.load())


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None  # a month or a year: offices of any day
