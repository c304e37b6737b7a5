"""Text → mentions: every known name, adjective, capital and weapon in it, with its senses, at memory speed."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import cast

from foedus.gazetteer import capitals
from foedus.gazetteer.automaton import prefixes
from foedus.gazetteer.compose import HEAD, Piece, Scan, join
from foedus.gazetteer.compounds import whole
from foedus.gazetteer.fold import DOT, FIRST_LETTER, LINK, Folded, fold
from foedus.gazetteer.meanings import Meanings, Reading
from foedus.gazetteer.mention import Mention, Sense
from foedus.gazetteer.neighbours import settle
from foedus.gazetteer.source import LANGUAGES, folder
from foedus.gazetteer.table import read_lines
from foedus.model.vocabulary import Kind, Via

_BLANK = bytes([LINK])
_OUTSIDE = bytes(range(FIRST_LETTER))
_CLOSING = {"»": "«", "”": "“", '"': '"'}


class Scanner:
    """Finds what the gazetteer knows. Load once; scanning keeps no state between texts."""

    def __init__(self, lines: Sequence[str], langs: Sequence[str]) -> None:
        self._lines = lines
        self._langs = tuple(langs)
        self._ready: dict[str, Meanings] = {}

    @classmethod
    def load(cls, langs: Sequence[str] = LANGUAGES, directory: Path | None = None) -> "Scanner":
        """A scanner for texts of the given languages; each language is prepared when its first text comes."""
        return cls(_lines(directory or folder() / "compiled"), langs)

    def scan(self, text: str, lang: str) -> list[Mention]:
        """Mentions in the order of the text, longest first where they compete, none overlapping."""
        return self.read(text, lang).mentions()

    def read(self, text: str, lang: str) -> Scan:
        """The same with its working parts, for those who compose further (titles)."""
        meanings = self._meanings(lang)
        folded = fold(text)
        pieces = settle(whole(_pieces(meanings, text, folded), text), text, meanings.lang)
        return Scan(text, meanings.lang, folded, pieces, join(folded, text, meanings.lang, pieces, meanings))

    def count(self, text: str, lang: str) -> int:
        """How many forms stand in the text, whatever they mean: enough to decide whether to read on."""
        return self._meanings(lang).patterns.count(fold(text))

    def _meanings(self, lang: str) -> Meanings:
        """The language's forms; those of the first language for a language that has none."""
        known = lang if lang in self._langs else self._langs[0]
        if known not in self._ready:
            self._ready[known] = Meanings(self._lines, known)
        return self._ready[known]


def _pieces(meanings: Meanings, text: str, folded: Folded) -> list[Piece]:
    found: list[Piece] = []
    for start, end in meanings.patterns.spans(folded):
        piece = _piece(meanings, text, folded, start, end)
        if piece:
            found.append(piece)
        elif folded.letters.find(_BLANK, start, end) >= 0:
            found.extend(_inside(meanings, text, folded, start, end))
    return found


def _piece(meanings: Meanings, text: str, folded: Folded, start: int, end: int) -> Piece | None:
    if folded.letters[end - 2 : end - 1] == DOT and folded.letters[end : end + 1] == DOT:
        end += 1  # the last point of an abbreviation
    begin, finish = folded.span(start, end)
    if text[finish : finish + 1] in _CLOSING and _opened(text, begin, finish):
        end, finish = end + 1, finish + 1
    words = text[begin:finish]
    reading = meanings.readings.get(words)
    if reading is None:
        reading = _read(meanings, folded.letters[start:end], text, begin, finish)
    senses, heads = reading
    if senses:
        return Piece(start, end, Mention(begin, finish, words, senses), heads)
    return Piece(start, end, None, heads) if heads else None


def _opened(text: str, start: int, end: int) -> bool:
    """Whether quotation marks open inside the words and close right after them."""
    opening = _CLOSING.get(text[end : end + 1])
    return bool(opening) and text.count(opening or "", start, end) % 2 == 1


def _read(meanings: Meanings, key: bytes, text: str, start: int, end: int) -> Reading:
    """What the words mean; kept for the next time where nothing around them matters."""
    words = text[start:end]
    fitting = [row for row in meanings.rows(key.rstrip(_OUTSIDE)) if capitals.fit(row, words)]
    heads = tuple(row.entity for row in fitting if row.kind == HEAD)
    rows = [row for row in fitting if row.kind != HEAD]
    senses = [
        Sense(
            row.entity,
            cast(Kind, row.kind),
            cast(Via, row.via) if row.via else None,
            row.form,
            capitals.tell(row, text, start, end),
        )
        for row in rows
    ]
    reading = tuple(sorted(senses, key=_unsure)), heads
    if not any(capitals.depends(row) for row in rows):
        meanings.keep(words, reading)
    return reading


def _unsure(sense: Sense) -> bool:
    return not sense.certain


def _inside(meanings: Meanings, text: str, folded: Folded, start: int, end: int) -> list[Piece]:
    """Shorter pieces within a hit that the capitals ruled out."""
    found: list[Piece] = []
    reached = start
    for begin, finish in prefixes(folded, start, end):
        piece = _piece(meanings, text, folded, begin, finish) if begin >= reached else None
        if piece:
            found.append(piece)
            reached = finish
    return found


@cache
def _lines(directory: Path) -> list[str]:
    return read_lines(directory / "aliases.tsv")
