"""Text to tokens: every character that is no space lies in exactly one token, whatever the text."""

from __future__ import annotations

import re

from foedus.language.abbreviations import abbreviations
from foedus.language.fold import fold
from foedus.language.wordparts import cut

_COMMON = r"""
      https?://\S*[\w/] | www\.\S*[\w/] | [\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+      # addresses
    | (?:[^\W\d_]\.(?:-(?=[^\W\d_]\.))?){2,}                                    # U.S., J.-C.
    | \b[nN]°                                                                 # n° 5
    | (?<![\w)])[-+]\d+(?:[.,]\d+)*                                             # -3,5
    | \w[\w\u0300-\u036f]*
      (?: (?: [-'/&+](?=\w) | (?<=\d)[.,:](?=\d) | (?<=[a-z0-9])\.(?=[a-z]) ) [\w\u0300-\u036f]+ )*
    | °[CF]\b | \.{2,} | -{2,} | !{2,} | \?{2,} | \S
"""
_GROUPED_NUMBER = r"(?<![\d,.])\d{1,3}(?:\ \d{3})+(?![\w])(?:,\d+)? |"  # 10 000,5
_CHUNK = re.compile(_COMMON, re.VERBOSE)
_CHUNK_GROUPED = re.compile(_GROUPED_NUMBER + _COMMON, re.VERBOSE)
_GROUPING = frozenset({"fr", "ru"})  # languages that write thousands with a space


def token_spans(text: str, start: int, end: int, lang: str) -> list[tuple[int, int]]:
    """Offsets in `text` of the tokens of the span [start, end); none for a span of spaces."""
    folded = fold(text[start:end])
    pattern = _CHUNK_GROUPED if lang in _GROUPING else _CHUNK
    spans: list[tuple[int, int]] = []
    for match in pattern.finditer(folded):
        first, last = match.span()
        chunk = match.group()
        if chunk == "." and spans and spans[-1][1] == first and _abbreviated(folded, spans[-1], lang):
            spans[-1] = (spans[-1][0], last)
            continue
        for length in cut(chunk, lang):
            spans.append((first, first + length))
            first += length
    return [(first + start, last + start) for first, last in spans]


def _abbreviated(folded: str, word: tuple[int, int], lang: str) -> bool:
    """Whether the full stop after the word belongs to it: an abbreviation, or an initial before a name."""
    form = folded[word[0] : word[1]]
    rest = folded[word[1] + 1 : word[1] + 12]
    if len(form) == 1 and form.isupper() and rest[:1].isspace() and rest.lstrip()[:1].isupper():
        return True
    return abbreviations(lang).known(form, rest)
