"""What stands inside a paragraph of text: dateline before it, a notice behind it, editor's brackets in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedus.language.zones.patterns import Group, groups
from foedus.language.zones.zone import Zone, ZoneKind

_BEFORE = 120  # characters before the text that may be a dateline
_TAIL = 700  # characters of a paragraph's end in which a notice may begin
_BRACKET = re.compile(r"\[([^\[\]\n]{2,400})\]|\(([^()\n]{2,400})\)")
_SENTENCE_END = frozenset('.!?…»”"])')
_WORDLESS = re.compile(r"[\W\d_]*")
EDITOR = "square brackets"


def inside(text: str, start: int, end: int, kind: ZoneKind, lang: str) -> Iterator[Zone]:
    """The zones of the paragraph [start, end), which is of the kind but for what stands before and behind its text."""
    begin, found = start, []
    for group in groups(lang):
        before = None if group.then else group.match("before", text[start : min(end, start + _BEFORE)])
        if before and start + before.end() < end and begin == start:
            begin += before.end()
            found.append(Zone(group.zone, start, start + len(before.group().rstrip()), lang, group.name))
    finish = end
    low = max(begin, end - _TAIL)
    for group in groups(lang):
        cut = _behind(group, text, low, finish)
        if cut is not None:
            found.append(Zone(group.zone, cut, end, lang, group.name))
            finish = end = cut
    while finish > begin and text[finish - 1].isspace():
        finish -= 1
    yield from (zone for zone in found if zone.start < begin)
    yield Zone(kind, begin, finish, lang)
    yield from _brackets(text, begin, finish, lang)
    yield from sorted((zone for zone in found if zone.start >= begin), key=lambda zone: zone.start)


def _behind(group: Group, text: str, start: int, end: int) -> int | None:
    """Where a notice begins that stands behind a sentence and runs to the end."""
    found = (start + match.start() for match in group.finditer("tail", text[start:end]))
    return next((at for at in found if at > start and text[start:at].rstrip()[-1:] in _SENTENCE_END), None)


def _brackets(text: str, start: int, end: int, lang: str) -> Iterator[Zone]:
    """Editor's brackets: square ones, and round ones that an editor's mark is in."""
    for match in _BRACKET.finditer(text, start, end):
        square, words = bool(match.group(1)), match.group(1) or match.group(2)
        if _WORDLESS.fullmatch(words):
            continue
        told = next((group.name for group in groups(lang) if group.search("inside", words)), EDITOR if square else "")
        if told:
            yield Zone("bracket", match.start(), match.end(), lang, told)
