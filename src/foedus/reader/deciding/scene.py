"""What the decider sees of a document: the kind of every word, conditions and negations, quotations, densities."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from foedus.gazetteer.entities import Entities
from foedus.gazetteer.mention import Sense
from foedus.language.parse import Token
from foedus.language.quotations import Quote
from foedus.reader.kinds import ITEMS
from foedus.reader.lexicon import Lexicon
from foedus.reader.lexicon.words import normal
from foedus.reader.view import View

DENSE = ("arms", "item", "force", "state", "organisation", "company", "armed_group", "origin", "person", "place",
         "treaty", "exercise")  # fmt: skip
"""Kinds that are counted over the document."""
NAMED = frozenset(DENSE)
_BY_UPOS = {"PRON": "pronoun", "NOUN": "noun", "VERB": "clause", "AUX": "clause", "PROPN": "name", "NUM": "number"}
OTHER = "other"


class Scene:
    """One sentence: `kinds` of its tokens, and which tokens a condition or a negation governs.

    `reach` is for each quotation the furthest end of those up to it, so that a place is looked up among them.
    """

    def __init__(
        self, view: View, lexicon: Lexicon, entities: Entities, quotes: Sequence[Quote], reach: Sequence[int]
    ) -> None:
        self.view = view
        self.lexicon = lexicon
        self.kinds = _kinds(view, lexicon, entities)
        self._quotes = quotes
        self._reach = reach

    @cached_property
    def counts(self) -> Counter[str]:
        """How many words of each kind that names something."""
        return Counter(kind for kind in self.kinds if kind in NAMED)

    @cached_property
    def conditional(self) -> frozenset[int]:
        """Tokens over which an "if" stands."""
        marks = self.lexicon.cues("conditions") | self.lexicon.cues("irrealis")
        return frozenset(token.head for token in self.view.tokens if normal(token.text) in marks)

    @cached_property
    def negated(self) -> frozenset[int]:
        """Tokens over which a negation stands."""
        negations = self.lexicon.cues("negations")
        return frozenset(token.head for token in self.view.tokens if normal(token.text) in negations)

    def quoted(self, token: Token) -> bool:
        """Whether the word stands in a quotation."""
        place = bisect_right(self._reach, token.start)
        return place < len(self._quotes) and self._quotes[place].start <= token.start


@dataclass(frozen=True, eq=False)
class Setting:
    """A document: its scenes, and how many words of each kind stand among a hundred."""

    scenes: tuple[Scene, ...]
    langs: tuple[str, ...]
    density: Mapping[str, float]

    @cached_property
    def told(self) -> dict[int, dict[str, float | str]]:
        """What is the same for all words of a sentence, kept by whom it is told (`features`)."""
        return {}


def setting(
    views: Sequence[View], langs: Sequence[str], lexicons: Mapping[str, Lexicon], quotes: Sequence[Quote]
) -> Setting:
    """The setting of a document's sentences."""
    entities = Entities.load()
    reach = list(accumulate((quote.end for quote in quotes), max))
    told = zip(views, langs, strict=True)
    scenes = tuple(Scene(view, lexicons[lang], entities, quotes, reach) for view, lang in told)
    words = max(1, sum(len(view.tokens) for view in views))
    counts: Counter[str] = Counter()
    for scene in scenes:
        counts += scene.counts
    return Setting(scenes, tuple(langs), {kind: 100 * counts[kind] / words for kind in DENSE})


def _kinds(view: View, lexicon: Lexicon, entities: Entities) -> list[str]:
    forces = lexicon.cues("forces")
    kinds = [_BY_UPOS.get(token.upos, OTHER) for token in view.tokens]
    for token in view.tokens:
        if token.upos == "NOUN" and normal(token.lemma) in forces:
            kinds[token.i] = "force"
    for name in view.names:
        kind = _kind(name.mention.senses[0], entities)
        for i in name.tokens:
            if i == name.head:
                kinds[i] = kind
            elif kinds[i] != "force":
                kinds[i] = "name"
    return kinds


def _kind(sense: Sense, entities: Entities) -> str:
    if sense.via == "demonym":
        return "origin"
    if sense.kind in ITEMS:
        return "arms" if entities.is_arms(sense.entity) else "item"
    return sense.kind
