"""A page as lines to compare: its sentences with what they say beyond their language, and the words themselves."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from foedus.gazetteer.scanner import Scanner
from foedus.gazetteer.sounds import plain
from foedus.lineage.crossing.fact import Fact, FactKind
from foedus.lineage.crossing.facts import facts_of
from foedus.lineage.pages import Page
from foedus.reader.read import Parsed, Reader
from foedus.reader.view import View

if TYPE_CHECKING:
    from foedus.lineage.changes.predicates import Predicate

MEMO = "changes"
_WORD = re.compile(r"\w+")

Said = tuple[FactKind, str]
"""A fact without its place: kind and key."""


class Word(NamedTuple):
    """A word without case and accents, and its offsets."""

    form: str
    start: int
    end: int


class Line:
    """One sentence of a page. `facts` are in text order; offsets are code points of the page's text."""

    def __init__(self, view: View, lang: str, facts: Sequence[Fact]) -> None:
        self.view = view
        self.lang = lang
        self.facts = tuple(facts)
        self.start, self.end = view.sentence.start, view.sentence.end

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentence."""
        found = _WORD.finditer(self.view.text, self.start, self.end)
        return tuple(Word(plain(match[0]), match.start(), match.end()) for match in found)

    @cached_property
    def said(self) -> Mapping[Said, Fact]:
        """What the sentence says, each at its first place."""
        found: dict[Said, Fact] = {}
        for fact in self.facts:
            found.setdefault((fact.kind, fact.key), fact)
        return found


class Lines:
    """The lines of a page in text order, with what hears their voices."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.parsed: Parsed = _reader().taken_apart(page.document)
        facts = facts_of(page).facts
        starts = [fact.start for fact in facts]
        self.all = tuple(
            Line(view, lang, facts[bisect_left(starts, view.sentence.start) : bisect_left(starts, view.sentence.end)])
            for view, lang in zip(self.parsed.analysis.views, self.parsed.analysis.langs, strict=True)
        )
        self.said = frozenset((fact.kind, fact.key) for fact in facts)
        self.actions: dict[int, tuple[Predicate, ...]] = {}
        """Of each sentence by its place, once somebody has asked: several comparisons do."""


def lines_of(page: Page) -> Lines:
    """The page's lines, worked out once."""
    found = page.memo.get(MEMO)
    if not isinstance(found, Lines):
        found = page.memo[MEMO] = Lines(page)
    return found


@cache
def _reader() -> Reader:
    """Every sentence is parsed: what a copy turned around may no longer look like news of arms."""
    return Reader(Scanner.load(), {}, sift=False)
