"""What each character is to a copy: a letter without case and marks, nothing at all, a separator, a mark.

Letters that look alike in Latin and Cyrillic are one letter, since garblers and hurried typists exchange them; marks
on letters, soft hyphens and zero-width characters are nothing. Everything is a table by code point, so that a whole
batch of texts is read in one go.
"""

import unicodedata
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.intp]
Hashes = NDArray[np.uint64]

SEPARATOR, LETTER, LETTERS, NOTHING, HYPHEN, NEWLINE, STOP, QUOTE = range(8)
"""Kinds of characters; `LETTERS` is one that stands for several. From there on kinds are rare."""

SIZE = 0x10000
"""Characters in the tables; whatever lies beyond (emoji, rare scripts) is a separator."""

_LOOK_ALIKE = str.maketrans("авсеніјкморѕтухё", "abcehijkmopstyxe")
_SPELT = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ß": "ss"}
_HYPHENS = "-\u2010\u2011"
_STOPS = ".!?…;。！？"
_QUOTES = '«»“”„"'
_IDEOGRAPHS = range(0x3400, 0xD800)
_STEP = 0x9E3779B97F4A7C15
_WHOLE = (1 << 64) - 1
_KEPT = 1 << 18
"""Powers that are kept; longer texts are rare."""


class Letters(NamedTuple):
    """By code point: kind, the hash of its letter (of several, one number for all), how many letters it stands for,
    whether it is a small one."""

    kind: NDArray[np.uint8]
    value: Hashes
    width: NDArray[np.uint8]
    small: NDArray[np.bool_]


@cache
def letters() -> Letters:
    """The tables; made once, in a few hundredths of a second."""
    kind = np.zeros(SIZE, dtype=np.uint8)
    value = np.zeros(SIZE, dtype=np.uint64)
    width = np.zeros(SIZE, dtype=np.uint8)
    small = np.zeros(SIZE, dtype=np.bool_)
    kind[_IDEOGRAPHS.start : _IDEOGRAPHS.stop] = LETTER
    width[_IDEOGRAPHS.start : _IDEOGRAPHS.stop] = 1
    value[_IDEOGRAPHS.start : _IDEOGRAPHS.stop] = mixed(np.arange(_IDEOGRAPHS.start, _IDEOGRAPHS.stop, dtype=np.uint64))
    for start, end in ((0, _IDEOGRAPHS.start), (0xF900, SIZE - 1)):
        for code in range(start, end):
            character = chr(code)
            kind[code] = _kind(character)
            if kind[code] in (LETTER, LETTERS):
                spelt = _spelt(character)
                value[code] = _value(spelt)
                width[code] = len(spelt)
                small[code] = character.islower()
    return Letters(kind, value, width, small)


def mixed(values: Hashes) -> Hashes:
    """Each number well mixed (the finisher of MurmurHash3): the same in every process and version."""
    mix = values ^ (values >> np.uint64(33))
    mix *= np.uint64(0xFF51AFD7ED558CCD)
    mix ^= mix >> np.uint64(33)
    mix *= np.uint64(0xC4CEB9FE1A85EC53)
    mix ^= mix >> np.uint64(33)
    return mix


def powers(count: int) -> tuple[Hashes, Hashes]:
    """What letters are multiplied with by their places, at least so many, and the inverses of these modulo 2^64."""
    return _kept_powers() if count <= _KEPT else _powers(count)


@cache
def _kept_powers() -> tuple[Hashes, Hashes]:
    return _powers(_KEPT)


def _powers(count: int) -> tuple[Hashes, Hashes]:
    found = []
    for step in (_STEP, pow(_STEP, -1, 1 << 64)):
        steps = np.full(count, step, dtype=np.uint64)
        steps[0] = 1
        found.append(np.cumprod(steps, dtype=np.uint64))
    return found[0], found[1]


def _kind(character: str) -> int:
    for kind, some in ((HYPHEN, _HYPHENS), (NEWLINE, "\n"), (STOP, _STOPS), (QUOTE, _QUOTES)):
        if character in some:
            return kind
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return NOTHING
    return (SEPARATOR, LETTER, LETTERS)[min(2, len(_spelt(character)))]


def _spelt(character: str) -> str:
    """The letters and digits that a character stands for, without case and marks."""
    lower = character.casefold()
    plain = unicodedata.normalize("NFKD", _SPELT.get(lower, lower))
    return "".join(one for one in plain if one.isalnum()).translate(_LOOK_ALIKE)


def _value(spelt: str) -> int:
    hashes = mixed(np.array([ord(one) for one in spelt], dtype=np.uint64)).tolist()
    return int(sum(one * pow(_STEP, place, 1 << 64) for place, one in enumerate(hashes)) & _WHOLE)
