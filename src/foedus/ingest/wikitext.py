"""The markup of MediaWiki to plain text: paragraphs and headings, no templates, tables, notes or files."""

import re
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import NamedTuple

import mwparserfromhell
import yaml
from mwparserfromhell.nodes import ExternalLink, Heading, HTMLEntity, Node, Tag, Template, Text, Wikilink
from mwparserfromhell.wikicode import Wikicode

_NOT_TEXT = frozenset("ref references gallery table math timeline score syntaxhighlight source style script".split())
_OTHER_WIKI = re.compile(r"[a-z-]{2,12}")
"""How links to the same article in another language, or to another wiki, begin."""
_SPACES = re.compile(r"[ \t\xa0]+")
_QUOTES = re.compile("'{2,}")
_BLANK_LINES = re.compile(r"\n{2,}")


class Markup(NamedTuple):
    """What `data/wiki.yaml` says, in lower case."""

    dates: frozenset[str]
    words: dict[str, int]
    ends: frozenset[str]
    apart: frozenset[str]
    """Beginnings of links to files and categories."""


class Article(NamedTuple):
    """An article as plain text, and the date that a template of it states, as written."""

    text: str
    date: str | None


def article(wikitext: str, apart: frozenset[str]) -> Article:
    """The text of an article; `apart` are beginnings of links, in lower case, that its wiki uses beside the usual."""
    markup = _markup()
    code = mwparserfromhell.parse(wikitext)
    date = next((_value(template, 1) for template in code.filter_templates() if _name(template) in markup.dates), None)
    _cut_end(code, markup.ends)
    return Article(_paragraphs(_Words(markup, apart).of(code)), str(date).strip() if date is not None else None)


@cache
def extractor() -> str:
    """The library that takes the markup away, with its version."""
    return f"mwparserfromhell/{version('mwparserfromhell')}"


class _Words:
    """The words that a reader of the wiki sees for its markup."""

    def __init__(self, markup: Markup, apart: frozenset[str]) -> None:
        self._templates = markup.words
        self._apart = markup.apart | apart

    def of(self, code: Wikicode | None) -> str:
        """The words of a piece of markup; none for none."""
        return "".join(map(self._node, code.nodes)) if code is not None else ""

    def _node(self, node: Node) -> str:
        words = ""  # comments, and what only templates of the wiki know
        match node:
            case Text():
                words = str(node.value)
            case Heading():
                words = f"\n\n{self.of(node.title)}\n\n"
            case HTMLEntity():
                words = str(node.normalize())
            case ExternalLink():
                words = self.of(node.title) if node.title or node.brackets else str(node.url)
            case Template() if _name(node) in self._templates:
                words = self.of(_value(node, self._templates[_name(node)]))
            case Wikilink():
                words = self._link(node)
            case Tag():
                words = self._tag(node)
        return words

    def _link(self, node: Wikilink) -> str:
        start, colon, _ = str(node.title).lstrip(": ").partition(":")
        if colon and (start.strip().lower() in self._apart or _OTHER_WIKI.fullmatch(start)):
            return ""
        return self.of(node.text if node.text is not None else node.title)

    def _tag(self, node: Tag) -> str:
        name = str(node.tag).strip().lower()
        if name in ("br", "hr"):
            return "\n"
        return "" if name in _NOT_TEXT else self.of(node.contents)


def _value(template: Template, place: int) -> Wikicode | None:
    """The value at a place, from 1, or the last (-1); None where there is none."""
    values = [parameter.value for parameter in template.params if not parameter.showkey]
    index = place - 1 if place > 0 else place
    return values[index] if -len(values) <= index < len(values) else None


def _name(template: Template) -> str:
    return str(template.name).strip().lower()


def _cut_end(code: Wikicode, ends: frozenset[str]) -> None:
    """Everything from the first section that only names other pages."""
    for heading in code.ifilter_headings(recursive=False):
        if _heading(heading) in ends:
            del code.nodes[code.index(heading) :]
            return


def _heading(heading: Heading) -> str:
    return str(heading.title.strip_code()).strip().rstrip(":").lower()


def _paragraphs(text: str) -> str:
    """Lines without spaces at their ends, and one blank line between paragraphs."""
    lines = (_SPACES.sub(" ", _QUOTES.sub("", line)).strip() for line in text.splitlines())
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


@cache
def _markup() -> Markup:
    record = yaml.safe_load(files("foedus.data").joinpath("wiki.yaml").read_bytes())
    return Markup(
        frozenset(record["dates"]),
        dict(record["words"]),
        frozenset(record["ends"]),
        frozenset(record["files"]) | frozenset(record["categories"]),
    )
