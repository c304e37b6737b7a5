"""Which language a paragraph is in: frequent words first, then these, letters and a statistical guess together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import log
from typing import NamedTuple, Protocol

from foedus.language.evidence import Words, by_letters, by_words, fits, lone_script, words
from foedus.language.fold import fold
from foedus.language.languagemarks import languages, marks

UNDECIDED = "und"
_SAMPLE = 2000  # characters looked at
_CANDIDATES = 8  # likeliest languages of the statistical guess that are looked at
_LEAST = 0.01  # probability below which the statistical guess makes no difference
_UNMODELLED = 0.05  # probability of a language that statistics do not know
_POINT = 0.8  # what a point of evidence weighs against a natural logarithm of probability
_MARGIN = 0.7  # logarithm by which the first must lead, where the text has no document around it
_AROUND = 2.0  # what the document's own language has ahead
_LIKELIER = 0.5  # probability from which a whole document of names is given a language
_ENOUGH = 20  # letters that it must have


class LanguageGuess(NamedTuple):
    """ISO 639-1 code, "ru-Latn" for Russian in Latin letters, or "und".

    `how` is "words", "letters" (a script of its own), "together" (words, letters and statistics) or "undecided".
    """

    lang: str
    how: str


class _Classifier(Protocol):
    labels: list[str]

    def rank(self, text: str) -> list[tuple[str, float]]: ...


def language(text: str, around: str | None = None) -> LanguageGuess:
    """The language of a paragraph; "und" where it cannot be told, as in a line of names alone.

    `around` is the language of the document that it stands in, which is then the likeliest one.
    """
    found = words(fold(text[:_SAMPLE]))
    own = lone_script(found)
    if own:
        return LanguageGuess(own, "letters")
    points, hits = by_words(found.every)
    clear = _clear(points, hits, found)
    if clear:
        return LanguageGuess(clear, "words")
    if not _says_something(hits, found):
        return LanguageGuess(UNDECIDED, "undecided")
    scores = _together(points, found)
    if around is None or around == UNDECIDED:
        return _leading(scores, _MARGIN)
    scores[around] = scores.get(around, log(_LEAST)) + _AROUND
    return _leading(scores, 0)


def document_language(text: str) -> LanguageGuess:
    """The language of a whole document: as of a paragraph, but the likelier one where that cannot tell."""
    guess = language(text)
    if guess.lang != UNDECIDED:
        return guess
    found = words(fold(text[:_SAMPLE]))
    points, hits = by_words(found.every)
    if _says_something(hits, found):
        return _leading(_together(points, found), 0)
    if sum(map(len, found.every)) >= _ENOUGH:
        lang, probability = _statistical().rank(" ".join(found.every))[0]
        if probability >= _LIKELIER:
            return LanguageGuess(lang, "together")
    return guess


def _says_something(hits: Mapping[str, int], found: Words) -> bool:
    """Not names alone; a frequent word that begins large may be one ("As", "Як"), two hardly."""
    return found.says_something() or max(hits.values(), default=0) > 1


def _clear(points: Mapping[str, int], hits: Mapping[str, int], found: Words) -> str | None:
    """The language whose frequent words lead so clearly that nothing else need be asked."""
    if not points:
        return None
    best = max(points, key=lambda lang: points[lang])
    second = max((count for lang, count in points.items() if lang != best), default=0)
    if hits[best] < 2 or (second and points[best] < max(second + 2, 1.5 * second)):
        return None
    return best if fits(best, found.small) else None


def _together(points: Mapping[str, int], found: Words) -> dict[str, float]:
    """Score by language: the logarithm of the statistical probability, and the evidence of words and letters."""
    ranked = _statistical().rank(" ".join(found.every))
    probable = dict(ranked)
    langs = dict.fromkeys((*(lang for lang, _ in ranked[:_CANDIDATES]), *points, *_unmodelled()))
    letters = by_letters(found, langs)
    return {
        lang: log(max(float(probable.get(lang, _UNMODELLED)), _LEAST))
        + _POINT * (points.get(lang, 0) + letters.get(lang, 0))
        for lang in langs
    }


def _leading(scores: Mapping[str, float], margin: float) -> LanguageGuess:
    best = max(scores, key=lambda lang: scores[lang])
    kin = marks().kin.get(best, frozenset({best}))
    second = max((score for lang, score in scores.items() if lang not in kin), default=-margin)
    if scores[best] - second < margin:
        return LanguageGuess(UNDECIDED, "undecided")
    return LanguageGuess(best, "together")


@cache
def _statistical() -> _Classifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  (loaded only where words fail)

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(identifier.labels)
    identifier.set_languages([lang for lang in languages() if lang in known])
    classifier: _Classifier = identifier
    return classifier


@cache
def _unmodelled() -> tuple[str, ...]:
    """Languages with frequent words that statistics do not know."""
    return tuple(lang for lang in languages() if lang not in _statistical().labels)
