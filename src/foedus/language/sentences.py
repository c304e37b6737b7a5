"""A paragraph to sentences, by rule: where a mark may end one, and what stands between sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from foedus.language.knowledge import lexicon, rows
from foedus.language.stops import ends

# what may end a sentence, with the marks that close what it closes; then a space, or a capital straight after
_END = re.compile(
    r"""(?:\[(?:…|\.{3})\])? (?:(?<![.!?…])[.!?…]++|(?<=\S)\u203d)
        (?: [ \u00a0\u202f\u2009]?[»›] | ["”’')\]] | “(?=\s|$) | [ ]?\[\d{1,3}\] )*
        (?: (?=\s|$) | (?<=[^\W\d_]{2}[.!?])(?=[^\W\d_][^\W\d_]) | (?<=\.)(?=[«„]) )
        (?: \s+[.!?…]+(?=\s|$) )*
        | ;(?=\s["«“]?[^\W\d_]|\s[-–•]\s)""",
    re.VERBOSE,
)
_APART = re.compile(r'[ \u00a0\u202f]"(?=\s|$)')


def split(text: str, start: int, end: int, lang: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of the paragraph [start, end), without the spaces around them.

    Sentences inside quotation marks are split too; a closing mark stays with its sentence. A line without a
    full stop is one sentence, and so is an interlude ("- Advertisement -"). Every character that is no space
    lies in exactly one sentence.
    """
    spans: list[tuple[int, int]] = []
    for first, last in _between_interludes(text, start, end, lang):
        spans += _sentences(text, first, last, lang)
    return [trimmed for first, last in spans if (trimmed := _trim(text, first, last))]


def _sentences(text: str, start: int, end: int, lang: str) -> Iterator[tuple[int, int]]:
    begin = start
    quotes = counted = 0  # straight marks up to the last place where they were asked for
    counted = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and not ends(text, begin, match, end, lang):
            continue
        stop = match.end()
        if apart := _APART.match(text, stop, end):
            quotes += text.count('"', counted, stop)
            counted = stop
            stop = apart.end() if quotes % 2 else stop  # a mark set apart from what it closes
        yield begin, stop
        begin = stop
    yield begin, end


def _between_interludes(text: str, start: int, end: int, lang: str) -> Iterator[tuple[int, int]]:
    pattern = _interludes(lang)
    for match in pattern.finditer(text, start, end) if pattern else ():
        yield start, match.start()
        yield match.span()
        start = match.end()
    yield start, end


@cache
def _interludes(lang: str) -> re.Pattern[str] | None:
    """Notices set between dashes, stars or brackets in the midst of a paragraph (data/lexicon/LANG/interludes.txt)."""
    said = "|".join(re.escape(cells[0]) for cells in rows(lexicon(lang, "interludes.txt")))
    return re.compile(rf"[-–—*\[(] ?(?:{said}) ?[-–—*\])](?=\s|$)", re.IGNORECASE) if said else None


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
