"""A paragraph to sentences, by rule: full stops that end nothing (abbreviations, initials, figures) are passed over."""

from __future__ import annotations

import re
from functools import cache

from foedus.language.abbreviations import abbreviations
from foedus.language.knowledge import lexicon, rows

# what may end a sentence, with the marks that close what it closes; then a space, or a capital straight after
_END = re.compile(
    r"""(?:\[(?:…|\.{3})\])? (?:[.!?…]+|(?<=\S)\u203d)
        (?: [ \u00a0\u202f\u2009]?[»›] | ["”’')\]] | \[\d+\] )*
        (?: (?=\s|$) | (?<=[^\W\d_]{2}\.)(?=[^\W\d_][^\W\d_]) )
        (?: \s+[.!?…]+(?=\s|$) )*""",
    re.VERBOSE,
)
_APART = re.compile(r'[ \u00a0\u202f]"(?=\s|$)')
_WORD_BEFORE = re.compile(r"[\w.'’&/-]*$")
_OPENERS = " \t\n\r\u00a0\u202f\u2009\"'«“„‹‘([—–-•"
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_CUT = re.compile(r"\[(?:…|\.{3})\]|\((?:…|\.{3})\)")
_WORDLESS = re.compile(r"[\W_]*")
_NUMBERING = re.compile(r"\W*(?:\d{1,3}|[IVXLivx]{1,5}|[^\W\d_])\.")


def split(text: str, start: int, end: int, lang: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of the paragraph [start, end), without the spaces around them.

    Sentences inside quotation marks are split too; a closing mark stays with its sentence. A line without a
    full stop is one sentence. Every character that is no space lies in exactly one sentence.
    """
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and not _ends(text, begin, match, end, lang):
            continue
        stop = _behind_quote(text, start, match.end(), end)
        spans.append((begin, stop))
        begin = stop
    spans.append((begin, end))
    return [trimmed for first, last in spans if (trimmed := _trim(text, first, last))]


def _behind_quote(text: str, start: int, stop: int, end: int) -> int:
    """The stop moved behind a straight mark set apart from it, where such a mark is still to be closed."""
    apart = _APART.match(text, stop, end)
    return apart.end() if apart and text.count('"', start, stop) % 2 else stop


def _ends(text: str, begin: int, match: re.Match[str], end: int, lang: str) -> bool:
    """Whether a sentence that began at `begin` ends with the match, judged by the word before and what follows."""
    said = text[begin : match.start()]
    rest = text[match.end() : min(end, match.end() + 40)]
    if _WORDLESS.fullmatch(said):
        return False  # a lone mark ends nothing: it goes with what follows
    following = rest.lstrip(_OPENERS)
    if not following:
        return not _CUT.match(rest.lstrip())
    if following[0].islower():
        return False
    if match.group().rstrip() != "." or _CUT.match(rest.lstrip()):
        return True
    found = _WORD_BEFORE.search(text, begin, match.start())
    word = re.split(r"['’]", found.group())[-1].lstrip("-/&") if found else ""
    return not _abbreviated(text[begin : match.end()], word, rest, following, lang)


def _abbreviated(sentence: str, word: str, rest: str, following: str, lang: str) -> bool:
    short = abbreviations(lang)
    if _NUMBERING.fullmatch(sentence):
        return True
    if word in short.before_name:
        return True
    if word in short.before_number and rest.lstrip()[:1].isdigit():
        return True
    if word in short.anywhere or (_INITIALS.fullmatch(word) and word[-1:].isupper()) or "." in word:
        return not _opens(following, lang)
    return False


def _opens(following: str, lang: str) -> bool:
    first = _FIRST_WORD.match(following)
    return bool(first) and first.group().lower() in _starters(lang) if first else False


@cache
def _starters(lang: str) -> frozenset[str]:
    return frozenset(cells[0] for cells in rows(lexicon(lang, "starters.txt")))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
