"""A document as the decider hears it: the gold triggers, what stands at each, and what is claimed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.accuracy.said.construction import UNREAD, construction
from foedus.gazetteer.scanner import Scanner
from foedus.learning.corpus.check import NEVER_CORE
from foedus.learning.corpus.format import CorpusDocument
from foedus.model.document import make_document
from foedus.model.vocabulary import ClaimType
from foedus.reader.analysis import Analysis, analyse
from foedus.reader.deciding.candidates import Candidate
from foedus.reader.deciding.decider import Said, Sight, chosen, look, weigh
from foedus.reader.deciding.model import Model, load_model
from foedus.reader.deciding.stages import Standing, decide_stage, year_of
from foedus.reader.read import READABLE
from foedus.reader.tools import load_tools


class Words(NamedTuple):
    """Words of one sentence: its view (-1 where no sentence holds them), their tokens, and the token that heads
    them."""

    view: int
    tokens: frozenset[int]
    head: int

    def meet(self, other: "Words") -> bool:
        """Whether they share a token."""
        return self.view == other.view and self.view >= 0 and not self.tokens.isdisjoint(other.tokens)


class Claimed(NamedTuple):
    """Something that the decider says: words, type, stage, how probable, how the words stand, their span."""

    words: Words
    type: str
    stage: str
    probability: float
    construction: str
    span: tuple[int, int]


class Trigger(NamedTuple):
    """A gold trigger, once for a type and span; `stages` are those of all its claims, `core` whether one is core.

    `offered` is what the best candidate of the type there would say, whatever its probability; None where no unit or
    operator of the type stands there.
    """

    words: Words
    type: str
    stages: frozenset[str]
    core: bool
    construction: str
    span: tuple[int, int]
    offered: Claimed | None


class Heard(NamedTuple):
    """A document with its gold triggers and the claimed ones of judged types, both in text order."""

    document: CorpusDocument
    triggers: tuple[Trigger, ...]
    claimed: tuple[Claimed, ...]


class Ear:
    """Hears documents with the shipped decider, or with `model`."""

    def __init__(self, model: Model | None = None) -> None:
        self._scanner = Scanner.load()
        self._model = model or load_model()

    def hear(self, document: CorpusDocument) -> Heard:
        """Read as the reader reads it, so that what is sifted out or not parsed is lost."""
        made = make_document(document.text, lang=document.lang, published=document.published)
        hearing = _Hearing(self._model, analyse(made, self._scanner, READABLE, {}), document)
        return Heard(document, tuple(hearing.triggers()), tuple(hearing.claimed()))


class _Hearing:
    """One document while it is heard."""

    def __init__(self, model: Model, analysis: Analysis, document: CorpusDocument) -> None:
        self._model, self._analysis, self._document = model, analysis, document
        self._sight: Sight | None = look(analysis) if analysis.views else None
        self._said = weigh(model, self._sight) if self._sight else []
        self._year = year_of(document.published)

    def claimed(self) -> Iterator[Claimed]:
        """What is chosen, of types that can be core."""
        for one in chosen(self._said, self._model.threshold):
            if one.candidate.type not in NEVER_CORE:
                yield self._made(one)

    def triggers(self) -> Iterator[Trigger]:
        """Gold triggers, each type once a span."""
        stages: dict[tuple[ClaimType, tuple[int, int]], set[str]] = defaultdict(set)
        core: set[tuple[ClaimType, tuple[int, int]]] = set()
        for claim in self._document.claims:
            key = (claim.type, claim.trigger.span(self._document.text))
            stages[key].add(claim.stage)
            if claim.core and claim.type not in NEVER_CORE:
                core.add(key)
        for key in sorted(stages, key=lambda key: (key[1], key[0])):
            claim_type, span = key
            words = self._words(*span)
            offered = self._offered(words, claim_type) if key in core else None
            shape = self._shape(words)
            yield Trigger(words, claim_type, frozenset(stages[key]), key in core, shape, span, offered)

    def _words(self, start: int, end: int) -> Words:
        for view in self._analysis.views:
            head = view.sentence.head_of(start, end)
            if view.sentence.start <= start < view.sentence.end and head is not None:
                tokens = frozenset(token.i for token in view.tokens if token.start < end and token.end > start)
                return Words(view.index, tokens, head)
        return Words(-1, frozenset(), -1)

    def _shape(self, words: Words) -> str:
        if words.view < 0:
            return UNREAD
        lexicon = load_tools(self._analysis.langs[words.view]).lexicon
        sentence = self._analysis.views[words.view].sentence
        return construction(sentence, words.tokens, words.head, lexicon.cues("support_verbs"))

    def _offered(self, words: Words, claim_type: str) -> Claimed | None:
        """The candidate of the type that shares a word with the trigger: the one at its head before any other."""
        there = [
            one
            for one in self._said
            if one.candidate.type == claim_type and words.meet(_content(one.view, one.candidate))
        ]
        if not there:
            return None
        return self._made(max(there, key=lambda one: (one.candidate.anchor == words.head, one.probability)))

    def _made(self, one: Said) -> Claimed:
        if self._sight is None:  # nothing is said of a document without views
            raise AssertionError
        view, candidate = one.view, one.candidate
        setting = self._sight.setting
        standing = Standing(
            setting.scenes[view],
            setting.langs[view],
            candidate,
            one.features,
            self._sight.operators[view],
            self._year,
        )
        words = _content(view, candidate)
        tokens = self._analysis.views[view].tokens
        span = (tokens[min(words.tokens)].start, tokens[max(words.tokens)].end)
        stage = decide_stage(self._model, standing).stage
        return Claimed(words, candidate.type, stage, one.probability, self._shape(words), span)


def _content(view: int, candidate: Candidate) -> Words:
    """The words that carry the candidate's meaning."""
    return Words(view, frozenset(candidate.hit.content) or frozenset({candidate.anchor}), candidate.anchor)


def hear_all(documents: Sequence[CorpusDocument]) -> list[Heard]:
    """Each document, with the shipped decider."""
    ear = Ear()
    return [ear.hear(document) for document in documents]
