"""What a short line is by its words alone: credit, caption, notice of the site, date, byline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from foedus.language.zones.patterns import Group, groups
from foedus.language.zones.zone import ZoneKind

SHORT = 260
"""Characters up to which a paragraph may be a credit, caption or notice of the site."""
CAPTION = 500
"""The same for a caption that its credit stands before."""
NOTICE = 700
"""The same for what stands only behind the text: an author's life is told in more words."""
WORDLESS = "no letter or digit"
_OPENER = 40
"""Characters up to which a line that goes on behind an opener's words opens something, unless a colon comes first."""
_AFTER_OPENER = " \t\u00a0\u202f.…»>›→-–—()[]0123456789"


class Told(NamedTuple):
    """What a paragraph is, the group or rule that told it, and what the line opens below it if it is an opener.

    `head` is where its words begin behind a credit before them, `tail` where a credit behind them begins (-1: none).
    """

    kind: ZoneKind
    reason: str
    head: int = 0
    tail: int = -1
    opens: str = ""


def by_words(text: str, langs: Sequence[str]) -> Told | None:
    """None for a headline or a paragraph of text."""
    if not any(c.isalnum() for c in text):
        return Told("boilerplate", WORDLESS)
    if len(text) > CAPTION:
        return None
    return next((told for group in _groups(langs, closing=False) if (told := _told(group, text))), None)


def _told(group: Group, text: str) -> Told | None:
    """What the group's patterns say of the line."""
    before = group.match("before", text) if group.then else None
    if before and group.then:
        return Told(group.then, group.name, head=before.end())
    if len(text) > SHORT:
        return None
    start = group.match("start", text)
    if start:
        return Told(group.zone, group.name, opens=group.opens or "" if _opens(text, start.end()) else "")
    end = group.search("end", text)
    if end:
        return Told("caption", group.name, tail=end.start()) if end.start() > 0 else Told(group.zone, group.name)
    return None


def _opens(text: str, end: int) -> bool:
    """Whether a line stands for itself, and is no link with its words on the same line."""
    rest = text[end:].strip(_AFTER_OPENER)
    return rest in ("", ":") or (len(text) <= _OPENER and ":" not in text[:-1])


def closing(text: str, langs: Sequence[str]) -> Told | None:
    """What a paragraph is that no text follows: who wrote the report, who owns it."""
    if len(text) > NOTICE:
        return None
    found = (group for group in _groups(langs, closing=True) if group.match("start", text))
    return next((Told(group.zone, group.name) for group in found), None)


def _groups(langs: Sequence[str], *, closing: bool) -> list[Group]:
    return [group for lang in dict.fromkeys(langs) for group in groups(lang) if group.closing == closing]
