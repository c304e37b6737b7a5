"""The words of a text as both stores search them: the same words give the same tokens, whoever keeps them.

A token is a run of letters and digits without case and accents: `L’Élysée` is `l elysee`, `S-400` is `s 400`. Of the
Cyrillic letters only ё loses its dots, since most papers print е for it and nobody who searches expects a difference;
й, ў and ї stay, for they are letters of their own that no writer leaves out: войны are wars, воины warriors.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from foedus.model.claim import Claim

MOST_BYTES = 1_000_000
"""Of one text's words in UTF-8 that are searched, about four hundred pages; PostgreSQL can index no more at once."""

_LONGEST = 64
_WORD = re.compile(rf"[^\W_]{{1,{_LONGEST}}}")
_ASCII = str.maketrans({chr(code): chr(code).lower() if chr(code).isalnum() else " " for code in range(128)})
_COMMON = 0x2200
"""Below are the letters and marks of nearly every text: a table has what each becomes."""
_NEITHER = 0xFFFF
"""Stands in the table for what one letter cannot replace."""
_SPACE = ord(" ")
_END = ord("\n")
_AT_ONCE = 200
"""Texts that are folded in one go."""
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f\u00ad]+"
)
_LETTERS = {
    "и\u0306": "й",
    "у\u0306": "ў",
    "і\u0308": "ї",
    "œ": "oe",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ı": "i",
    "\u02bc": "'",
}
"""Letters that stay as they are though they can be taken apart, and such as cannot be, by what writers put for them;
last an apostrophe that counts as a letter elsewhere."""


def tokens(text: str) -> list[str]:
    """The words of a text in its order; a run longer than any word counts as several."""
    spaced = _spaced(text)
    if spaced is None:
        return _WORD.findall(_plain(text))
    words = spaced.split()
    return words if max(map(len, words), default=0) <= _LONGEST else _WORD.findall(spaced)


def folded(text: str) -> str:
    """The words of a text with a space between, as names and searched texts are kept."""
    words = " ".join(tokens(text))
    return words if len(words) * 4 <= MOST_BYTES else _cut(words)


def all_folded(texts: Sequence[str]) -> list[str]:
    """`folded` of each of many texts, at a quarter of the cost: letter by letter, all at once."""
    return [one for start in range(0, len(texts), _AT_ONCE) for one in _folded(texts[start : start + _AT_ONCE])]


def claim_text(claim: Claim) -> str:
    """What a claim is searched by: the sentences that carry it, as they stand in the text."""
    return "\n".join(sentence.text for sentence in claim.evidence)


def places(text: str) -> list[tuple[str, int, int]]:
    """Each word with its offsets in the text, end exclusive, in its order."""
    spaced = _spaced(text)
    if spaced is not None:
        return [(match[0], *match.span()) for match in _WORD.finditer(spaced)]
    plain, starts = _aligned(text)
    return [(match[0], starts[match.start()], _end(text, starts[match.end() - 1])) for match in _WORD.finditer(plain)]


def _spaced(text: str) -> str | None:
    """The plain text with spaces for all that is no word, letter by letter; none where a letter is not that simple."""
    if text.isascii():
        return text.translate(_ASCII)
    units = _table()[np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")]
    return None if (units == _NEITHER).any() else units.tobytes().decode("utf-16-le")


def _folded(texts: Sequence[str]) -> list[str]:
    letters = "\n".join(texts)
    codes = np.frombuffer((letters + "\n").encode("utf-16-le", "surrogatepass"), dtype="<u2")
    one_each = len(codes) == len(letters) + 1
    lengths = [len(text) if one_each else len(text.encode("utf-16-le", "surrogatepass")) // 2 for text in texts]
    ends = np.cumsum(np.array(lengths) + 1) - 1
    units = _table()[codes]
    odd = set(np.searchsorted(ends, np.flatnonzero(units == _NEITHER)).tolist())
    units[ends] = _END
    in_word = units > _SPACE
    units = units[np.append(in_word[1:], False) | in_word | (units == _END)]  # the last of the spaces before a word
    breaks = np.flatnonzero(units <= _SPACE)
    long = breaks[np.flatnonzero(np.diff(breaks, prepend=-1) > _LONGEST + 1)]
    odd.update(np.searchsorted(np.flatnonzero(units == _END), long).tolist())
    words = [one.lstrip() for one in units.tobytes().decode("utf-16-le", "surrogatepass").split("\n")]
    return [
        folded(text) if place in odd or len(one) * 4 > MOST_BYTES else one
        for place, (text, one) in enumerate(zip(texts, words[:-1], strict=True))
    ]


@cache
def _table() -> NDArray[np.uint16]:
    """What each letter becomes, by its code: one letter or digit, or a space."""
    table = np.full(0x10000, _NEITHER, dtype="<u2")
    for code in range(_COMMON):
        plain = _plain(chr(code))
        if len(plain) == 1 and _WORD.fullmatch(plain):
            table[code] = ord(plain)
        elif plain and not _WORD.search(plain):
            table[code] = ord(" ")
    return table


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    for letter, written in _LETTERS.items():
        plain = plain.replace(letter, written)
    return _MARKS.sub("", plain)


def _aligned(text: str) -> tuple[str, list[int]]:
    """The plain text, and at which character of the text each of its characters stands."""
    pieces: list[str] = []
    starts: list[int] = []
    at = 0
    while at < len(text):
        end = _end(text, at)
        piece = _plain(text[at:end])
        pieces.append(piece)
        starts += [at] * len(piece)
        at = end
    return "".join(pieces), starts


def _end(text: str, at: int) -> int:
    """Where the letter that begins at a place ends: the marks behind it belong to it."""
    at += 1
    while at < len(text) and unicodedata.combining(text[at]):
        at += 1
    return at


def _cut(words: str) -> str:
    """As many whole words as may be searched."""
    kept = words.encode()[: MOST_BYTES + 1].decode(errors="ignore")
    return words if len(kept) == len(words) else kept.rpartition(" ")[0]
