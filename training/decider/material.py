"""What the decider learns from: documents of the corpus and exemplars, parsed, with their gold triggers."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bench.accuracy.corpus import ROOT
from bench.accuracy.split import Part, part_of

from foedus.gazetteer.scanner import Scanner
from foedus.model.document import make_document
from foedus.model.vocabulary import ClaimType
from foedus.reader.analysis import Analysis, analyse
from training.corpus.check import NEVER_CORE
from training.corpus.format import CorpusClaim, CorpusDocument, read_folder
from training.exemplars.format import Exemplar, read_all

LANGS = ("fr", "en", "ru")
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
    """A text with its analysis and triggers; `fold` is fixed by its id."""

    id: str
    lang: str
    exemplar: bool
    part: Part
    fold: int
    published: str | None
    analysis: Analysis
    triggers: tuple[Trigger, ...]


def passages(langs: Sequence[str] = LANGS, *, exemplars: bool = True) -> Iterator[Passage]:
    """Every document of the training and dev parts, hard and everyday, and every exemplar, which counts as training."""
    scanner = Scanner.load()
    for lang in langs:
        for document in read_folder(ROOT / "training" / "corpus" / lang):
            yield _passage(scanner, document, part_of(document.id))
        for document in read_folder(ROOT / "training" / "everyday" / lang):
            if part_of(document.id) != "test":
                yield _passage(scanner, document, part_of(document.id))
        for exemplar in read_all(ROOT / "training" / "exemplars", lang) if exemplars else ():
            yield _passage(scanner, exemplar, "train")


def _passage(scanner: Scanner, given: CorpusDocument | Exemplar, part: Part) -> Passage:
    document = make_document(given.text, lang=given.lang, published=given.published)
    analysis = analyse(document, scanner, frozenset(LANGS), {}, sift=False)
    found = tuple(triggers(analysis, given.text, given.claims))
    exemplar = isinstance(given, Exemplar)
    return Passage(given.id, given.lang, exemplar, part, fold_of(given.id), given.published, analysis, found)


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
