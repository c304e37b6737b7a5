"""Zones of a document: headline, lead, body, caption, credit, boilerplate, dateline and editor's brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from foedus.language.fold import fold
from foedus.language.identify import UNDECIDED, language
from foedus.language.paragraphs import paragraphs
from foedus.language.zonepatterns import holds, starts

ZoneKind = Literal["headline", "lead", "body", "caption", "credit", "boilerplate", "dateline", "bracket"]

_HEADLINE = 220  # characters that a first line may have and still be a headline
_SUBHEADLINE = 130
_SHORT = 260  # characters up to which a paragraph may be a credit, caption or boilerplate line
_DATELINE = 90
_ABOVE = 4  # paragraphs that may stand above the text: motto, date line, title
_STOP = re.compile(r"[.!?…:;,][\s»”\"')\]]*$")
_FULL_STOP = re.compile(r"[.:;,][\s»”\"')\]]*$")
_BULLET = re.compile(r"[•●▪◦‣·*>–—-]\s*\S|\d+[.)]\s")
_BRACKET = re.compile(r"\[([^\[\]\n]{2,400})\]|\(([^()\n]{2,400})\)")
_ELLIPSIS = re.compile(r"[\W\d_]*")
_SPACES = re.compile(r"\s+")

_BY_START: tuple[tuple[str, ZoneKind], ...] = (
    ("date_line", "dateline"),
    ("boilerplate", "boilerplate"),
    ("caption", "caption"),
    ("credit", "credit"),
    ("byline", "credit"),
)


class Zone(NamedTuple):
    """A span of the document and what it is; a bracket lies inside its paragraph's zone, the others are apart."""

    kind: ZoneKind
    start: int
    end: int
    lang: str


def zones(document_text: str, title: str | None, lang: str) -> list[Zone]:
    """One zone for each paragraph of the document, and for datelines and brackets in them, in order of start.

    `lang` is the document's language, taken where a paragraph's own cannot be told. The lead is the first
    paragraph of the body.
    """
    places = paragraphs(document_text)
    spoken = [_language(document_text[start:end], lang) for start, end in places]
    kinds = _kinds([document_text[start:end] for start, end in places], title, spoken, lang)
    found: list[Zone] = []
    for (start, end), kind, own in zip(places, kinds, spoken, strict=True):
        if kind in {"lead", "body"}:
            found += _inside(document_text, start, end, kind, own)
        else:
            found.append(Zone(kind, start, end, own))
    return found


def _language(paragraph: str, lang: str) -> str:
    """The paragraph's language, the document's where it cannot be told."""
    guess = language(paragraph, lang)
    return lang if guess.lang == UNDECIDED else guess.lang


def _kinds(texts: list[str], title: str | None, spoken: list[str], lang: str) -> list[ZoneKind]:
    known = _key(title) if title else ""
    kinds: list[ZoneKind] = []
    for i, text in enumerate(texts):
        last = i == len(texts) - 1
        kind = _line_kind(text, (spoken[i], lang))
        titled = _key(text) == known if known else i == 0 and kind in {"caption", "credit"} and _opens(text)
        first = not {"headline", "body"} & set(kinds)
        if titled or (kind is None and _is_headline(text, first, last)):
            kind = "headline"
        kinds.append(kind or "body")
    _clear_above(kinds, texts)
    if "body" in kinds:
        kinds[kinds.index("body")] = "lead"
    return kinds


def _line_kind(text: str, langs: tuple[str, str]) -> ZoneKind | None:
    """What a line is by its wording alone: None for a headline or body paragraph."""
    if not any(c.isalnum() for c in text):
        return "boilerplate"
    if len(text) > _SHORT:
        return None
    for lang in dict.fromkeys(langs):
        named = next((kind for pattern, kind in _BY_START if starts(lang, pattern, text)), None)
        if named:
            return named
        credit = holds(lang, "credit_end", text)
        if credit:
            return "caption" if credit.start() > 0 else "credit"
    return None


def _is_headline(text: str, first: bool, last: bool) -> bool:
    """A short line without a full stop; further down also without question mark, bullet, and with text after it."""
    if last or _FULL_STOP.search(text):
        return False
    if first:
        return len(text) <= _HEADLINE
    return len(text) <= _SUBHEADLINE and not _STOP.search(text) and not _BULLET.match(text)


def _opens(text: str) -> bool:
    """A first line worded like a caption ("In pictures: …") is the headline unless it names a right or source."""
    return not _FULL_STOP.search(text) and not re.search(r"[©/\[(]", text)


def _clear_above(kinds: list[ZoneKind], texts: list[str]) -> None:
    """A sentence above a date line that stands above the headline is the site's motto."""
    head = kinds[:_ABOVE]
    if "dateline" not in head:
        return
    dated = head.index("dateline")
    if "headline" in kinds[:dated] or "headline" not in kinds[dated : dated + 3]:
        return
    for i in range(dated):
        if len(texts[i]) <= _SHORT:
            kinds[i] = "boilerplate"


def _inside(text: str, start: int, end: int, kind: ZoneKind, lang: str) -> Iterator[Zone]:
    """The paragraph without its dateline, the dateline, and the editor's brackets."""
    dateline = starts(lang, "dateline", text[start : min(end, start + _DATELINE)])
    begin = start
    if dateline and start + dateline.end() < end:
        begin += dateline.end()
        yield Zone("dateline", start, start + len(dateline.group().rstrip()), lang)
    yield Zone(kind, begin, end, lang)
    for match in _BRACKET.finditer(text, begin, end):
        square, words = bool(match.group(1)), match.group(1) or match.group(2)
        if _ELLIPSIS.fullmatch(words):
            continue
        if square or holds(lang, "editor", words):
            yield Zone("bracket", match.start(), match.end(), lang)


def _key(text: str) -> str:
    """The text for comparison with the title: case, spacing, typographic variants and the final stop do not count."""
    return _SPACES.sub(" ", fold(text)).strip().rstrip(".").lower()
