"""Russian lemmas by the OpenCorpora dictionary (pymorphy3): among a form's readings the one that the tags agree with.

A lemma is written with е, never with ё, as most texts and treebanks write. Names keep their capitals and their gender:
"Путиным" is Путин, "Захаровой" Захарова, "МИДа" МИД.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from typing import Protocol

from pymorphy3 import MorphAnalyzer

from foedus.language.knowledge import lexicon, mapping, rows

CACHE = 1 << 16
"""How many forms with their tags are remembered: texts repeat most of their words."""
KNOWLEDGE = "opencorpora.yaml"
NAME_ENDINGS = "name_endings.tsv"
_LONGEST = 5
_PERSONAL = frozenset({"Surn", "Name", "Patr"})
_ACRONYM = re.compile(r"([А-ЯЁ]{2,})[-'’]?[а-яё]{1,3}")
_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_STRESS = "\u0301"
_PLAIN = str.maketrans("ёЁ", "еЕ")
# What a reading gains or loses against the dictionary's own probability, which lies between 0 and 1.
_AGREES, _DISAGREES = 1.0, -1.0
_LIKELY_PART, _OTHER_PART = 2.0, -4.0
_NAME = 1.5


class _Tag(Protocol):
    POS: str | None
    grammemes: frozenset[str]


class _Reading(Protocol):
    """What this module uses of pymorphy3's readings of a form."""

    word: str
    tag: _Tag
    normal_form: str
    score: float
    is_known: bool

    def inflect(self, required_grammemes: set[str]) -> _Reading | None:
        """The form of the same word with these grammemes."""


class _Analyzer(Protocol):
    def parse(self, word: str) -> list[_Reading]:
        """Every reading, likeliest first; at least one."""


class RussianDictionary:
    """Lemmas of words by the dictionary, unknown ones by the words they end like."""

    def __init__(self) -> None:
        knowledge = mapping("ru", KNOWLEDGE)
        self._parts: dict[str, list[str]] = knowledge["parts"]
        self._features: dict[str, dict[str, str]] = knowledge["features"]
        self._names = frozenset(knowledge["names"])
        self._endings: dict[tuple[str, str], dict[str, str]] = {}
        for gender, case, ending, nominative in rows(lexicon("ru", NAME_ENDINGS)):
            self._endings.setdefault((gender, case), {})[ending] = nominative
        self._told = sorted({name for features in self._features.values() for name in features})
        self._find = lru_cache(CACHE)(self._choose)

    @cached_property
    def _analyzer(self) -> _Analyzer:
        analyzer: _Analyzer = MorphAnalyzer(lang="ru")
        return analyzer

    def lemma(self, form: str, upos: str, feats: Mapping[str, str]) -> str:
        """The lemma of a form by its part of speech and its features after Universal Dependencies."""
        form = form.replace(_STRESS, "")
        if not _WORD.fullmatch(form):
            return form if upos == "PROPN" else form.lower()
        wanted = tuple((name, feats[name]) for name in self._told if name in feats)
        return self._find(form if upos == "PROPN" else form.lower(), upos, wanted)

    def aspect(self, form: str, feats: Mapping[str, str]) -> str | None:
        """Aspect after Universal Dependencies ("Perf", "Imp") of the verb whose form this is; None for another word."""
        wanted = {name: feats[name] for name in self._told if name in feats}
        readings = self._analyzer.parse(form.replace(_STRESS, "").lower())
        best = max(readings, key=lambda reading: self._score(reading, "VERB", wanted))
        told = (self._features.get(grammeme, {}).get("Aspect") for grammeme in best.tag.grammemes)
        return next((aspect for aspect in told if aspect), None)

    def _choose(self, form: str, upos: str, wanted: tuple[tuple[str, str], ...]) -> str:
        tags = dict(wanted)
        if upos == "PROPN" and (tags.get("Case"), tags.get("Number")) == ("Nom", "Sing"):
            return form.translate(_PLAIN)
        readings = self._analyzer.parse(form.lower())
        best = max(readings, key=lambda reading: self._score(reading, upos, tags))
        if upos == "PROPN":
            return _as_written(form, self._nominative(best, form, tags)).translate(_PLAIN)
        own = upos == "ADJ" and best.tag.POS in ("PRTF", "PRTS")
        inflected = best.inflect({"PRTF", "nomn", "sing", "masc"}) if own else None
        return (inflected.word if inflected else best.normal_form).translate(_PLAIN)

    def _score(self, reading: _Reading, upos: str, wanted: Mapping[str, str]) -> float:
        parts = self._parts.get(reading.tag.POS or "", [])
        score = reading.score
        if upos not in parts:
            score += _OTHER_PART
        elif upos == parts[0]:
            score += _LIKELY_PART
        names = not self._names.isdisjoint(reading.tag.grammemes)
        score += _NAME if names == (upos == "PROPN") else 0
        for grammeme in reading.tag.grammemes:
            for name, value in self._features.get(grammeme, {}).items():
                if name in wanted:
                    score += _AGREES if wanted[name] == value else _DISAGREES
        return score

    def _nominative(self, reading: _Reading, form: str, tags: Mapping[str, str]) -> str:
        """A name in the nominative singular, or plural where it has no other; a woman's name stays hers."""
        if not reading.is_known and (form.isupper() or tags.get("Number") == "Sing"):
            return form if form.isupper() else self._unknown(form, tags)
        singular = tags.get("Number") != "Plur" or not _PERSONAL.isdisjoint(reading.tag.grammemes)
        inflected = reading.inflect({"nomn", "sing"} if singular else {"nomn"}) or reading.inflect({"nomn"})
        return inflected.word if inflected else reading.normal_form

    def _unknown(self, form: str, tags: Mapping[str, str]) -> str:
        """The nominative of a name by gender, case and ending."""
        endings = self._endings.get((tags.get("Gender", ""), tags.get("Case", "")), {})
        for size in range(min(_LONGEST, len(form) - 1), 0, -1):
            if form[-size:] in endings:
                return form[:-size] + endings[form[-size:]]
        return form


@cache
def russian_dictionary() -> RussianDictionary:
    """The one dictionary, read at its first use (a tenth of a second, 20 MB)."""
    return RussianDictionary()


def _as_written(form: str, lemma: str) -> str:
    """The lemma with the capitals of the form: ОДКБ, МИДа to МИД, Санкт-Петербург."""
    if form.isupper() and len(form) > 1:
        return lemma.upper()
    acronym = _ACRONYM.fullmatch(form)
    if acronym:
        return acronym.group(1)
    parts = lemma.split("-")
    written = form.split("-")
    if len(parts) != len(written):
        return lemma[:1].upper() + lemma[1:] if form[:1].isupper() else lemma
    return "-".join(
        part[:1].upper() + part[1:] if own[:1].isupper() else part for part, own in zip(parts, written, strict=True)
    )
