"""Whether a document is worth parsing: a sentence of it has a unit's words and somebody or something that can act.

Names are found in one pass of an automaton, then the words of sentences that have one are looked up; most texts end
there. Only units that are not weak count, so a document whose possible triggers are all weak words is left. What a
claim needs beside its sentence (arms, a military context, an organisation) must stand somewhere in the document, since
memory may bring it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, reduce
from itertools import chain
from operator import or_
from pathlib import Path
from typing import NamedTuple

import numpy as np

from foedus.gazetteer.entities import Entities
from foedus.gazetteer.fold import Folded, fold, keys, words
from foedus.gazetteer.marking import Mark, names, titles
from foedus.gazetteer.marks import Marked, Marks, Standing
from foedus.language.forms import WHOLE, Forms, forms
from foedus.model.vocabulary import Kind
from foedus.reader.kinds import ITEMS, PARTIES
from foedus.reader.lexicon import Lexicon, load_lexicon
from foedus.reader.triggers import Triggers, triggers_of
from foedus.reader.trust import NEEDED
from foedus.reader.unit import Unit

Spans = Sequence[tuple[int, int]]

NAMED, ARMS, MILITARY, ORGANISATION = (1 << bit for bit in range(4))
SURE_OR_NOT: frozenset[Kind] = PARTIES | {"system"}
"""What counts as named even where the words may mean something else."""
ACTORS: frozenset[Kind] = frozenset({"person", "force", "mission"})
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
    def load(cls, lang: str, own: Path | None = None) -> "Relevance":
        """For a language that has a lexicon and lemmas; `own` is a user's lexicon folder."""
        return _loaded(lang, own)

    def standing(self, folded: Folded) -> Standing:
        """Names and military words of the text that was folded: where they stand, and their marks."""
        return self._marks.standing(folded)

    def look(self, text: str, folded: Folded, sentences: Spans) -> Look:
        """What the text's words say."""
        standing = self.standing(folded)
        near = _near(standing, sentences) if standing.union & NAMED else []
        return Look(standing.union, self._units(text, near))

    def _units(self, text: str, sentences: Spans) -> Iterator[Unit]:
        return (unit for start, end in sentences for unit in self._triggers.units(text[start:end]))


@cache
def _loaded(lang: str, own: Path | None) -> Relevance:
    lexicon, table = load_lexicon(lang, own), forms(lang)
    mark = marker(Entities.load())
    return Relevance(triggers_of(lexicon), chain(names(lang, mark), titles(lang, mark)), _words(lexicon, table))


def _near(standing: Standing, sentences: Spans) -> list[tuple[int, int]]:
    """Sentences that have a name."""
    bounds = np.array(sentences)
    places = bounds[:, 0].searchsorted(standing.starts, "right") - 1
    inside = (standing.ends <= bounds[places, 1]) & (standing.marks & NAMED != 0) & (places >= 0)
    return [sentences[place] for place in np.unique(places[inside]).tolist()]


def is_relevant(text: str, sentences: Iterable[tuple[int, int, str]], own: Path | None = None) -> bool:
    """Whether one of the sentences (start, end, language; in text order) makes the document worth a parse.

    In a language whose forms are not all known any unit's words do. `own` is a user's lexicon folder.
    """
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for start, end, lang in sentences:
        spans[lang].append((start, end))
    if any(_may_say(text, lang, spans.pop(lang), own) for lang in sorted(spans.keys() - WHOLE)):
        return True
    if not spans:
        return False
    folded = fold(text)
    looks = [Relevance.load(lang, own).look(text, folded, found) for lang, found in spans.items()]
    lacking = ~reduce(or_, (look.present for look in looks), 0)
    return any(not needs(unit) & lacking for look in looks for unit in look.units)


def _may_say(text: str, lang: str, sentences: Spans, own: Path | None) -> bool:
    """Whether a unit's words stand in one of the sentences; all that is asked where names may have other forms."""
    triggers = triggers_in(lang, own)
    return any(True for start, end in sentences for _ in triggers.units(text[start:end]))


@cache
def triggers_in(lang: str, own: Path | None) -> Triggers:
    """The words of a language's units, a user's own among them."""
    return triggers_of(load_lexicon(lang, own))


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


def _words(lexicon: Lexicon, table: Forms) -> dict[bytes, int]:
    """Folded words that make a context military."""
    lemmas = lexicon.cues("forces") | lexicon.cues("military")
    return {form: MILITARY for lemma in lemmas for form in told_by(table.of_any(lemma))}


def told_by(listed: Iterable[str]) -> set[bytes]:
    """Folded words that tell of the forms: of each its longest."""
    return {max(words(key), key=len) for key in keys(sorted(listed)) if words(key)}
