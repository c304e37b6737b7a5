"""Words and stops that stand twice, and quotation marks that do not match."""

import re
from collections.abc import Iterator

from foedus.reader.garble.knowledge import Knowledge
from foedus.reader.garble.suspect import Suspect, suspect

_TWICE = re.compile(r"(?<![\w’'\-])(\w[\w’'\-]*(?: \w[\w’'\-]*){0,2}) \1(?![\w’'\-])", re.IGNORECASE)
_STOPS = re.compile(r"(?<=\w) ?([.,;]) \1(?! ?\1)(?=\s|$)|(?<=\w) ?, \.(?=\s|$)")
_TURNED = re.compile(r"(?<=\w)[«„](?=\s|$|[,.])|(?<=\w)[“](?=[\s,.]|$)|(?:^|(?<=\s))[»”](?=\w)")
_MIXED = re.compile(r"«[^«»“”\"„]{1,400}[“”\"](?=[\s,.])|[“”\"][^«»“”\"„]{1,400}»")
_GERMAN = re.compile(r"„[^„“”]{1,400}[“”]")


def doubled(text: str, start: int, end: int, known: Knowledge) -> Iterator[Suspect]:
    """Words that stand twice in a row where none should, and stops with a stray one behind."""
    for match in _TWICE.finditer(text, start, end):
        first = match.group(1)
        word = first.lower()
        if word in known.twice or any(char.isdigit() for char in word) or (first.istitle() and len(word) < 9):
            continue
        yield suspect(text, match.start(), match.end(), "doubled", f"“{first}” stands twice")
    for match in _STOPS.finditer(text, start, end):
        yield suspect(text, match.start(), match.end(), "doubled", "a stray stop")


def mismatched(text: str, start: int, end: int) -> Iterator[Suspect]:
    """Quotation marks of a paragraph that face the wrong way, close another kind of mark or nothing at all."""
    right = [match.span() for match in _GERMAN.finditer(text, start, end)]
    for match in _TURNED.finditer(text, start, end):
        at = match.start()
        if not any(low < at < high for low, high in right):
            yield suspect(text, at, match.end(), "quotes", "a mark that faces the wrong way")
    for match in _MIXED.finditer(text, start, end):
        low, high = match.start(), match.end()
        yield suspect(text, high - 1, high, "quotes", f"closes a quotation that {text[low]} opened")
    yield from _unpaired(text, start, end)


def _unpaired(text: str, start: int, end: int) -> Iterator[Suspect]:
    """Marks of the paired kinds out of turn. A quotation may come from the paragraph before or go on in the next."""
    for opening, closing in ("«»", "“”"):
        opened = seen = False
        for at in _places(text, start, end, opening + closing):
            if text[at] == opening:
                if opened and not _nested(text, at, end, opening, closing):
                    yield suspect(text, at, at + 1, "quotes", "opens a quotation inside one that is not closed")
                opened = seen = True
            elif opened:
                opened = False
            elif seen:
                yield suspect(text, at, at + 1, "quotes", "closes a quotation that nothing opened")


def _places(text: str, start: int, end: int, marks: str) -> list[int]:
    return [at for at in range(start, end) if text[at] in marks]


def _nested(text: str, at: int, end: int, opening: str, closing: str) -> bool:
    """Whether two marks close behind: a quotation in a quotation with the same marks."""
    behind = "".join(text[place] for place in _places(text, at, end, opening + closing))
    return behind.startswith(opening + closing + closing) or closing * 2 in behind
