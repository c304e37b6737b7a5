"""Words that make a claim by the word of people or by proof, and that no unit of the lexicon knows with its type."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from foedus.learning.corpus.material import Lesson
from foedus.learning.decider.material import Trigger, passages
from foedus.learning.units import Word, entry, is_known, words_of
from foedus.model.vocabulary import ClaimType
from foedus.reader.lexicon import Lexicon, load_lexicon
from foedus.reader.matching import Matcher
from foedus.reader.unit import Unit
from foedus.reader.view import View


class Gap(Struct, frozen=True):
    """A unit to be: its words as the lexicon would have them, how often they were met, the first sentence with them,
    and a lexicon file that adds them."""

    lang: str
    type: ClaimType
    stage: str
    words: str
    pos: str
    times: int
    sentence: str
    document: str
    entry: str


class _Met(NamedTuple):
    stages: Counter[str]
    sentence: str
    document: str


def gaps(lessons: Iterable[Lesson], own: Path | None = None) -> list[Gap]:
    """Gaps of the lexicon, with the user's own folder over it, the commonest first."""
    tools: dict[str, tuple[Lexicon, Matcher[Unit]]] = {}
    met: dict[tuple[str, ClaimType, Word], _Met] = {}
    for passage in passages(one for one in lessons if one.claims):
        lang = passage.lesson.lang
        if lang not in tools:
            lexicon = load_lexicon(lang, own)
            tools[lang] = (lexicon, Matcher(lang, lexicon.units, lexicon.small))
        lexicon, matcher = tools[lang]
        by_view: dict[int, list[Trigger]] = defaultdict(list)
        for trigger in passage.triggers:
            by_view[trigger.view].append(trigger)
        for number, triggers in by_view.items():
            view = passage.analysis.views[number]
            hits = matcher.hits(view.sentence)
            for trigger in triggers:
                if not is_known(trigger, hits):
                    for word in words_of(lexicon, view, trigger):
                        first = _Met(Counter(), _sentence(view, passage.lesson.text), passage.lesson.id)
                        met.setdefault((lang, trigger.type, word), first).stages[trigger.stage] += 1
    return sorted((_gap(*key, some) for key, some in met.items()), key=lambda gap: (-gap.times, gap.lang, gap.words))


def _gap(lang: str, claim_type: ClaimType, word: Word, met: _Met) -> Gap:
    stage = min(met.stages, key=lambda one: (-met.stages[one], one))
    text = entry(lang, claim_type, {word: met.stages})
    times = met.stages.total()
    return Gap(lang, claim_type, stage, word.text, word.pos, times, met.sentence, met.document, text)


def _sentence(view: View, text: str) -> str:
    return " ".join(text[view.sentence.start : view.sentence.end].split())
