"""The lexicon's words as they stand in texts, without a parse: what must stand in a sentence for a unit to match.

Only units that mean their type by themselves are asked for: a document whose only possible triggers are weak words is
not about arms and alliances. Syntax and parts of speech are left to the matcher.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from foedus.language.lemmas import lemmatizer
from foedus.reader.lexicon import Lexicon
from foedus.reader.lexicon.words import normal
from foedus.reader.unit import Unit

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARTS = ("VERB", "NOUN", "ADJ")
_WHOLE = 3
"""Letters from which on a function word stands as it is written: shorter ones are elided or joined ("d'", "du")."""
CACHE = 1 << 17
Needed = tuple[frozenset[str], ...]
"""For each further word of a unit what it may stand as."""


class Triggers(NamedTuple):
    """One language's units by what their rarest word may stand as, with the other words that must stand beside it."""

    lang: str
    by_word: Mapping[str, tuple[tuple[Unit, Needed], ...]]

    def units(self, text: str) -> Iterator[Unit]:
        """Units whose words all stand in the text."""
        found: set[str] = set()
        for form in forms_of(text):
            found |= lemmas_of(self.lang, form)
        return self.made_of(found)

    def made_of(self, found: AbstractSet[str]) -> Iterator[Unit]:
        """Units whose words are all among those found."""
        for word in found & self.by_word.keys():
            for unit, others in self.by_word[word]:
                if not any(found.isdisjoint(some) for some in others):
                    yield unit


def forms_of(text: str) -> set[str]:
    """The words of a text as they are written."""
    return set(_WORD.findall(text))


def triggers_of(lexicon: Lexicon) -> Triggers:
    """The words of a lexicon's units that are not weak."""
    by_word: dict[str, list[tuple[Unit, Needed]]] = defaultdict(list)
    undone = frozenset(lexicon.small.contracted.values())
    for unit in lexicon.units:
        if unit.weak:
            continue
        words = unit.words
        longest = max(words.content, key=lambda k: max(map(len, words.accepted[k])))
        asked = {k for k, word in enumerate(words.words) if len(word) >= _WHOLE and word not in undone}
        others = tuple(words.accepted[k] for k in sorted((asked | {*words.content}) - {longest}))
        for word in words.accepted[longest]:
            by_word[word].append((unit, others))
    return Triggers(lexicon.lang, {word: tuple(units) for word, units in by_word.items()})


@lru_cache(CACHE)
def lemmas_of(lang: str, form: str) -> frozenset[str]:
    """The form and its lemmas as whatever part of speech, as units are compared."""
    lemmas = {normal(lemmatizer(lang).lemma(form, upos)) for upos in _PARTS}
    return frozenset({normal(form), *lemmas, *normal(form).split("-")})
