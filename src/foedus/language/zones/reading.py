"""A document to its zones: each paragraph by its words, then by its place and by what stands above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foedus.language.identify import UNDECIDED, language
from foedus.language.paragraphs import paragraphs
from foedus.language.zones.headings import with_headings
from foedus.language.zones.inside import inside
from foedus.language.zones.sections import below
from foedus.language.zones.wording import Told, by_words, closing
from foedus.language.zones.zone import Zone

_BEHIND = frozenset({"boilerplate", "credit", "dateline", "caption"})
"""Kinds of paragraphs that may stand behind an author's note."""


def zones(document_text: str, title: str | None, lang: str) -> list[Zone]:
    """One zone for each paragraph of the document, and for what stands apart in them, in order of start.

    `lang` is the document's language, taken where a paragraph's own cannot be told. The lead is the first
    paragraph of the body.
    """
    places = paragraphs(document_text)
    texts = [document_text[start:end] for start, end in places]
    spoken = [_language(text, lang) for text in texts]
    found: list[Zone] = []
    lead = False
    for (start, end), told, own in zip(places, _told(texts, title, spoken, lang), spoken, strict=True):
        if told is None:
            found += inside(document_text, start, end, "body" if lead else "lead", own)
            lead = True
        else:
            found += _apart(document_text, start, end, told, own)
    return found


def _apart(text: str, start: int, end: int, told: Told, lang: str) -> Iterator[Zone]:
    """The zones of a paragraph that is no text: its words, and the credit before or behind them."""
    first, last = start + told.head, end if told.tail < 0 else start + told.tail
    if first > start:
        yield Zone("credit", start, start + len(text[start:first].rstrip()), lang, told.reason)
    yield Zone(told.kind, first, first + len(text[first:last].rstrip()), lang, told.reason)
    if last < end:
        yield Zone("credit", last, end, lang, told.reason)


def _language(paragraph: str, lang: str) -> str:
    """The paragraph's language, the document's where it cannot be told."""
    guess = language(paragraph, lang)
    return lang if guess.lang == UNDECIDED else guess.lang


def _told(texts: Sequence[str], title: str | None, spoken: Sequence[str], lang: str) -> list[Told | None]:
    """What each paragraph is; None for text."""
    told = [by_words(text, (own, lang)) for text, own in zip(texts, spoken, strict=True)]
    told = below(with_headings(told, texts, title), texts)
    for i in range(len(texts) - 1, -1, -1):
        each = told[i]
        if each is not None and each.kind in _BEHIND:
            continue
        note = closing(texts[i], (spoken[i], lang)) if None in told[:i] else None
        if note is None:
            break
        told[i] = note
    return told
