"""Which language a paragraph is in: frequent words and letters first, a statistical guess where they cannot tell."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, Protocol

import yaml

UNDECIDED = "und"
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 2000  # characters looked at
_CERTAIN = 0.9  # probability from which the statistical guess is taken
_LIKELIER = 0.5  # the same for a whole document, which has no surroundings to lean on
_ENOUGH = 20  # letters below which it is not even asked


class LanguageGuess(NamedTuple):
    """ISO 639-1 code, or "und"; `how` is "words", "letters", "statistics" or "undecided"."""

    lang: str
    how: str


class _Classifier(Protocol):
    def classify(self, instance: str) -> tuple[str, float]: ...


def language(text: str) -> LanguageGuess:
    """The language of a paragraph; "und" where it cannot be told, and the caller takes the document's."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    if not words:
        return LanguageGuess(UNDECIDED, "undecided")
    guess = _by_words(words)
    if guess:
        return guess
    if sum(map(len, words)) < _ENOUGH:
        return LanguageGuess(UNDECIDED, "undecided")
    lang, probability = _statistical().classify(text[:_SAMPLE])
    if probability >= _CERTAIN:
        return LanguageGuess(lang, "statistics")
    return LanguageGuess(UNDECIDED, "undecided")


def document_language(text: str) -> LanguageGuess:
    """The language of a whole document: as of a paragraph, but the likelier language where that cannot tell."""
    guess = language(text)
    letters = sum(map(len, _WORD.findall(text[:_SAMPLE])))
    if guess.lang != UNDECIDED or letters < _ENOUGH:
        return guess
    lang, probability = _statistical().classify(text[:_SAMPLE])
    return LanguageGuess(lang, "statistics") if probability >= _LIKELIER else guess


def _by_words(words: list[str]) -> LanguageGuess | None:
    """The language whose frequent words lead clearly: a word of one list counts two, of several one; so do letters."""
    scores: dict[str, int] = {}
    hits: dict[str, int] = {}
    lists, letters = _knowledge()
    for word in words:
        listed = lists.get(word, ())
        for lang in listed:
            scores[lang] = scores.get(lang, 0) + (2 if len(listed) == 1 else 1)
            hits[lang] = hits.get(lang, 0) + 1
    lettered: dict[str, int] = {}
    for word in words:
        for lang in {lang for letter in word for lang in letters.get(letter, ())}:
            lettered[lang] = min(2, lettered.get(lang, 0) + 1)
    for lang, bonus in lettered.items():
        scores[lang] = scores.get(lang, 0) + bonus
        hits[lang] = hits.get(lang, 0) + bonus
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or hits[ranked[0][0]] < 2:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0
    if second and ranked[0][1] < max(second + 2, 1.5 * second):
        return None
    return LanguageGuess(ranked[0][0], "letters" if ranked[0][0] in lettered else "words")


@cache
def _knowledge() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Languages by frequent word, and by letter."""
    raw = _raw()
    words: dict[str, tuple[str, ...]] = {}
    for lang, listed in raw["words"].items():
        for word in listed:
            words[word] = (*words.get(word, ()), lang)
    letters: dict[str, tuple[str, ...]] = {}
    for lang, listed in raw["letters"].items():
        for letter in listed:
            letters[letter] = (*letters.get(letter, ()), lang)
    return words, letters


@cache
def _raw() -> dict[str, Any]:
    file = files("foedus") / "data" / "lexicon" / "languages.yaml"
    # BaseLoader makes strings only: "no" is a Spanish word, not false
    raw: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return raw


@cache
def _statistical() -> _Classifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  (loaded only where words fail)

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    raw = _raw()
    identifier.set_languages([*raw["words"], *raw["others"]])
    classifier: _Classifier = identifier
    return classifier
