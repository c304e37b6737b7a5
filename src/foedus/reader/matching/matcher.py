"""Entries found in a parsed sentence: one look-up for each lemma and form, whatever the size of the lexicon.

An entry is filed under its rarest word, so that "faire l'acquisition" is looked at where "acquisition" stands and not
at every "faire". Work grows with the words of the sentence and the entries that share a rarest word with it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from foedus.language.parse import Sentence
from foedus.reader.matching.fitting import NOUNS, VERBS, fits
from foedus.reader.matching.hit import Hit
from foedus.reader.matching.linking import link
from foedus.reader.matching.standing import standing
from foedus.reader.unit import Operator, SmallWords, Unit

Entry = TypeVar("Entry", bound=Unit | Operator)
_Filed = tuple[Entry, int, tuple[frozenset[str], ...]]
"""An entry, the place of its rarest word, and what its other words may stand as."""


class Matcher(Generic[Entry]):
    """An index of one language's entries. Load once."""

    def __init__(self, lang: str, entries: Iterable[Entry], small: SmallWords) -> None:
        self._lang = lang
        self._small = small
        listed = list(entries)
        met = Counter(form for entry in listed for k in entry.words.content for form in entry.words.accepted[k])
        index: dict[str, list[_Filed[Entry]]] = defaultdict(list)
        for entry in listed:
            words = entry.words
            rarest = min(words.content, key=lambda k: (sum(met[form] for form in words.accepted[k]), -k))
            others = tuple(words.accepted[k] for k in words.content if k != rarest)
            for form in words.accepted[rarest]:
                index[form].append((entry, rarest, others))
        self._index: Mapping[str, Sequence[_Filed[Entry]]] = dict(index)

    def hits(self, sentence: Sentence) -> list[Hit[Entry]]:
        """All hits in the order of their anchors, nested ones too; entries with the same words share a hit."""
        found: dict[tuple[int, ...], list[tuple[Entry, tuple[int, ...]]]] = {}
        where = standing(sentence, self._lang, self._small.contracted)
        for entry, indices in self._matches(sentence, where):
            found.setdefault(tuple(sorted(indices)), []).append((entry, indices))
        longest: dict[int, int] = {}
        for tokens, entries in found.items():
            for i in tokens:
                longest[i] = max(longest.get(i, 0), len(entries[0][0].words.content))
        made = [self._hit(sentence, tokens, entries, longest) for tokens, entries in found.items()]
        return sorted(made, key=lambda hit: (hit.anchor, -len(hit.content)))

    def _matches(
        self, sentence: Sentence, where: Mapping[str, Sequence[int]]
    ) -> Iterator[tuple[Entry, tuple[int, ...]]]:
        index = self._index
        seen: set[tuple[int, tuple[int, ...]]] = set()
        forms = where.keys()
        for form in where:  # in text order: of equal senses the same is always first
            for entry, place, others in index.get(form, ()):
                if any(forms.isdisjoint(some) for some in others):
                    continue
                words = entry.words
                for at in where[form]:
                    indices = (at,) if len(words.words) == 1 else link(sentence.tokens, words, place, at, where)
                    if indices is None or (id(entry), indices) in seen:
                        continue
                    if fits(sentence, entry.pos, words, indices, entry.forms):
                        seen.add((id(entry), indices))
                        yield entry, indices

    def _hit(
        self,
        sentence: Sentence,
        tokens: tuple[int, ...],
        entries: Sequence[tuple[Entry, tuple[int, ...]]],
        longest: Mapping[int, int],
    ) -> Hit[Entry]:
        entry, indices = entries[0]
        content = tuple(sorted(indices[k] for k in entry.words.content))
        nested = any(longest[i] > len(content) for i in content)
        senses = tuple({id(one): one for one, _ in entries}.values())
        return Hit(_anchor(sentence, entry, indices, content), tokens, content, senses, nested)


def _anchor(sentence: Sentence, entry: Unit | Operator, indices: Sequence[int], content: Sequence[int]) -> int:
    """The word that heads the others in the tree; of a verbal unit its verb, of a nominal one its noun."""
    first = indices[entry.words.anchor]
    wanted = {"verb": VERBS, "noun": NOUNS}.get(entry.pos)
    if wanted and sentence.tokens[first].upos in wanted:
        return first
    return next((i for i in content if sentence.tokens[i].head not in content), content[0])
