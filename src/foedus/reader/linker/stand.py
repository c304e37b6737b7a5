"""A document as the linker sees it, made once for all its events."""

from collections.abc import Mapping, Sequence

from foedus.gazetteer.entities import Entities
from foedus.reader.analysis import Analysis
from foedus.reader.dating.basis import exact_day
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
    people = people_of(analysis, lexicons, voices, exact_day(published))
    return Stand(analysis.views, langs, lexicons, people, analysis.quote_at, Entities.load())
