"""A text as one byte a letter, without case and diacritics, each byte knowing its character: what the automaton reads.

Two scripts have 70 letters and digits together: a letter fits a byte, and a bit is left to say "last of its word". A
separator that stands before a word is one byte whatever it is. An alias folded the same way can then match only from
the start of a word to the end of one, and the longest match is the longest that ends properly.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]
Steps = tuple[list[int], list[int]]
"""From which byte on (sorted), and by how much, characters stand further on than their bytes."""

DROPPED = 0
"""A character without a letter of its own: a combining mark, a soft hyphen, a zero-width space."""
BEFORE_WORD = 1
"""Any separator that stands directly before a word, in the automaton's copy."""
LINK = 2
"""A separator that writers exchange freely: space, no-break space, line break, hyphen, dash, apostrophe."""
DOT = b"\x03"
DELIMITER = 30
"""Stands between aliases when many are folded at once."""
TWO_LETTERS = 31
"""A ligature, to be spelt out."""
FIRST_LETTER = 32
OTHER_LETTER = 103
LAST_OF_WORD = 128

_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789абвгдежзиклмнопрстуфхцчшщъыьэюяієґ"
_SEPARATORS = {".": 3, "/": 4, "+": 5, "&": 6, "(": 7, ")": 8, ",": 9, ":": 10, ";": 11, "%": 12}
_OTHER_SEPARATOR = 29
_LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss", "ĳ": "ij", "þ": "th", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ǆ": "dz"}
_LIKE = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ə": "e"}
_LINKS = (
    " \u00a0\u2009\u202f\u2007\t\n\r-\u2010\u2011\u2012\u2013\u2212'\u2019\u2018\u02bb\u02bc\u2032\u00b4`\u200b\ufeff"
)
_JOINER = "\ufdd0 "
_WORD = re.compile(b"[%c-\xff]+" % FIRST_LETTER)
_NO_LETTERS = bytes(range(FIRST_LETTER))
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text of n characters: `letters` (n bytes) for look-up and `scanned` (n + 1) for the automaton."""

    letters: bytes
    scanned: Bytes
    steps: Steps | None
    """Where the bytes stand in the text; None where byte i is character i."""
    units: NDArray[np.uint16]
    """The text's characters, as many as it has code points; those beyond the basic plane are all 0xFFFF."""

    @property
    def length(self) -> int:
        """Of the text, in code points."""
        return len(self.units)

    def spans(self, starts: Places, ends: Places) -> tuple[Places, Places]:
        """`span` for many at once."""
        if self.steps is None:
            return starts, ends
        known, shifts = np.array(self.steps[0]), np.array(self.steps[1])
        first = starts + shifts.take(known.searchsorted(starts, "right") - 1)
        last = ends + shifts.take(known.searchsorted(ends, "right") - 1)
        return first, np.where(ends < len(self.letters), last, self.length)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text of bytes start to end of `letters`; marks after the last letter belong to it."""
        if self.steps is None:
            return start, end
        return self._place(start), self._place(end) if end < len(self.letters) else self.length

    def part(self, text: str, start: int, end: int) -> bytes:
        """The letters of a part of the `text` that was folded."""
        return self.letters[start:end] if self.steps is None else fold(text[start:end]).letters

    def _place(self, at: int) -> int:
        """The character of a byte."""
        starts, shifts = self.steps or ([0], [0])
        return at + shifts[bisect_right(starts, at) - 1]


def _code(character: str) -> int:  # noqa: PLR0911 - one line a class of characters
    if character in _LINKS:
        return LINK
    if character == _JOINER[0]:
        return DELIMITER
    if character.lower() in _LIGATURES:
        return TWO_LETTERS
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return DROPPED
    parts = [part for part in unicodedata.normalize("NFKD", character.lower()) if not unicodedata.combining(part)]
    base = _LIKE.get(parts[0], parts[0]) if len(parts) == 1 else ""
    if base and base in _ALPHABET:
        return FIRST_LETTER + _ALPHABET.index(base)
    if character in _SEPARATORS:
        return _SEPARATORS[character]
    return OTHER_LETTER if unicodedata.category(character)[0] in "LN" else _OTHER_SEPARATOR


@cache
def _table() -> Bytes:
    """The byte of each of the 65,536 characters of the basic plane."""
    codes = np.full(0x10000, _OTHER_SEPARATOR, dtype=np.uint8)
    codes[0x3400:0xD800] = OTHER_LETTER
    for start, end in ((0, 0x3400), (0xF900, 0x10000)):
        for point in range(start, end):
            codes[point] = _code(chr(point))
    return codes


def _units(text: str) -> NDArray[np.uint16]:
    """The text's characters, those beyond the basic plane (emoji) as one unit each."""
    raw = text.encode("utf-16-le", "surrogatepass")
    if len(raw) != 2 * len(text):
        raw = _BEYOND_BMP.sub("\uffff", text).encode("utf-16-le", "surrogatepass")
    return np.frombuffer(raw, dtype="<u2")


def _spell_out(units: NDArray[np.uint16], codes: Bytes) -> tuple[Bytes, Steps]:
    """Drops marks and spells ligatures; the steps say how far the bytes have moved from their characters."""
    raw = codes.tobytes()
    parts: list[bytes] = []
    starts, shifts = [0], [0]
    done = length = 0
    for at in np.flatnonzero((codes == DROPPED) | (codes == TWO_LETTERS)).tolist():
        length += at - done
        parts.append(raw[done:at])
        done = at + 1
        letters = _LIGATURES.get(chr(int(units[at])).lower(), "")
        parts.append(bytes(FIRST_LETTER + _ALPHABET.index(letter) for letter in letters))
        length += len(letters)
        starts.append(length - 1 if letters else length)
        shifts.append(done - length)
    parts.append(raw[done:])
    return np.frombuffer(b"".join(parts), dtype=np.uint8), (starts, shifts)


def fold(text: str) -> Folded:
    """The text as the automaton reads it."""
    units = _units(text)
    codes = _table().take(units)
    steps = None
    if codes.size and (codes.min() == DROPPED or bool((codes == TWO_LETTERS).any())):
        codes, steps = _spell_out(units, codes)
    word = np.zeros(len(codes) + 1, dtype=bool)
    np.greater_equal(codes, FIRST_LETTER, out=word[:-1])
    scanned = np.empty(len(codes) + 1, dtype=np.uint8)
    scanned[0] = BEFORE_WORD
    scanned[1:] = codes
    np.copyto(scanned[1:], BEFORE_WORD, where=word[1:] & ~word[:-1])
    scanned[1:] |= (word[:-1] & ~word[1:]).view(np.uint8) << 7
    return Folded(codes.tobytes(), scanned, steps, units)


_SPELLING = {code: mark for mark, code in _SEPARATORS.items()} | {LINK: " "}
_SPELLING |= {FIRST_LETTER + at: letter for at, letter in enumerate(_ALPHABET)}


def spelling(letters: bytes) -> str:
    """Folded bytes as a person reads them: "Côte-d'Ivoire" → "cote d ivoire"."""
    return "".join(_SPELLING.get(code, "?") for code in letters)


def words(letters: bytes) -> list[bytes]:
    """The words of folded bytes."""
    return _WORD.findall(letters)


def keys(aliases: Sequence[str]) -> list[bytes]:
    """The folded bytes of each alias, without separators at its ends; all at once, which is what makes loading fast."""
    if not aliases:
        return []
    return [part.strip(_NO_LETTERS) for part in fold(_JOINER.join(aliases)).letters.split(bytes([DELIMITER]))]


def patterns(aliases: Sequence[str]) -> list[bytes]:
    """What the automaton looks for, alias by alias; an alias begins and ends with a letter or digit."""
    if not aliases:
        return []
    return fold(_JOINER.join(aliases)).scanned.tobytes().split(bytes([DELIMITER]))


def word_pattern(word: bytes) -> bytes:
    """The pattern of one folded word."""
    return bytes([BEFORE_WORD]) + word[:-1] + bytes([word[-1] | LAST_OF_WORD])


def runs(pattern: bytes) -> list[bytes]:
    """The patterns of all shorter runs of words within a pattern."""
    parts = pattern.split(bytes([BEFORE_WORD]))[1:]
    ends = [part.rstrip(_NO_LETTERS) for part in parts]
    count = len(parts)
    return [
        bytes([BEFORE_WORD]) + bytes([BEFORE_WORD]).join([*parts[first:last], ends[last]])
        for first in range(count)
        for last in range(first, count)
        if last - first < count - 1
    ]
