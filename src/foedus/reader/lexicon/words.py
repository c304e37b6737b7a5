"""A unit's text taken apart into words, each with the lemmas and forms that it may stand as."""

import re
from functools import lru_cache

from foedus.language.lemmas import lemmatizer
from foedus.reader.unit import Pos, SmallWords, Words

_WORD = re.compile(r"[^\s']+'?")
_SHORTEST = 3
_PARTS: dict[str, tuple[str, ...]] = {"verb": ("VERB",), "noun": ("NOUN",), "adjective": ("ADJ",), "adverb": ()}
_ANY = ("NOUN", "ADJ", "VERB")
_FOLD = str.maketrans({"’": "'", "œ": "oe", "ё": "е"})
CACHE = 1 << 15


@lru_cache(CACHE)
def normal(word: str) -> str:
    """A word as units and texts are compared: lower case, straight apostrophe, without ligature, е for ё."""
    return word.lower().translate(_FOLD)


def split_words(lang: str, text: str, pos: Pos, small: SmallWords) -> Words | None:
    """The words of a unit as written in the lexicon; None where none of them carries a meaning."""
    words = [small.contracted.get(word, word) for word in _WORD.findall(normal(text).replace("_", " "))]
    if len(words) > 1:
        words = [word for word in words if word not in small.determiners]
    reflexive = len(words) > 1 and words[0] in small.reflexives
    words = words[int(reflexive) :]
    if not any(_means(word, small) for word in words) and not _is_word(words, pos, small):
        return None
    content = tuple(i for i, word in enumerate(words) if _means(word, small)) or (0,)
    anchor = _anchor(words, content, pos, small)
    accepted = tuple(
        _accepted(lang, word, pos, single=len(content) == 1, first=i == content[0], small=small)
        if i in content
        else frozenset({word})
        for i, word in enumerate(words)
    )
    return Words(tuple(words), accepted, content, anchor, reflexive)


def _means(word: str, small: SmallWords) -> bool:
    """Whether a word of a unit has a meaning of its own: no function word, no mere sign."""
    return word not in small.function and any(map(str.isalnum, word))


def _is_word(words: list[str], pos: Pos, small: SmallWords) -> bool:
    """Whether words without a meaning of their own are a unit still: a particle that is a verb too ("to back")."""
    return bool(words) and pos != "adverb" and words[0] in small.particles and words[0].isalpha()


def _anchor(words: list[str], content: tuple[int, ...], pos: Pos, small: SmallWords) -> int:
    """A verbal unit is headed by its first word; a noun by its last before any preposition where heads come last."""
    if pos != "noun" or not small.head_last:
        return content[0]
    inner = next((i for i, word in enumerate(words) if i > content[0] and word in small.prepositions), len(words))
    return max(i for i in content if i < inner)


def _accepted(lang: str, word: str, pos: Pos, *, single: bool, first: bool, small: SmallWords) -> frozenset[str]:
    if pos == "verb" and first:
        return frozenset({word})
    parts = _PARTS[pos] if single else _ANY
    lemmas = {lemma for upos in parts for lemma in [_lemma(lang, word, upos)] if lemma not in small.stop}
    return frozenset({word, *lemmas})


@lru_cache(CACHE)
def _lemma(lang: str, word: str, upos: str) -> str:
    return normal(lemmatizer(lang).lemma(word, upos)) if len(word) >= _SHORTEST else word
