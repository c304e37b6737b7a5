"""Entries found in a parsed sentence: one look-up for each lemma and form, whatever the size of the lexicon.

An entry is filed under its rarest word, so that "faire l'acquisition" is looked at where "acquisition" stands and not
at every "faire", and there under its next rarest. Work grows with the words of the sentence and the entries that share
two words with it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from foedus.language.parse import Sentence
from foedus.reader.matching.fitting import NOUNS, VERBS, fits
from foedus.reader.matching.hit import Hit
from foedus.reader.matching.linking import link
from foedus.reader.matching.standing import standing
from foedus.reader.unit import Operator, SmallWords, Unit, VoiceCue

Word = Unit | Operator | VoiceCue
Entry = TypeVar("Entry", bound=Word)
_Filed = tuple[int, Entry, int, tuple[frozenset[str], ...]]
"""An entry with its number, the place of its rarest word, and what its other words may stand as."""


class _Drawer(Generic[Entry]):
    """The entries with one rarest word: those of a single word, and the others by their next rarest."""

    def __init__(self) -> None:
        self.single: list[_Filed[Entry]] = []
        self.joined: dict[str, list[_Filed[Entry]]] = {}

    def possible(self, forms: KeysView[str]) -> Iterable[_Filed[Entry]]:
        """Entries whose words may all stand among the forms, in their own order."""
        if not self.joined:
            return self.single
        found = {filed[0]: filed for form in self.joined.keys() & forms for filed in self.joined[form]}
        fit = [filed for filed in found.values() if not any(forms.isdisjoint(some) for some in filed[3])]
        return sorted([*self.single, *fit], key=_number) if fit else self.single


class Matcher(Generic[Entry]):
    """An index of one language's entries. Load once."""

    def __init__(self, lang: str, entries: Iterable[Entry], small: SmallWords) -> None:
        self._lang = lang
        self._small = small
        self._known: WeakKeyDictionary[Sentence, tuple[Hit[Entry], ...]] = WeakKeyDictionary()
        self._index: dict[str, _Drawer[Entry]] = {}
        listed = list(entries)
        met = Counter(form for entry in listed for k in entry.words.content for form in entry.words.accepted[k])
        for number, entry in enumerate(listed):
            self._file(number, entry, met)

    def _file(self, number: int, entry: Entry, met: Mapping[str, int]) -> None:
        words = entry.words
        first, *further = sorted(words.content, key=lambda k: (sum(met[form] for form in words.accepted[k]), -k))
        filed = number, entry, first, tuple(words.accepted[k] for k in range(len(words.words)) if k != first)
        for form in words.accepted[first]:
            drawer = self._index.setdefault(form, _Drawer())
            if not further:
                drawer.single.append(filed)
            for second in words.accepted[further[0]] if further else ():
                drawer.joined.setdefault(second, []).append(filed)

    def hits(self, sentence: Sentence) -> tuple[Hit[Entry], ...]:
        """All hits in the order of their anchors, nested ones too; entries with the same words share a hit."""
        known = self._known.get(sentence)
        if known is None:
            known = self._known[sentence] = self._found(sentence)
        return known

    def _found(self, sentence: Sentence) -> tuple[Hit[Entry], ...]:
        found: dict[tuple[int, ...], list[tuple[Entry, tuple[int, ...]]]] = {}
        where = standing(sentence, self._lang, self._small.contracted)
        for entry, indices in self._matches(sentence, where):
            found.setdefault(tuple(sorted(indices)), []).append((entry, indices))
        longest: dict[int, int] = {}
        for tokens, entries in found.items():
            for i in tokens:
                longest[i] = max(longest.get(i, 0), len(entries[0][0].words.content))
        made = [self._hit(sentence, tokens, entries, longest) for tokens, entries in found.items()]
        return tuple(sorted(made, key=lambda hit: (hit.anchor, -len(hit.content))))

    def _matches(
        self, sentence: Sentence, where: Mapping[str, Sequence[int]]
    ) -> Iterator[tuple[Entry, tuple[int, ...]]]:
        seen: set[tuple[int, tuple[int, ...]]] = set()
        forms = where.keys()
        for form in where:  # in text order: of equal senses the same is always first
            drawer = self._index.get(form)
            for number, entry, place, _ in drawer.possible(forms) if drawer else ():
                words = entry.words
                for at in where[form]:
                    indices = (at,) if len(words.words) == 1 else link(sentence.tokens, words, place, at, where)
                    if indices is None or (number, indices) in seen:
                        continue
                    if fits(sentence, entry.pos, words, indices, entry.forms):
                        seen.add((number, indices))
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


def _number(filed: _Filed[Entry]) -> int:
    return filed[0]


def _anchor(
    sentence: Sentence, entry: Unit | Operator | VoiceCue, indices: Sequence[int], content: Sequence[int]
) -> int:
    """The word that heads the others in the tree; of a verbal unit its verb, of a nominal one its noun."""
    first = indices[entry.words.anchor]
    wanted = {"verb": VERBS, "noun": NOUNS}.get(entry.pos)
    if wanted and sentence.tokens[first].upos in wanted:
        return first
    return next((i for i in content if sentence.tokens[i].head not in content), content[0])
