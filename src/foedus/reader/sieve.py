"""A text that cannot make a claim, told before it is taken apart: no zones, no sentences, not even its language.

It asks what `relevance` asks, but of whole paragraphs and in every language that can be read, so that it lets through
whatever that lets through. Most of the world's news stops here. Words are looked up one by one with what they may
stand as, which is remembered; names are looked for only where a paragraph has a unit's words.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from foedus.gazetteer.fold import Folded, fold
from foedus.gazetteer.marks import Standing
from foedus.language.forms import WHOLE
from foedus.language.paragraphs import paragraphs
from foedus.reader.relevance import NAMED, Relevance, needs, triggers_in
from foedus.reader.stretches import LONGEST, cut
from foedus.reader.triggers import CACHE, forms_of, lemmas_of
from foedus.reader.unit import Unit

Span = tuple[int, int]


class Sieve:
    """Load once for the languages that a reader reads; `own` is a user's lexicon folder."""

    def __init__(self, langs: frozenset[str], own: Path | None = None) -> None:
        self._langs = sorted(langs)
        self._own = own
        self._triggers = {lang: triggers_in(lang, own) for lang in self._langs}
        self._begin = lru_cache(CACHE)(self._languages_begun)

    @classmethod
    def load(cls, langs: frozenset[str], own: Path | None = None) -> "Sieve":
        """The sieve of some languages, made once."""
        return _loaded(langs, own)

    def lets_through(self, text: str) -> bool:
        """Whether words of the text can make a claim in one of the languages."""
        text = cut(text)
        begun = self.begun(text)
        return bool(begun) and _Look(self, text, begun).finds()

    def begun(self, text: str) -> set[str]:
        """Languages in which a word of the text may be the rarest word of a unit."""
        return set().union(*map(self._begin, set(text.split())))

    def units(self, lang: str, text: str) -> Iterator[Unit]:
        """A language's units whose words all stand in the text."""
        return self._triggers[lang].made_of(_stands_as(lang, text))

    def test(self, lang: str) -> Relevance:
        """What tells a language's names."""
        return Relevance.load(lang, self._own)

    @property
    def named(self) -> list[str]:
        """Languages in which a claim needs a name in its sentence."""
        return [lang for lang in self._langs if lang in WHOLE]

    def _languages_begun(self, run: str) -> frozenset[str]:
        """Languages in which a word of a run without spaces may be the rarest word of a unit."""
        words = {lang: self._triggers[lang].by_word.keys() for lang in self._langs}
        return frozenset(lang for lang in self._langs if not words[lang].isdisjoint(_run_stands_as(lang, run)))


@cache
def _loaded(langs: frozenset[str], own: Path | None) -> Sieve:
    return Sieve(langs, own)


def _stands_as(lang: str, text: str) -> set[str]:
    """What the words of a text may stand as; runs without spaces come again and again, punctuation and all."""
    found: set[str] = set()
    return found.union(*(_run_stands_as(lang, run) for run in set(text.split())))


@lru_cache(CACHE)
def _run_stands_as(lang: str, run: str) -> frozenset[str]:
    """What the words of a run may stand as, whole and, where a sentence may end at a hyphen, in their parts."""
    forms = forms_of(run)
    parts = {part for form in forms for part in form.split("-")}
    return frozenset().union(*(lemmas_of(lang, form) for form in forms | parts))


class _Look:
    """One look at a text in the languages that have begun a unit in it; what is looked up is looked up once."""

    def __init__(self, sieve: Sieve, text: str, begun: set[str]) -> None:
        self._sieve = sieve
        self._text = text
        self._begun = begun
        self._standing: dict[str, Standing] = {}
        self._folded: Folded | None = None

    def finds(self) -> bool:
        """Whether a paragraph has a unit's words and, where the language needs it, a name."""
        places = paragraphs(self._text)
        if any(end - start > LONGEST for start, end in places):
            return True  # it is cut where there are spaces, words perhaps too: left to the test by sentences
        return any(self._finds_in(lang, places) for lang in sorted(self._begun))

    def _finds_in(self, lang: str, places: Sequence[Span]) -> bool:
        if lang in WHOLE:
            places = _with_name(self._stands(lang), places)
            return any(
                not needs(unit) & ~self._present(needs(unit))
                for start, end in places
                for unit in self._sieve.units(lang, self._text[start:end])
            )
        return any(True for start, end in places for _ in self._sieve.units(lang, self._text[start:end]))

    def _present(self, wanted: int) -> int:
        """Marks that the text has, in as many languages as it takes to have those that are wanted."""
        present = 0
        for lang in self._sieve.named:
            if not wanted & ~present:
                break
            present |= self._stands(lang).union
        return present

    def _stands(self, lang: str) -> Standing:
        if lang not in self._standing:
            self._folded = self._folded or fold(self._text)
            self._standing[lang] = self._sieve.test(lang).standing(self._folded)
        return self._standing[lang]


def _with_name(standing: Standing, places: Sequence[Span]) -> list[Span]:
    """The spans in which a name stands."""
    starts = standing.starts[standing.marks & NAMED != 0].tolist()
    found: list[Span] = []
    at = 0
    for start, end in places:
        while at < len(starts) and starts[at] < start:
            at += 1
        if at < len(starts) and starts[at] < end:
            found.append((start, end))
    return found
