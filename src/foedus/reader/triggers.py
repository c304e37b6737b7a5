"""The lexicon's words as they stand in texts, without a parse: what must stand in a sentence for a unit to match.

Lossless: a sentence without these words cannot match. Not exact: syntax and parts of speech are left to the matcher.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from foedus.gazetteer.fold import keys, words
from foedus.language.forms import Forms
from foedus.reader.lexicon import Lexicon
from foedus.reader.unit import POS_TAGS, Unit

Word = tuple[str, str]
"""A word of units: its lemma, and its part of speech as an anchor or "" as a further word."""


class Triggers(NamedTuple):
    """Units by their words. A form of several words (with a hyphen) is told by the longest of them."""

    by_form: Mapping[bytes, frozenset[Word]]
    """The words that a folded form may be."""
    by_key: Mapping[Word, tuple[tuple[Unit, frozenset[Word]], ...]]
    """Units by their longest word, which is mostly the rarest, with the others that must stand beside it."""

    def keys(self) -> Iterator[bytes]:
        """Folded forms without which no unit stands in a text."""
        return (form for form, found in self.by_form.items() if not found.isdisjoint(self.by_key))

    def units(self, letters: bytes) -> Iterator[Unit]:
        """Units whose words all stand in folded text."""
        found: set[Word] = set()
        for form in set(words(letters)):
            found |= self.by_form.get(form, frozenset())
        for word in found:
            for unit, others in self.by_key.get(word, ()):
                if others <= found:
                    yield unit


def triggers_of(lexicon: Lexicon, forms: Forms) -> Triggers:
    """The words of a lexicon's units in all their forms. Small words are not asked for: they stand everywhere."""
    small = lexicon.small.determiners | lexicon.small.prepositions | lexicon.small.trailing
    by_key: dict[Word, list[tuple[Unit, frozenset[Word]]]] = defaultdict(list)
    by_form: dict[bytes, set[Word]] = defaultdict(set)
    asked: set[Word] = set()
    for unit in lexicon.units:
        anchor = (unit.words.anchor, unit.pos)
        others = {(word, "") for word in unit.words.rest if word not in small}
        key = max((anchor, *sorted(others)), key=lambda word: len(word[0]))
        by_key[key].append((unit, frozenset(({anchor} | others) - {key})))
        asked |= {anchor} | others
    for word in asked:
        for form in told_by(forms_of(forms, word)):
            by_form[form].add(word)
    return Triggers(
        {form: frozenset(found) for form, found in by_form.items()},
        {word: tuple(units) for word, units in by_key.items()},
    )


def forms_of(forms: Forms, word: Word) -> set[str]:
    """Forms in which a word of units may stand; a further word may be any part of speech."""
    lemma, pos = word
    if pos:
        return {form for upos in POS_TAGS[pos] for form in forms.of(lemma, upos)}
    return forms.of_any(lemma)


def told_by(listed: Iterable[str]) -> set[bytes]:
    """Folded words that tell of the forms: of each its longest."""
    return {max(words(key), key=len) for key in keys(sorted(listed)) if words(key)}
