"""What the decider learns from: lessons parsed, with their gold triggers."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from foedus.gazetteer.scanner import Scanner
from foedus.learning.corpus.check import NEVER_CORE
from foedus.learning.corpus.format import CorpusClaim
from foedus.learning.corpus.material import LANGS, Lesson
from foedus.model.document import make_document
from foedus.model.vocabulary import ClaimType
from foedus.reader.analysis import Analysis, analyse

FOLDS = 5


class Trigger(NamedTuple):
    """A gold trigger: type and stage, the view it stands in, its tokens and their head; `core` as in the gold."""

    type: ClaimType
    stage: str
    view: int
    tokens: frozenset[int]
    head: int
    core: bool


class Passage(NamedTuple):
    """A lesson with its analysis and triggers; `fold` is fixed by its id."""

    lesson: Lesson
    fold: int
    analysis: Analysis
    triggers: tuple[Trigger, ...]


def passages(lessons: Iterable[Lesson]) -> Iterator[Passage]:
    """Every lesson parsed."""
    scanner = Scanner.load()
    for one in lessons:
        yield parsed(one, scanner)


def parsed(lesson: Lesson, scanner: Scanner) -> Passage:
    """A lesson parsed in full: nothing is sifted out."""
    document = make_document(lesson.text, lang=lesson.lang, published=lesson.published)
    analysis = analyse(document, scanner, frozenset(LANGS), {}, sift=False)
    return Passage(lesson, fold_of(lesson.id), analysis, tuple(triggers(analysis, lesson.text, lesson.claims)))


def fold_of(name: str) -> int:
    """The fold of a passage, by its id."""
    return int(hashlib.sha256(f"fold {name}".encode()).hexdigest(), 16) % FOLDS


def triggers(analysis: Analysis, text: str, claims: Iterable[CorpusClaim]) -> Iterator[Trigger]:
    """Gold triggers that lie in a parsed sentence, each type once a place: two claims may share one."""
    found: dict[tuple[str, int, frozenset[int]], Trigger] = {}
    for claim in claims:
        start, end = claim.trigger.span(text)
        core = claim.core and claim.type not in NEVER_CORE
        for view in analysis.views:
            head = view.sentence.head_of(start, end)
            if view.sentence.start <= start < view.sentence.end and head is not None:
                tokens = frozenset(token.i for token in view.tokens if token.start < end and token.end > start)
                key = (claim.type, view.index, tokens)
                held = found.get(key)
                found[key] = Trigger(
                    claim.type, claim.stage, view.index, tokens, head, core or (held is not None and held.core)
                )
    yield from found.values()
