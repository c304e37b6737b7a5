"""The markup of MediaWiki to plain text: paragraphs and headings, no templates, tables, notes or files."""

import re
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import NamedTuple

import mwparserfromhell
import yaml
from mwparserfromhell.nodes import Heading, Tag, Template, Wikilink
from mwparserfromhell.wikicode import Wikicode

_NOT_TEXT = frozenset("ref references gallery table math timeline score syntaxhighlight source style script".split())
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
    for node in code.filter(recursive=True):
        if isinstance(node, Heading | Template | Tag | Wikilink):
            _replace(code, node, markup, apart)
    return Article(_paragraphs(code.strip_code(normalize=True, collapse=True)), date)


@cache
def extractor() -> str:
    """The library that takes the markup away, with its version."""
    return f"mwparserfromhell/{version('mwparserfromhell')}"


def _replace(code: Wikicode, node: Heading | Template | Tag | Wikilink, markup: Markup, apart: frozenset[str]) -> None:
    """A node that is no text by the text for which it stands, if any."""
    text = ""
    if isinstance(node, Template):
        text = _value(node, markup.words[_name(node)]) if _name(node) in markup.words else ""
    elif isinstance(node, Heading):
        text = f"\n\n{node.title}\n\n"
    elif isinstance(node, Tag):
        name = str(node.tag).strip().lower()
        if name not in _NOT_TEXT and name != "br":
            return
        text = "\n" if name == "br" else ""
    else:
        start, colon, _ = str(node.title).lstrip(": ").partition(":")
        known = start.strip().lower() in markup.apart | apart or re.fullmatch(r"[a-z-]{2,12}", start)
        if not colon or not known:
            return
    with suppress(ValueError):  # it may have gone with a node around it
        code.replace(node, text)


def _value(template: Template, place: int) -> str:
    """The value at a place, from 1, or the last (-1); nothing where there is none."""
    values = [str(parameter.value) for parameter in template.params if not parameter.showkey]
    index = place - 1 if place > 0 else place
    return values[index].strip() if -len(values) <= index < len(values) else ""


def _name(template: Template) -> str:
    return str(template.name).strip().lower()


def _cut_end(code: Wikicode, ends: frozenset[str]) -> None:
    """Everything from the first section that only names other pages."""
    for heading in code.ifilter_headings(recursive=False):
        if _heading(heading) in ends:
            del code.nodes[code.index(heading) :]
            return


def _heading(heading: Heading) -> str:
    return heading.title.strip_code().strip().rstrip(":").lower()


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
