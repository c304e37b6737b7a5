"""What words and letters of a text say about its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from foedus.language.languagemarks import marks

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LATIN = re.compile(r"[a-z\u00df-\u024f\u0259\u1e00-\u1eff]")
_WORDLIKE = 3  # letters from which a word that begins small is no mere particle of a name ("de", "el")
_OWN, _SHARED = 2, 1  # what a frequent word counts: of one language, of several
_FOREIGN = 3  # what a word counts against languages that lack one of its letters
_MOST = 2  # such words counted for each language
_PATTERNS = 4  # letter groups counted for each language


class Words(NamedTuple):
    """A text's words of its main script, in small letters, and those of them that begin small: names do not."""

    every: list[str]
    small: list[str]
    script: str

    def opened(self) -> list[str]:
        """The words that begin small, and the first one, which is large for its place."""
        first = self.every[:1]
        return self.small if self.small[:1] == first else first + self.small

    def says_something(self) -> bool:
        """Not names, figures and particles alone."""
        return any(len(word) >= _WORDLIKE for word in self.small)


def words(text: str) -> Words:
    """The words of the script that most words beginning small are in, or most words where all begin large.

    Foreign names in other letters do not count so, nor addresses of pages and mail.
    """
    found = _WORD.findall(_ADDRESS.sub(" ", text))
    small = [word for word in found if word[0].islower()]
    chosen = _main_script(small or [word.lower() for word in found])
    lowered = [word.lower().replace("i̇", "i") for word in found]
    every = [word for word in lowered if _script(word) == chosen]
    return Words(every, [word.lower() for word in small if _script(word.lower()) == chosen], chosen)


def lone_script(found: Words) -> str | None:
    """The language whose script is its alone, where the words are in one."""
    return found.script if found.script in {lang for _, lang in marks().scripts} else None


def by_words(every: Iterable[str]) -> tuple[dict[str, int], dict[str, int]]:
    """Points by language for frequent words, and how many such words there were."""
    points: dict[str, int] = {}
    hits: dict[str, int] = {}
    lists = marks().words
    for word in every:
        listed = lists.get(word, ())
        for lang in listed:
            points[lang] = points.get(lang, 0) + (_OWN if len(listed) == 1 else _SHARED)
            hits[lang] = hits.get(lang, 0) + 1
    return points, hits


def by_letters(found: Words, langs: Iterable[str]) -> dict[str, int]:
    """Points by language for letter groups of its own, less those for letters and groups that it does not have."""
    known = marks()
    small = found.small
    joined = " ".join(found.opened())
    points: dict[str, int] = {}
    for lang in langs:
        alphabet = known.alphabets.get(lang)
        foreign = sum(not alphabet.issuperset(word) for word in small) if alphabet else 0
        against = known.against.get(lang)
        foreign += len(against.findall(joined)) if against else 0
        pattern = known.patterns.get(lang)
        own = len(pattern.findall(joined)) if pattern else 0
        points[lang] = _OWN * min(own, _PATTERNS) - _FOREIGN * min(foreign, _MOST)
    return points


def fits(lang: str, small: Sequence[str]) -> bool:
    """Whether the language has all letters and letter groups of the words; true where nothing is known of them."""
    alphabet = marks().alphabets.get(lang)
    against = marks().against.get(lang)
    if against and against.search(" ".join(small)):
        return False
    return alphabet is None or all(alphabet.issuperset(word) for word in small)


def _main_script(found: Sequence[str]) -> str:
    letters: dict[str, int] = {}
    for word in found:
        script = _script(word)
        letters[script] = letters.get(script, 0) + len(word)
    return max(letters, key=lambda script: letters[script], default="")


def _script(word: str) -> str:
    """Latin or cyrillic, the language whose script is its alone, or nothing."""
    first = word[0]
    if _LATIN.match(first):
        return "latin"
    if _CYRILLIC.match(first):
        return "cyrillic"
    return next((lang for letters, lang in marks().scripts if letters.match(first)), "")
