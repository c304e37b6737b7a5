"""Quotations of a paragraph: which characters stand between quotation marks, however carelessly these were set."""

from __future__ import annotations

import re
from typing import NamedTuple

_CLOSER = {"«": "»", "“": "”", "„": "“”", "‹": "›", "‘": "’", '"': '"', "'": "'", "»": "«"}
_OPENING = frozenset("«“„‹")
_CLOSING = frozenset("»”›")
_EITHER = frozenset("\"'‘’")
_MARK = re.compile("[«»“”„‹›‘’\"']")
_SPACES = " \t\n\u00a0\u202f\u2009"


class Quote(NamedTuple):
    """From the opening mark to behind the closing one; to the paragraph's end where none closes it."""

    start: int
    end: int
    closed: bool


class _Open(NamedTuple):
    mark: str
    at: int


def quotations(text: str, start: int, end: int) -> list[Quote]:
    """Quotations inside the paragraph [start, end), nested ones too, in order of their start.

    A closing mark without an opening one makes a quotation from the paragraph's start; an opening mark that is
    used to close (it stands behind a word, with space after it) closes; apostrophes are no marks.
    """
    found: list[Quote] = []
    opened: list[_Open] = []
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if _is_apostrophe(text, at, start, end):
            continue
        if _closes(text, at, start, end, opened):
            _close(found, opened, mark, at, start)
        elif _opens(text, at, start, end, opened):
            opened.append(_Open(mark, at))
    found += [Quote(mark.at, end, closed=False) for mark in opened if mark.mark not in "'‘"]
    return sorted(found)


def _close(found: list[Quote], opened: list[_Open], mark: str, at: int, start: int) -> None:
    for i in range(len(opened) - 1, -1, -1):
        if mark in _CLOSER[opened[i].mark] or mark == opened[i].mark:
            found += [Quote(inner.at, at, closed=False) for inner in opened[i + 1 :] if inner.mark not in "'‘"]
            found.append(Quote(opened[i].at, at + 1, closed=True))
            del opened[i:]
            return
    if mark in _CLOSING and at > start:
        found.append(Quote(start, at + 1, closed=True))


def _closes(text: str, at: int, start: int, end: int, opened: list[_Open]) -> bool:
    mark = text[at]
    awaited = any(mark in _CLOSER[o.mark] for o in opened)
    if mark == "»" and not awaited:  # opens where a paragraph goes on with a quotation, and in »this« style
        return not (at == start or (_free(text, at, start) and text[at + 1 : at + 2].isalnum()))
    if mark in _CLOSING:
        return True
    if awaited and mark in "“«":
        return not _faces_right(text, at, start, end)
    if mark in _OPENING:  # set wrongly: it stands behind a word, before a space
        return any(o.mark == mark for o in opened) and not _faces_right(text, at, start, end)
    if mark == '"':
        return awaited and (
            not _faces_right(text, at, start, end) or (opened[-1].mark == '"' and not _free(text, at, start))
        )
    return awaited and not _free(text, at, start) and not text[at + 1 : min(at + 2, end)].isalnum()


def _opens(text: str, at: int, start: int, end: int, opened: list[_Open]) -> bool:
    mark = text[at]
    if mark in _OPENING:
        return _faces_right(text, at, start, end) or not opened
    if mark == "»":
        return True
    if mark in "'‘":
        return _free(text, at, start) and _ends_later(text, at, end)
    return mark == '"' and (_faces_right(text, at, start, end) or not opened)


def _free(text: str, at: int, start: int) -> bool:
    """Nothing, a space or an opening mark stands before."""
    return at == start or text[at - 1] in _SPACES + "([«“„‹\"'—–-/:"


def _faces_right(text: str, at: int, start: int, end: int) -> bool:
    """The mark leans on what follows: free before it, and a word or (in French) a space and a word after it."""
    return _free(text, at, start) and bool(text[at + 1 : end].strip())


def _ends_later(text: str, at: int, end: int) -> bool:
    """A single mark is a quotation mark only where another closes it: behind a letter or stop, before no letter."""
    return bool(re.compile(r"(?<=[\w.,!?…])['’](?![\w])").search(text, at + 2, end))


def _is_apostrophe(text: str, at: int, start: int, end: int) -> bool:
    if text[at] not in "'’‘":
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return before.isalnum() and after.isalnum()
