"""The text of a message in HTML: all that it shows, block by block.

A message has no menus around an article, and newsletters set their text in tables, which a reader of web pages takes
for such; so it is not read like a page.
"""

import re
from typing import NamedTuple

from lxml import etree, html

_BLOCKS = frozenset(
    """address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
    h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul""".split()
)
_UNSEEN = frozenset("head script style title template noscript".split())
_NOT_SHOWN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_BREAK, _LINE = "\0", "\1"
_DEEPEST = 400


class Shown(NamedTuple):
    """Paragraphs with a blank line between, without what is quoted of another message, and how much that was."""

    text: str
    quoted: int


def html_text(page: str) -> Shown:
    """What a message shows; quoted messages stay where there is nothing else."""
    parser = html.HTMLParser(huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(_without_declaration(page), parser=parser)
    except (etree.ParserError, ValueError):
        return Shown("", 0)
    own, quoted = _text(tree, quotes=False), _text(tree, quotes=True)
    if not own:
        return Shown(quoted, 0)
    return Shown(own, quoted.count("\n") - own.count("\n"))


def _without_declaration(page: str) -> str:
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", page)


def _text(tree: html.HtmlElement, *, quotes: bool) -> str:
    pieces: list[str] = []
    _collect(tree, pieces, quotes, 0)
    text = "".join(pieces)
    paragraphs = re.split(rf"{_BREAK}+|{_LINE}\s*{_LINE}[\s{_LINE}]*", text)
    lines = ("\n".join(filter(None, (" ".join(line.split()) for line in part.split(_LINE)))) for part in paragraphs)
    return "\n\n".join(filter(None, lines))


def _collect(element: html.HtmlElement, pieces: list[str], quotes: bool, depth: int) -> None:
    tag = element.tag
    if not isinstance(tag, str) or _is_unseen(element, tag) or depth > _DEEPEST:
        return
    if tag == "blockquote" and not quotes and _is_quoted(element):
        _drop_attribution(pieces)
        return
    edge = _BREAK if tag in _BLOCKS else ""
    pieces.append(_LINE if tag == "br" else edge)
    pieces.append(_clean(element.text))
    for child in element:
        _collect(child, pieces, quotes, depth + 1)
        pieces.append(_clean(child.tail))
    pieces.append(edge)


def _clean(text: str | None) -> str:
    """Marks of our own cannot come from outside; what fills lines invisibly in newsletters goes."""
    return re.sub(r"[\0\1\u00ad\u034f\u200b-\u200f\u2060\ufeff]", "", text or "")


def _is_unseen(element: html.HtmlElement, tag: str) -> bool:
    return tag in _UNSEEN or "hidden" in element.attrib or bool(_NOT_SHOWN.search(element.get("style") or ""))


def _is_quoted(element: html.HtmlElement) -> bool:
    """As mail programs mark the message that is answered; other quotations are the author's."""
    return (element.get("type") or "").lower() == "cite" or "quote" in (element.get("class") or "")


def _drop_attribution(pieces: list[str]) -> None:
    """The line that says who wrote what is quoted."""
    while pieces and pieces[-1] in ("", _BREAK, _LINE):
        pieces.pop()
    end = len(pieces)
    while end and _BREAK not in pieces[end - 1] and _LINE not in pieces[end - 1]:
        end -= 1
    line = "".join(pieces[end:]).strip()
    if line.endswith(":") and any(character.isdigit() or character == "@" for character in line):
        del pieces[end:]
    pieces.append(_BREAK)
