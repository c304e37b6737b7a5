"""A web page's words without parsing it: what is asked whether the page is worth an extraction.

Every word that an extractor may take is in it, and more: menus, notices, captions. Marks of blocks become empty lines,
so that words of one paragraph stay in one line; all other marks vanish, so that a word with marks inside is whole.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import msgspec

_SILENT = re.compile(
    r"<!--.*?-->|<style\b.*?</style\s*>|<(script|noscript)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE
)
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|body|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form"
    r"|h[1-6]|head|header|hr|html|iframe|li|link|main|menu|meta|nav|object|ol|option|p|pre|section|select|summary|table"
    r"|tbody|td|template|tfoot|th|thead|title|tr|ul|video)\b[^>]*>",
    re.IGNORECASE,
)
_STATED = re.compile(r"""<meta\b[^>]*?\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_BREAK = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
_MARK = re.compile(r"</?[A-Za-z!?][^>]*>")
_UNSEEN = "\xad\u200b\u200c\u200d\u2060\ufeff"
"""Marks inside words that extractors drop."""
_LINKED_DATA = "ld+json"
_LINE = "\n\n"


def bare(page: str) -> str:
    """The words of a page: a line or more for each block, what its head states, and strings of its linked data."""
    held = [first or second for first, second in _STATED.findall(page)]

    def silence(match: re.Match[str]) -> str:
        name, attributes, inside = match.group(1), match.group(2) or "", match.group(3) or ""
        if name and name.lower() == "noscript":
            return inside
        if _LINKED_DATA in attributes.lower():
            held.extend(_strings(inside))
        return ""

    # a line break of the source is a space of the page
    marked = _BREAK.sub(" ", _SILENT.sub(silence, page).replace("\n", " ").replace("\r", " "))
    text = unescape(_LINE.join([_MARK.sub("", _BLOCK.sub(_LINE, marked)), *held]))
    for mark in _UNSEEN:
        text = text.replace(mark, "")
    return text


def _strings(script: str) -> Iterator[str]:
    """All strings of a script of linked data; the script itself where it is no JSON."""
    try:
        left: list[Any] = [msgspec.json.decode(script)]
    except (msgspec.DecodeError, RecursionError):
        yield script
        return
    while left:
        one = left.pop()
        if isinstance(one, str):
            yield bare(one) if "<" in one else one
        elif isinstance(one, dict):
            left += one.values()
        elif isinstance(one, list):
            left += one
