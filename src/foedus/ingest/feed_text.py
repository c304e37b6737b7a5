"""The text of an entry's HTML: paragraphs with a blank line between, all of it, as a feed holds no page around it."""

import re
from typing import Any

from lxml import etree
from lxml.html import fragment_fromstring

_BLOCKS = frozenset(
    "address article aside blockquote center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_UNREAD = frozenset("script style template noscript iframe object svg math".split())
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MARK = re.compile(r"<[A-Za-z/!]|&(?:#\w+|\w+);")
_SPACES = re.compile(r"[^\S\n]+")


def feed_text(markup: str, *, plain: bool) -> str:
    """Paragraphs of markup, or of plain text, without what only a browser uses."""
    markup = _CONTROL.sub("", markup)
    if plain or not _MARK.search(markup):
        return "\n\n".join(filter(None, (_line(part) for part in re.split(r"\n\s*\n", markup))))
    paragraphs = _Paragraphs()
    paragraphs.take(fragment_fromstring(markup, create_parent=True))
    return paragraphs.text


def one_line(markup: str, *, plain: bool) -> str:
    """The same in one line, for titles."""
    return " ".join(feed_text(markup, plain=plain).split())


class _Paragraphs:
    """Collects words until a block begins or ends."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._words: list[str] = []

    @property
    def text(self) -> str:
        """All paragraphs."""
        self._end()
        return "\n\n".join(self._done)

    def take(self, root: Any) -> None:  # noqa: ANN401 - elements of HTML and of XML are typed apart
        """Walk through an element, without recursion: a hostile entry may be nested deep."""
        skipped: Any = None
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start" and skipped is None:
                if tag in _UNREAD:
                    skipped = element
                self._open(tag, "" if skipped is not None else element.text or "")
            elif event != "start" and (skipped is None or skipped is element):
                skipped = None
                self._close(tag, "" if element is root else element.tail or "")

    def _open(self, tag: str, text: str) -> None:
        if tag in _BLOCKS:
            self._end()
        self._words.append("\n" if tag == "br" else _flat(text))

    def _close(self, tag: str, tail: str) -> None:
        if tag in _BLOCKS:
            self._end()
        self._words.append(_flat(tail))

    def _end(self) -> None:
        lines = "".join(self._words).split("\n")
        self._words.clear()
        # a blank line made of line breaks parts paragraphs, as a block does
        for part in re.split(r"\n{2,}", "\n".join(_SPACES.sub(" ", line).strip() for line in lines)):
            if part.strip():
                self._done.append(part.strip())


def _flat(text: str) -> str:
    """Line ends of the markup are spaces."""
    return text.replace("\n", " ").replace("\r", " ")


def _line(part: str) -> str:
    return "\n".join(filter(None, (_SPACES.sub(" ", line).strip() for line in part.splitlines())))
