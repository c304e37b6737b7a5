"""When a voice spoke: the date under its reporting verb ("said on Monday that …")."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from msgspec import structs

from foedus.language.parse import Token
from foedus.model.claim import Attribution
from foedus.reader.analysis import Analysis
from foedus.reader.relations import VERBAL
from foedus.reader.timing import Dates
from foedus.reader.tools import Tools
from foedus.reader.view import View


def dated_voices(
    voices: Sequence[Attribution], analysis: Analysis, tools: Mapping[str, Tools], dates: Dates
) -> list[Attribution]:
    """The voices, each with the date (EDTF) on which it spoke where its sentence tells."""
    return [structs.replace(voice, said_when=_when(voice, analysis, tools, dates)) for voice in voices]


def _when(voice: Attribution, analysis: Analysis, tools: Mapping[str, Tools], dates: Dates) -> str | None:
    place = bisect_right(analysis.views, voice.start, key=lambda view: view.sentence.start) - 1
    view = analysis.views[place]
    verb = _reporting(view, voice)
    found = dates.inside(view, tools[analysis.langs[place]]) if verb is not None else ()
    said = (date for date in found if _verb_over(view, date.when.start or 0, date.when.end or 0) == verb)
    return next((date.when.edtf for date in said), None)


def _reporting(view: View, voice: Attribution) -> Token | None:
    """The verb by which the voice speaks, where its cue is one."""
    verb = _verb_over(view, voice.start, voice.end)
    return verb if verb is not None and voice.cue and verb.text in voice.cue else None


def _verb_over(view: View, start: int, end: int) -> Token | None:
    head = view.sentence.head_of(start, end)
    above = view.sentence.ancestors(head) if head is not None else ()
    return next((token for token in above if token.upos in VERBAL), None)
