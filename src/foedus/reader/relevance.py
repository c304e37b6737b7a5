"""Whether a document is worth parsing: a sentence of it has a unit's words and somebody or something that can act.

Decided on words alone, in one pass of an automaton; most texts end there. What a claim needs beside its sentence (arms,
a military context, an organisation) must stand somewhere in the document, since memory may bring it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, reduce
from itertools import chain
from operator import or_
from typing import NamedTuple

import numpy as np

from foedus.gazetteer.entities import Entities
from foedus.gazetteer.fold import Folded, fold
from foedus.gazetteer.marking import Mark, names, titles
from foedus.gazetteer.marks import Marked, Marks, Standing
from foedus.language.forms import WHOLE, Forms, forms
from foedus.model.vocabulary import Kind
from foedus.reader.kinds import ITEMS, PARTIES
from foedus.reader.lexicon import Lexicon, load_lexicon
from foedus.reader.triggers import Triggers, told_by, triggers_of
from foedus.reader.trust import NEEDED
from foedus.reader.unit import Unit

Spans = Sequence[tuple[int, int]]

TRIGGER, NAMED, ARMS, MILITARY, ORGANISATION = (1 << bit for bit in range(5))
SURE_OR_NOT: frozenset[Kind] = PARTIES | {"system"}
"""What counts as named even where the words may mean something else."""
ACTORS: frozenset[Kind] = frozenset({"person", "force", "mission"})
WORTH = TRIGGER | NAMED
NEEDS: Mapping[str, int] = {"arms": ARMS, "mil": MILITARY, "force": MILITARY}
"""Without which no unit of the gate makes a claim; a party may be a pronoun's."""


class Look(NamedTuple):
    """What one language's words say of a text."""

    present: int
    """All marks of the text."""
    units: Iterator[Unit]
    """Units whose words stand in one sentence beside a name, as they are asked for."""


class Relevance:
    """The test for one language. Load once."""

    def __init__(self, triggers: Triggers, names: Iterable[Marked], words: Mapping[bytes, int]) -> None:
        self._triggers = triggers
        self._marks = Marks(names, words)

    @classmethod
    @cache
    def load(cls, lang: str) -> "Relevance":
        """For a language that has a lexicon and lemmas."""
        lexicon, table = load_lexicon(lang), forms(lang)
        triggers = triggers_of(lexicon, table)
        mark = marker(Entities.load())
        return cls(
            triggers,
            chain(names(lang, mark), titles(lang, mark)),
            _words(triggers, lexicon, table),
        )

    def standing(self, folded: Folded) -> Standing:
        """Names and trigger words of the text that was folded: where they stand, and their marks."""
        return self._marks.standing(folded)

    def look(self, text: str, folded: Folded, sentences: Spans) -> Look:
        """What the text's words say."""
        standing = self.standing(folded)
        near = _near(standing, sentences) if standing.union & WORTH == WORTH else []
        units = (unit for start, end in near for unit in self._triggers.units(folded.part(text, start, end)))
        return Look(standing.union, units)


def _near(standing: Standing, sentences: Spans) -> list[tuple[int, int]]:
    """Sentences that have a trigger word and a name."""
    bounds = np.array(sentences)
    places = bounds[:, 0].searchsorted(standing.starts, "right") - 1
    inside = standing.ends <= bounds[places, 1]
    found = np.ones(len(sentences), dtype=bool)
    for mark in (TRIGGER, NAMED):
        found &= np.bincount(places[inside & (standing.marks & mark != 0) & (places >= 0)], minlength=len(found)) > 0
    return [sentences[place] for place in found.nonzero()[0].tolist()]


def is_relevant(text: str, sentences: Iterable[tuple[int, int, str]]) -> bool:
    """Whether one of the sentences (start, end, language; in text order) makes the document worth a parse.

    A sentence in a language whose forms are not known does.
    """
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for start, end, lang in sentences:
        spans[lang].append((start, end))
    if not WHOLE.issuperset(spans):
        return True
    folded = fold(text)
    looks = [Relevance.load(lang).look(text, folded, found) for lang, found in spans.items()]
    lacking = ~reduce(or_, (look.present for look in looks), 0)
    return any(not needs(unit) & lacking for look in looks for unit in look.units)


def needs(unit: Unit) -> int:
    """Marks that the document must have for the unit to make a claim."""
    organisation = NEEDED.get(unit.type) == frozenset({"organisation"})
    return NEEDS.get(unit.gate, 0) | (ORGANISATION if organisation else 0)


def marker(entities: Entities) -> Mark:
    """Which marks an entity's name has."""

    @cache
    def mark(kind: Kind, key: str, certain: bool) -> int:
        arms = kind in ITEMS and entities.is_arms(key)
        marks = NAMED if kind in SURE_OR_NOT or (certain and (arms or kind in ACTORS)) else 0
        marks |= ARMS if arms else 0
        marks |= MILITARY if arms or kind == "force" or (kind in ITEMS and certain) else 0
        return marks | (ORGANISATION if kind == "organisation" else 0)

    return mark


def _words(triggers: Triggers, lexicon: Lexicon, table: Forms) -> dict[bytes, int]:
    """Folded words that units need, and those that make a context military."""
    marks = dict.fromkeys(triggers.keys(), TRIGGER)
    for lemma in lexicon.cues("forces") | lexicon.cues("military"):
        for form in told_by(table.of_any(lemma)):
            marks[form] = marks.get(form, 0) | MILITARY
    return marks
