"""A text as the set of its runs of five words, with their places (Broder 1997, "On the resemblance of documents")."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from foedus.lineage.edges import Passage

WORDS_IN_A_SHINGLE = 5

Shingle: TypeAlias = tuple[str, ...]

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"\n]*\"")


class Word(NamedTuple):
    """A word without case, and its offsets."""

    form: str
    start: int
    end: int


class Shingled(NamedTuple):
    """The words of a text, the first place of each shingle, and the shingles that stand outside quotation marks."""

    words: tuple[Word, ...]
    places: dict[Shingle, int]
    own: frozenset[Shingle]


def shingled(text: str) -> Shingled:
    """Cut a text; one of fewer than five words has no shingle."""
    words = tuple(Word(match[0].casefold(), match.start(), match.end()) for match in _WORD.finditer(text))
    inside = _quotations(text, words)
    places: dict[Shingle, int] = {}
    own = set()
    forms = [word.form for word in words]
    last = WORDS_IN_A_SHINGLE - 1
    for place in range(len(words) - last):
        shingle = tuple(forms[place : place + WORDS_IN_A_SHINGLE])
        places.setdefault(shingle, place)
        if inside[place] is None or inside[place] != inside[place + last]:
            own.add(shingle)
    return Shingled(words, places, frozenset(own))


def _quotations(text: str, words: Sequence[Word]) -> list[int | None]:
    """For each word the number of the quotation that it stands in."""
    ends = iter([*(match.span() for match in _QUOTED.finditer(text)), (len(text), len(text))])
    found: list[int | None] = []
    number, (start, end) = 0, next(ends)
    for word in words:
        while end <= word.start:
            number, (start, end) = number + 1, next(ends)
        found.append(number if start <= word.start else None)
    return found


def passages(origin: Shingled, copy: Shingled) -> tuple[Passage, ...]:
    """The runs of at least five words that the copy has from the origin, each as long as it goes, in its order."""
    return tuple(_passages(origin, copy))


def _passages(origin: Shingled, copy: Shingled) -> Iterator[Passage]:
    place = 0
    while place <= len(copy.words) - WORDS_IN_A_SHINGLE:
        shingle = tuple(word.form for word in copy.words[place : place + WORDS_IN_A_SHINGLE])
        source = origin.places.get(shingle)
        if source is None:
            place += 1
            continue
        length = _common(origin.words, source, copy.words, place)
        first, last = origin.words[source], origin.words[source + length - 1]
        yield Passage(first.start, last.end, copy.words[place].start, copy.words[place + length - 1].end)
        place += length


def _common(one: tuple[Word, ...], i: int, other: tuple[Word, ...], j: int) -> int:
    """Words alike from place i of the one and j of the other on."""
    most = min(len(one) - i, len(other) - j)
    return next((n for n in range(most) if one[i + n].form != other[j + n].form), most)
