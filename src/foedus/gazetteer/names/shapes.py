"""How names are written: runs of words with capitals, quotations, and what stands beside a span."""

import re
import sys
from functools import cache
from typing import NamedTuple

_LETTERS = [chr(point) for point in range(min(0x2000, sys.maxunicode))]
UPPER = "".join(letter for letter in _LETTERS if letter.isupper() and letter.isalpha() and len(letter) == 1)
LOWER = "".join(letter for letter in _LETTERS if letter.islower())
GAP = "[ \u00a0\u202f]"
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[^\w\s]|\n")
_QUOTED = re.compile(
    rf"«{GAP}?([{UPPER}\d][^«»\"“”„\n.!?;:]{{1,45}}?){GAP}?»"
    rf"|[“„]([{UPPER}\d][^«»\"“”„\n.!?;:]{{1,45}}?)[”“]"
    rf"|\"([{UPPER}\d][^«»\"“”„\n.!?;:]{{1,45}}?)\""
)
_LONGEST_QUOTED = 5
_WINDOW = 64


class Candidate(NamedTuple):
    """Words that may be a name; `outer_start` and `outer_end` hold the quotation marks around it too."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    words: tuple[str, ...]

    @property
    def quoted(self) -> bool:
        return self.outer_start < self.start


@cache
def run_pattern(elision: str) -> re.Pattern[str]:
    """Capitalised words, one space apart; initials, and Arabic articles before a capital, belong to them."""
    barred = rf"(?!(?:{elision})['’])" if elision else ""
    initial = rf"[{UPPER}]\.(?={GAP}?[{UPPER}])"
    word = rf"{barred}[{UPPER}](?:['’](?=[{UPPER}]))?\w*(?:['’](?!s\b)\w+)?(?:-\w+)*"
    article = rf"(?:al|el|аль|эль|bin|ben|ibn|бин|ибн|ould|van|von)[ -](?=[{UPPER}])"
    inner = rf"(?:(?:dos|das|do|del|della){GAP}(?=[{UPPER}]))"
    further = rf"{GAP}(?:{initial}{GAP}?)*(?:{article}|{inner})?{word}"
    return re.compile(rf"(?<![\w])(?:{initial}{GAP}?)*{word}(?:{further})*")


def runs(text: str, elision: str) -> list[Candidate]:
    """Every run of capitalised words."""
    found = []
    for match in run_pattern(elision).finditer(text):
        start, end = match.span()
        found.append(Candidate(start, end, start, end, tuple(match[0].split())))
    return found


def quoted(text: str) -> list[Candidate]:
    """Short quotations that may be a name: no sentence's marks inside, a capital or figure first."""
    found = []
    for match in _QUOTED.finditer(text):
        group = match.lastindex or 0
        words = tuple(match[group].split())
        if len(words) <= _LONGEST_QUOTED:
            found.append(Candidate(match.start(group), match.end(group), match.start(), match.end(), words))
    return found


def before(text: str, start: int) -> list[str]:
    """Up to six words before an offset with nothing but blanks and apostrophes between, the nearest last."""
    low = max(0, start - _WINDOW)
    words = _WORDS.findall(text, low, start)
    return _until_mark(words[0 if low == 0 else 1 :][::-1])[::-1]


def after(text: str, end: int) -> list[str]:
    """Up to three words behind an offset, likewise."""
    high = end + _WINDOW
    words = _WORDS.findall(text, end, high)
    return _until_mark(words if high >= len(text) else words[:-1])[:3]


def _until_mark(words: list[str]) -> list[str]:
    found: list[str] = []
    for word in words[:9]:
        if word in "'’":
            continue
        if not word[0].isalnum():
            break
        found.append(word)
    return found[:6]
