"""Facts gathered from a text, paragraph by paragraph in its own language: entities, figures, names, everyday words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from foedus.gazetteer.mention import Sense
from foedus.gazetteer.scanner import Scanner
from foedus.language.fold import fold
from foedus.language.identify import UNDECIDED, language
from foedus.language.languagemarks import marks
from foedus.language.quotations import quotations
from foedus.lineage.crossing.fact import Fact, FactKind, Quotation
from foedus.lineage.crossing.figures import figures
from foedus.lineage.crossing.names import names, types
from foedus.lineage.crossing.words import LANGS, ideas, load_ideas

_ENOUGH = 60
"""Code points from which a paragraph may be in another language than its document."""
_LOOKED_AT = 40
_OWN = 5
"""Frequent words of a language, among the first ones looked at, that settle it."""
_STOPS = '.!?…:;»”"'
_LEAST_LISTED = 4
_LONGEST_HEADLINE = 20
"""Words."""
_LISTED = 0.75
"""Share of a page's lines that makes it a list of headlines."""
_QUOTED_WORDS = 4
"""Words that make a quotation; fewer are a name or a word at a distance."""
_NO_FACTS = frozenset({"office"})


def paragraph_language(paragraph: str, around: str) -> str:
    """The language of a paragraph: the document's unless it is long and clearly in another one."""
    if around in LANGS and (len(paragraph) < _ENOUGH or _reads_like(paragraph, around)):
        return around
    own = language(paragraph, around).lang
    return around if own == UNDECIDED else own


def _reads_like(paragraph: str, lang: str) -> bool:
    """Whether some of the first words are the language's frequent ones: most paragraphs need no closer look."""
    frequent = marks().words
    return (
        sum(lang in frequent.get(word, ()) for word in paragraph.lower().split(None, _LOOKED_AT)[:_LOOKED_AT]) >= _OWN
    )


def facts_in(text: str, published: str | None, parts: Iterable[tuple[int, int, str]]) -> Iterator[Fact]:
    """The facts of some paragraphs with their languages, in text order, none overlapping."""
    folded = fold(text)
    for own, stretch in _stretches(parts):
        start, end = stretch
        day = None if published is None else published[:10]
        known = list(_mentions(text, start, end, own))
        told = list(figures(folded, start, end, own, day))
        free = [*types(text, start, end), *names(text, start, end, own), *load_ideas(own).find(text, start, end)]
        yield from _apart((known, told, free))


def is_listing(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether most lines are headlines: short, and without a mark at their end."""
    lines = [text[start:end] for start, end in spans]
    bare = sum(line[-1] not in _STOPS and len(line.split()) <= _LONGEST_HEADLINE for line in lines)
    return len(lines) >= _LEAST_LISTED and bare > _LISTED * len(lines)


def quotations_in(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Quotation]:
    """Quotations of some length, the outer ones alone."""
    reached = 0
    for quote in chain.from_iterable(quotations(text, start, end) for start, end in spans):
        words = len(text[quote.start : quote.end].split())
        if quote.start >= reached and words >= _QUOTED_WORDS:
            reached = quote.end
            yield Quotation(quote.start, quote.end, words)


def _stretches(parts: Iterable[tuple[int, int, str]]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Paragraphs of one language in a row, as one stretch of text."""
    open_: tuple[str, tuple[int, int]] | None = None
    for start, end, own in parts:
        if open_ and open_[0] == own:
            open_ = own, (open_[1][0], end)
            continue
        if open_:
            yield open_
        open_ = own, (start, end)
    if open_:
        yield open_


def _mentions(text: str, start: int, end: int, lang: str) -> Iterator[Fact]:
    whole = text if (start, end) == (0, len(text)) else text[start:end]
    for mention in _scanner().scan(whole, lang):
        sense = mention.senses[0]
        if (sense.certain or sense.kind == "system") and sense.form != "noise" and sense.kind not in _NO_FACTS:
            yield Fact(start + mention.start, start + mention.end, _kind(sense), sense.entity)


def _kind(sense: Sense) -> FactKind:
    """A class of things that has an everyday word's name is that idea."""
    if sense.kind == "item_class":
        return "idea" if sense.entity in ideas() else "thing"
    return "thing" if sense.kind == "system" else "state" if sense.kind == "state" else "entity"


def _apart(groups: Sequence[Sequence[Fact]]) -> list[Fact]:
    """The facts in text order, none overlapping; those of an earlier group go first, within one the longest."""
    kept: list[Fact] = []
    taken: set[int] = set()
    for group in groups:
        for fact in sorted(group, key=lambda one: (one.start - one.end, one.start)):
            places = range(fact.start, fact.end)
            if taken.isdisjoint(places):
                taken.update(places)
                kept.append(fact)
    return sorted(kept)


@cache
def _scanner() -> Scanner:
    return Scanner.load()
