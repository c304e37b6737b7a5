"""A document taken apart: zones, languages, sentences with their parses and names, quotations."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, cast

from foedus.gazetteer.mention import Mention
from foedus.gazetteer.scanner import Scanner
from foedus.language import pipelines
from foedus.language.parse import Sentence
from foedus.language.pipelines import Choices
from foedus.language.quotations import Quote, quotations
from foedus.language.sentences import split
from foedus.language.zones import WORDLESS, Zone, zones
from foedus.model.document import Document, Note
from foedus.model.vocabulary import ZoneKind
from foedus.reader.captions import is_caption
from foedus.reader.naming import names_of
from foedus.reader.relevance import is_relevant
from foedus.reader.sieve import Sieve
from foedus.reader.stretches import bounded, cut, has_words
from foedus.reader.twins import Passage, twins
from foedus.reader.unread import Unread
from foedus.reader.view import View

SILENT = frozenset({"boilerplate", "dateline", "credit"})
"""Zones that give no claims."""
BRACKETS = frozenset("[](){}")
NEARLY = 0.4
"""Share of a document's characters from which the language that it is declared to be in is its main one."""


class Part(NamedTuple):
    """A stretch that may be read as one sentence: its offsets, language and zone, and its paragraph's number."""

    start: int
    end: int
    lang: str
    kind: ZoneKind
    number: int


class Analysis(NamedTuple):
    """Views in text order, each with its language; quotations in text order; notes on what was not read."""

    views: list[View]
    langs: list[str]
    quotes: list[Quote]
    brackets: list[tuple[int, int]]
    notes: list[Note]
    reach: tuple[int, ...] = ()
    """For each quotation the furthest end of those up to it: asking for the quotation at a place stays quick."""

    def quote_touching(self, start: int, end: int) -> Quote | None:
        """The first quotation that shares a character with the span."""
        place = bisect_right(self.reach, start)
        quote = self.quotes[place] if place < len(self.reach) else None
        return quote if quote and quote.start < end else None

    def quote_at(self, start: int, end: int) -> Quote | None:
        """The first quotation that holds the span."""
        place = bisect_left(self.reach, end)
        quote = self.quotes[place] if place < len(self.reach) else None
        return quote if quote and quote.start <= start else None


def analyse(
    document: Document,
    scanner: Scanner,
    readable: frozenset[str],
    choices: Choices,
    *,
    own: Path | None = None,
    sift: bool = True,
) -> Analysis:
    """Take a document apart; what is not read (see Unread) is noted and left out.

    With `sift` a document whose words cannot make a claim is not parsed and has no views; `own` is a user's lexicon
    folder.
    """
    text = cut(document.text)
    unread = Unread()
    unread.beyond = len(document.text) - len(text)
    found = zones(text, document.title, document.lang)
    unread.words = any(zone.reason != WORDLESS for zone in found)
    main = _main_language(found, document.lang)
    brackets = [(zone.start, zone.end) for zone in found if zone.kind == "bracket"]
    passages, parts = _parts(text, found, readable, unread)
    quotes = sorted(quote for passage in passages for quote in quotations(text, passage.start, passage.end))
    if sift and not is_relevant(text, [part[:3] for part in parts], own):
        parts = []
    mentions = {lang: names_of(text, lang, scanner) for lang in {part.lang for part in parts}}
    again = twins(text, [passage for passage in passages if passage.lang in mentions], mentions, main)
    unread.twins.update(passage.lang for passage in passages if passage.number in again)
    parts = [part for part in parts if part.number not in again]
    views, langs = _views(text, parts, _parse(_without(text, brackets), parts, choices), mentions)
    notes = unread.notes(len(document.text), document.lang, main)
    reach = tuple(accumulate((quote.end for quote in quotes), max))
    return Analysis(views, langs, quotes, brackets, notes, reach)


def is_worth_reading(
    document: Document,
    readable: frozenset[str],
    own: Path | None = None,
    *,
    stretch: tuple[int, int] | None = None,
) -> bool:
    """Whether words of a document, or those of a stretch (start, end) of it, can make a claim; asked without a parse.

    What a claim needs beside its sentence may stand anywhere in the document.
    """
    text = cut(document.text)
    if not Sieve.load(readable, own).lets_through(text):
        return False
    start, end = stretch or (0, len(text))
    _, parts = _parts(text, zones(text, document.title, document.lang), readable, Unread())
    return is_relevant(text, [part[:3] for part in parts if part.start < end and part.end > start], own)


def with_brackets(analysis: Analysis, document: Document, scanner: Scanner, choices: Choices) -> Analysis:
    """The analysis with the words of editor's brackets as views of their own behind all others, in the language of
    the sentence around them; each is a paragraph by itself."""
    views, langs = list(analysis.views), list(analysis.langs)
    readable = frozenset(pipelines.languages())
    number = max((view.paragraph for view in views), default=0)
    text = document.text
    for start, end in _outermost(analysis.brackets):
        inside = (start + (text[start] in BRACKETS), end - (text[end - 1] in BRACKETS))
        lang = _language_at(analysis, start) or document.lang
        if lang not in readable or inside[0] >= inside[1]:
            continue
        number += 1
        spans = [span for span in bounded(text, split(text, *inside, lang)) if has_words(text, *span)]
        parts = [Part(first, last, lang, "bracket", number) for first, last in spans]
        mentions = {lang: names_of(" " * inside[0] + text[slice(*inside)], lang, scanner)} if parts else {}
        found, _ = _views(text, parts, _parse(text, parts, choices), mentions)
        for view in found:
            view.index = len(views)
            views.append(view)
            langs.append(lang)
    return analysis._replace(views=views, langs=langs)


def without_brackets(analysis: Analysis) -> Analysis:
    """The analysis as it is without the views of brackets."""
    kept = [place for place, view in enumerate(analysis.views) if view.zone != "bracket"]
    return analysis._replace(
        views=[analysis.views[place] for place in kept], langs=[analysis.langs[place] for place in kept]
    )


def _outermost(brackets: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Brackets in text order, those that lie in another left out."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(brackets, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _language_at(analysis: Analysis, place: int) -> str | None:
    """The language of the sentence that holds a place; None where none does."""
    for view, lang in zip(analysis.views, analysis.langs, strict=True):
        if view.sentence.start <= place < view.sentence.end:
            return lang
    return None


def _main_language(found: Sequence[Zone], declared: str) -> str:
    """The language of most characters that are text; the declared one where nearly as many are in it."""
    said: Counter[str] = Counter()
    for zone in found:
        if zone.kind not in SILENT and zone.kind != "bracket":
            said[zone.lang] += zone.end - zone.start
    if not said or said[declared] >= NEARLY * said.total():
        return declared
    return max(sorted(said), key=lambda lang: said[lang])


def _parts(
    text: str, found: Sequence[Zone], readable: frozenset[str], unread: Unread
) -> tuple[list[Passage], list[Part]]:
    """The paragraphs that can be read and their sentences, in text order; the rest is counted."""
    passages: list[Passage] = []
    parts: list[Part] = []
    for number, zone in enumerate(found):
        if zone.kind in SILENT or zone.kind == "bracket":
            continue
        if zone.lang not in readable:
            unread.langs[zone.lang] += 1
            continue
        passages.append(Passage(number, zone.start, zone.end, zone.lang))
        for start, end in bounded(text, split(text, zone.start, zone.end, zone.lang)):
            if has_words(text, start, end):
                parts.append(Part(start, end, zone.lang, cast(ZoneKind, zone.kind), number))
            else:
                unread.wordless += end - start
    return passages, sorted(parts)


def _views(
    text: str, parts: Sequence[Part], sentences: Sequence[Sentence | None], mentions: Mapping[str, Sequence[Mention]]
) -> tuple[list[View], list[str]]:
    """A view of each part that has a parse, and its language."""
    starts = {lang: [mention.start for mention in names] for lang, names in mentions.items()}
    sentences_of = Counter(part.number for part in parts)
    views: list[View] = []
    langs: list[str] = []
    for part, sentence in zip(parts, sentences, strict=True):
        if sentence is None:
            continue
        inside = _between(mentions[part.lang], starts[part.lang], part.start, part.end)
        alone = part.kind == "body" and sentences_of[part.number] == 1
        zone: ZoneKind = "caption" if alone and is_caption(sentence) else part.kind
        views.append(View(text, len(views), sentence, inside, zone, part.number))
        langs.append(part.lang)
    return views, langs


def _without(text: str, brackets: Sequence[tuple[int, int]]) -> str:
    """The text with editor's brackets as spaces, so that they do not cut a sentence's syntax; offsets stay."""
    kept: list[str] = []
    at = 0
    for start, end in sorted(brackets):
        kept += [text[at:start], " " * (end - max(at, start))]
        at = max(at, end)
    return "".join([*kept, text[at:]]) if brackets else text


def _parse(text: str, parts: Sequence[Part], choices: Choices) -> list[Sentence | None]:
    """Parses in the order of the parts, one batch a language; None where a span has no words."""
    parsed: list[Sentence | None] = [None] * len(parts)
    by_lang: dict[str, list[int]] = defaultdict(list)
    for place, part in enumerate(parts):
        by_lang[part.lang].append(place)
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
