"""How far a headed name goes on in small letters: "Fonds" + "européen de soutien", "Фонд" + "балтийской политики"."""

import re
from collections.abc import Callable
from functools import cache

from foedus.gazetteer.names.shapes import GAP, UPPER
from foedus.gazetteer.names.words import Words

_NEXT = re.compile(rf"(?:{GAP}|(?<=['’]))(\w+(?:-\w+)*)(['’](?=\w))?")
_CAPITALS = re.compile(rf"{GAP}([{UPPER}]\w*(?:-\w+)*(?:{GAP}[{UPPER}]\w*(?:-\w+)*)*)(?![\w’'])")
_ENGLISH_LINK = re.compile(
    rf"{GAP}(?:of|for|on|against){GAP}(?:the{GAP})?([{UPPER}]\w*(?:-\w+)*(?:{GAP}[{UPPER}]\w*(?:-\w+)*)*)"
)
_ENGLISH_AND = re.compile(rf"{GAP}and{GAP}[{UPPER}]\w*(?:{GAP}[{UPPER}]\w*)*")
_MOST_LINKS = 3
_ARTICLES = frozenset({"la", "le", "les", "l"})

Tail = Callable[[str, int, Words, frozenset[str]], int]
"""Text, end of the head, words, nouns that may follow a link (empty: any) → end of the name."""


def french(text: str, end: int, words: Words, nouns: frozenset[str]) -> int:
    """Adjectives, then up to three nouns with "de", "pour" …, each with its adjectives or a proper name."""
    end = _adjectives(text, end, words)
    for _ in range(_MOST_LINKS):
        reached = _linked(text, end, words, nouns)
        if reached is None:
            break
        last = text[end:reached].replace("’", " ").replace("'", " ").split()[-1]
        proper = last[0].isupper() and "body" not in words.classes(last)
        end = reached if proper else _adjectives(text, reached, words)
    return end


def english(text: str, end: int, words: Words, nouns: frozenset[str]) -> int:
    """Capitalised words behind "of", "for" …, and behind an "and" in those."""
    del words, nouns
    linked = False
    for _ in range(_MOST_LINKS):
        match = _ENGLISH_LINK.match(text, end) or (_ENGLISH_AND.match(text, end) if linked else None)
        if not match:
            break
        end, linked = match.end(), True
    return end


def russian(text: str, end: int, words: Words, nouns: frozenset[str]) -> int:
    """Adjectives and nouns in the genitive, a preposition and more of them, and a proper name at last."""
    end = _genitives(text, end, words, nouns)
    match = _NEXT.match(text, end)
    if match and match[1] in words.lists["body_link"] and not nouns:
        reached = _genitives(text, match.end(), words, nouns)
        end = reached if reached > match.end() else end
    return end


def _linked(text: str, end: int, words: Words, nouns: frozenset[str]) -> int | None:
    """The end of the noun behind the next link; None where there is none."""
    match = _NEXT.match(text, end)
    if not match or match[1] not in _links(words):
        return None
    if match[1] == "et" and not nouns:
        follower = _NEXT.match(text, match.end())
        if not follower or follower[1] not in (*_ARTICLES, "d", "de", "du", "des"):
            return None
    joined = match[1] == "et"
    while match and match[1] in {*_links(words), *_ARTICLES}:
        match = _NEXT.match(text, match.end())
    if not match or (joined and match[1][0].isupper()):
        return None
    if match[1][0].isupper():
        capitals = _CAPITALS.match(text, match.start(1) - 1) if text[match.start(1) - 1] not in "'’" else None
        return capitals.end() if capitals else match.end(1)
    if (nouns and match[1] not in nouns) or len(match[1]) < 4 or match[2]:
        return None
    capitals = None if nouns else _CAPITALS.match(text, match.end(1))
    return capitals.end() if capitals else match.end(1)


@cache
def _links_of(links: tuple[str, ...]) -> frozenset[str]:
    return frozenset(links) - _ARTICLES


def _links(words: Words) -> frozenset[str]:
    return _links_of(words.lists["body_link"])


def _adjectives(text: str, end: int, words: Words) -> int:
    endings = words.lists["adjective"]
    while (match := _NEXT.match(text, end)) and match[1].islower():
        if len(match[1]) < 4 or not match[1].endswith(endings) or match[1] in words.lists["no_adjective"]:
            break
        end = match.end(1)
    return end


def _genitives(text: str, end: int, words: Words, nouns: frozenset[str]) -> int:
    """Behind the end: (adjectives, noun) once or twice; a proper name after it."""
    adjectives = words.lists["adjective"]
    taken = 0
    while taken < 2:
        reached, described = end, False
        match = _NEXT.match(text, reached)
        while match and match[1].islower() and match[1].endswith(adjectives) and len(match[1]) > 4:
            reached, described = match.end(1), True
            match = _NEXT.match(text, reached)
        if not match or not match[1].islower() or len(match[1]) < 3:
            break
        if nouns and match[1] not in nouns:
            break
        if not described and not _genitive(match[1], words):
            break
        end, taken = match.end(1), taken + 1
    capitals = _CAPITALS.match(text, end) if taken and not nouns else None
    return capitals.end() if capitals else end


def _genitive(noun: str, words: Words) -> bool:
    """Whether a word without an adjective before it may be a noun in the genitive, not the sentence's verb."""
    if noun in words.lists["genitive_words"]:
        return True
    return noun[-1] in words.genitive and not noun.endswith(words.lists["not_genitive"])


def tail(lang: str) -> Tail:
    """The language's own; that of French for a language without one."""
    return {"en": english, "ru": russian}.get(lang, french)
