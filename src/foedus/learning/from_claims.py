"""Lessons out of a ledger's documents: what was proven or judged there, as annotated texts.

A document teaches where each of its claims was proven by the careful reader or judged by a person. A claim that is
right is annotated; one that a person rejected is not, and so its words count against it. Where the careful reader went
through the whole text, words without a claim count against one too, but for the sentences in which proof kept something
out: that may be right. Where only people judged, what they did not look at is unknown: all but the triggers of the
claims that they judged is masked.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from foedus.learning.corpus.check import NEVER_CORE
from foedus.learning.corpus.format import Anchor, CorpusClaim, CorpusFiller
from foedus.learning.corpus.material import LANGS, Lesson, Span
from foedus.learning.corpus.split import part_of
from foedus.model.claim import Claim, Filler
from foedus.model.document import Document

Verdict = Literal["proven", "right", "wrong"]
"""Proven by the careful reader; held right, or wrong, by a person."""


class Judged(NamedTuple):
    """A claim with what is known of it."""

    claim: Claim
    verdict: Verdict


class Held(NamedTuple):
    """A document of a ledger with its judged claims and the sentences in which proof kept something out.

    `is_open` where it has claims besides that nobody judged, `is_whole` where a careful reader went through all of it.
    """

    document: Document
    judged: Sequence[Judged]
    unproven: Sequence[str]
    is_open: bool
    is_whole: bool


class Taught(NamedTuple):
    """The lessons of a ledger, how many claims of which verdict they hold, and what was left out, by reason."""

    lessons: tuple[Lesson, ...]
    claims: Counter[Verdict]
    left_out: Counter[str]


def taught(documents: Iterable[Held], *, known: frozenset[str] = frozenset(), weight: float = 1.0) -> Taught:
    """Lessons of the documents that are fit for it; `known` are texts (SHA-256) that
    must not teach: those of the material and of test parts."""
    lessons: list[Lesson] = []
    claims, left_out = Counter[Verdict](), Counter[str]()
    for held in documents:
        if reason := _unfit(held, known):
            left_out[reason] += 1
            continue
        lessons.append(lesson_of(held, weight))
        claims.update(one.verdict for one in held.judged)
    return Taught(tuple(lessons), claims, left_out)


def _unfit(held: Held, known: frozenset[str]) -> str | None:
    """Why a document cannot teach."""
    if held.document.sha256 in known:
        return "known to the material or a test part"
    if held.document.lang not in LANGS:
        return "in a language without models"
    if held.is_open:
        return "with claims that nobody judged"
    return None


def lesson_of(held: Held, weight: float = 1.0) -> Lesson:
    """A document with what is right of it annotated."""
    document, judged, text = held.document, held.judged, held.document.text
    claims = [_corpus_claim(one.claim, text) for one in judged if one.verdict != "wrong"]
    if held.is_whole:
        masked = tuple(span for words in held.unproven for span in _places(words, text))
    else:
        masked = tuple(_between(sorted((one.claim.trigger.start, one.claim.trigger.end) for one in judged), len(text)))
    part = part_of(document.id)
    return Lesson(document.id, document.lang, part, False, document.published, text, claims, masked, weight)


def _corpus_claim(claim: Claim, text: str) -> CorpusClaim:
    return CorpusClaim(
        type=claim.type,
        stage=claim.stage,
        trigger=_anchor(claim.trigger.start, claim.trigger.end, text),
        roles={role: tuple(_corpus_filler(one, text) for one in some) for role, some in claim.roles.items()},
        polarity=claim.polarity,
        certainty=claim.certainty,
        standing=claim.standing,
        core=claim.type not in NEVER_CORE,
        quoted=claim.quoted,
        alternative=claim.alternative,
    )


def _corpus_filler(filler: Filler, text: str) -> CorpusFiller:
    return CorpusFiller(_anchor(filler.start, filler.end, text), filler.entity, filler.via)


def _anchor(start: int, end: int, text: str) -> Anchor:
    """The words of a span, and which of their occurrences it is."""
    words = text[start:end]
    return Anchor(words, sum(1 for _ in _places(words, text, until=start)) + 1)


def _places(words: str, text: str, until: int | None = None) -> Iterator[Span]:
    """Where words stand in the text, overlaps included."""
    last = len(text) if until is None else until
    at = text.find(words) if words else -1
    while 0 <= at < last:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def _between(spans: Iterable[Span], end: int) -> Iterator[Span]:
    """What lies outside of spans, which are sorted."""
    at = 0
    for start, stop in spans:
        if at < start:
            yield at, start
        at = max(at, stop)
    if at < end:
        yield at, end
