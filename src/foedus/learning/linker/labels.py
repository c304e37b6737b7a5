"""Which candidates fill a role by the gold: those that the measure would take as right."""

from collections.abc import Mapping, Sequence

from foedus.learning.linker.material import GoldFiller, Told
from foedus.learning.scoring.fillers import filler_right
from foedus.reader.linker.candidates import Slate, Stand
from foedus.reader.linker.filling import filler_of
from foedus.reader.linker.stand import stand_of
from foedus.reader.phrases import Phrases
from foedus.reader.tools import hearing_of, load_tools


def standing(told: Told) -> tuple[Stand, Mapping[str, tuple[Phrases, str]]]:
    """The document as the linker sees it, and the phrases of its languages."""
    analysis = told.passage.analysis
    tools = {lang: load_tools(lang) for lang in set(analysis.langs)}
    stand = stand_of(analysis, tools, hearing_of(analysis, tools).spoken(), told.passage.lesson.published)
    return stand, {lang: (one.phrases, one.agent) for lang, one in tools.items()}


def labels(stand: Stand, slate: Slate, gold: Sequence[GoldFiller]) -> list[bool]:
    """One label for each candidate, and that of nobody last."""
    found = []
    for one in slate.candidates:
        filler = filler_of(stand, one)
        found.append(any(filler_right(_accepted(filler_gold), filler) for filler_gold in gold))
    return [*found, not gold]


def _accepted(gold: GoldFiller) -> tuple[str, ...]:
    return (gold.entity, gold.text) if gold.entity else (gold.text,)
