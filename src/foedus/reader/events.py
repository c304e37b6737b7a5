"""A document's statements as events for the linker, and what it makes of them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from foedus.reader.analysis import Analysis
from foedus.reader.deciding.statements import Statement
from foedus.reader.linker.candidates import Stand
from foedus.reader.linker.event import Event
from foedus.reader.linker.linker import Linked, link
from foedus.reader.linker.model import load_model
from foedus.reader.linker.stand import stand_of
from foedus.reader.tools import Tools
from foedus.reader.view import View
from foedus.reader.voice import Stretch


def linked(
    analysis: Analysis,
    said: Sequence[Statement],
    tools: Mapping[str, Tools],
    voices: Sequence[Sequence[Stretch]],
    published: str | None,
    *,
    models: Path | None = None,
) -> tuple[Stand, list[Linked]]:
    """The document as the linker sees it, and the links of its statements, in their order."""
    stand = stand_of(analysis, tools, voices, published)
    events = [event_of(analysis.views[one.view], one) for one in said]
    phrases = {lang: (one.phrases, one.agent) for lang, one in tools.items()}
    return stand, link(load_model(models), stand, events, phrases)


def event_of(view: View, said: Statement) -> Event:
    """A statement as an event."""
    hit = said.hit
    over = hit.anchor if hit.anchor in said.trigger else _head(view, said.trigger)
    return Event(
        said.view,
        said.type,
        hit.anchor,
        hit.tokens,
        over,
        said.senses,
        said.stage.stage,
        said.operators,
        said.probability,
    )


def _head(view: View, tokens: Sequence[int]) -> int:
    """The word of the trigger under which its others hang."""
    return next((i for i in tokens if view.tokens[i].head == i or view.tokens[i].head not in tokens), tokens[0])
