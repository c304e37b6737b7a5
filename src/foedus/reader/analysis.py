"""A document taken apart: zones, languages, sentences with their parses and names, quotations."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from foedus.gazetteer.mention import Mention
from foedus.gazetteer.scanner import Scanner
from foedus.gazetteer.titles import Titles
from foedus.language import pipelines
from foedus.language.parse import Sentence
from foedus.language.pipelines import Choices
from foedus.language.quotations import Quote, quotations
from foedus.language.sentences import split
from foedus.language.zones import Zone, zones
from foedus.model.document import Document, Note
from foedus.model.vocabulary import ZoneKind
from foedus.reader.relevance import is_relevant
from foedus.reader.view import View

LONGEST = 2000
"""Characters of the longest stretch that is read as one sentence."""
SILENT = frozenset({"boilerplate", "dateline", "credit"})
"""Zones that give no claims."""


class Analysis(NamedTuple):
    """Views in text order, each with its language; quotations in text order; notes on what was not read."""

    views: list[View]
    langs: list[str]
    quotes: list[Quote]
    brackets: list[tuple[int, int]]
    notes: list[Note]

    def quote_at(self, start: int, end: int) -> Quote | None:
        """The quotation that holds the span."""
        return next((quote for quote in self.quotes if quote.start <= start and end <= quote.end), None)


def analyse(
    document: Document,
    scanner: Scanner,
    readable: frozenset[str],
    choices: Choices,
    *,
    own: Path | None = None,
    sift: bool = True,
) -> Analysis:
    """Take a document apart; paragraphs in a language that is not `readable` are noted and left out.

    With `sift` a document whose words cannot make a claim is not parsed and has no views; `own` is a user's lexicon
    folder.
    """
    text = document.text
    parts: list[tuple[int, int, str, ZoneKind, int]] = []
    quotes: list[Quote] = []
    brackets: list[tuple[int, int]] = []
    unread: set[str] = set()
    for number, zone in enumerate(zones(text, document.title, document.lang)):
        if zone.kind in SILENT:
            continue
        if zone.kind == "bracket":
            brackets.append((zone.start, zone.end))
            continue
        lang = _language(zone, document.lang)
        if lang not in readable:
            unread.add(lang)
            continue
        quotes.extend(quotations(text, zone.start, zone.end))
        stop = text.rfind(" / ", zone.start, zone.end) if zone.kind == "caption" else -1  # "caption / credit"
        for start, end in _bounded(text, split(text, zone.start, zone.end if stop < 0 else stop, lang)):
            parts.append((start, end, lang, zone.kind, number))  # type: ignore[arg-type]  # brackets are gone
    parts.sort(key=lambda part: part[0])
    if sift and not is_relevant(text, [part[:3] for part in parts], own):
        parts = []
    sentences = _parse(_without(text, brackets), parts, choices)
    views: list[View] = []
    langs: list[str] = []
    mentions = {lang: _names(text, lang, scanner) for lang in {part[2] for part in parts}}
    starts = {lang: [mention.start for mention in found] for lang, found in mentions.items()}
    for (start, end, lang, kind, number), sentence in zip(parts, sentences, strict=True):
        if sentence is None:
            continue
        inside = _between(mentions[lang], starts[lang], start, end)
        views.append(View(text, len(views), sentence, inside, kind, number))
        langs.append(lang)
    notes = [Note("not-read", f"paragraphs in {lang!r} were not read: no lexicon") for lang in sorted(unread)]
    return Analysis(views, langs, sorted(quotes, key=lambda quote: quote.start), brackets, notes)


def _bounded(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, cut at white space where one is longer than any sentence: work must not grow with its square."""
    for start, end in spans:
        while end - start > LONGEST:
            cut = max(text.rfind(" ", start + 1, start + LONGEST), text.rfind("\n", start + 1, start + LONGEST))
            cut = cut if cut > start else start + LONGEST
            yield start, cut
            start = cut  # noqa: PLW2901 - the rest of the same span
        yield start, end


def _names(text: str, lang: str, scanner: Scanner) -> list[Mention]:
    """Names and titles in text order; a title swallows the adjective or name of its owner ("the French president")."""
    scan = scanner.read(text, lang)
    titles = [
        Mention(title.start, title.end, title.text, title.senses)
        for title in Titles.load(lang).scan(scan)
        if title.senses and title.senses[0].certain
    ]
    free = [
        mention
        for mention in scan.mentions()
        if not any(title.start < mention.end and mention.start < title.end for title in titles)
    ]
    return sorted([*titles, *free], key=lambda mention: mention.start)


def _without(text: str, brackets: Sequence[tuple[int, int]]) -> str:
    """The text with editor's brackets as spaces, so that they do not cut a sentence's syntax; offsets stay."""
    for start, end in brackets:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _language(zone: Zone, document: str) -> str:
    return document if zone.lang in ("und", "", None) else zone.lang


def _parse(text: str, parts: Sequence[tuple[int, int, str, ZoneKind, int]], choices: Choices) -> list[Sentence | None]:
    """Parses in the order of the parts, one batch a language; None where a span has no words."""
    parsed: list[Sentence | None] = [None] * len(parts)
    by_lang: dict[str, list[int]] = defaultdict(list)
    for place, part in enumerate(parts):
        by_lang[part[2]].append(place)
    for lang, places in by_lang.items():
        spans = [(parts[place][0], parts[place][1]) for place in places]
        found = pipelines.load(lang, choices.get(lang, pipelines.SHIPPED)).parse(text, spans)
        by_start = {span[0]: place for span, place in zip(spans, places, strict=True)}
        ordered = sorted(by_start)
        for sentence in found:
            parsed[by_start[ordered[bisect_right(ordered, sentence.start) - 1]]] = sentence
    return parsed


def _between(mentions: Sequence[Mention], starts: Sequence[int], start: int, end: int) -> list[Mention]:
    low = bisect_right(starts, start - 1)
    found = []
    for mention in mentions[low:]:
        if mention.start >= end:
            break
        if mention.end <= end:
            found.append(mention)
    return found
