"""Units found in a parsed sentence: the anchor by lemma, the other words below it in the tree, longest unit first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from foedus.language.parse import Sentence, Token
from foedus.reader.unit import POS_TAGS, Operator, Unit

WINDOW = 9
"""How many tokens they may stand apart under a verb: adverbs and objects come between."""
NOMINAL_WINDOW = 4
"""The same under a noun, whose words stand closer."""

Entry = TypeVar("Entry", bound=Unit | Operator)


class Hit(NamedTuple, Generic[Entry]):
    """One unit's words in a sentence: the anchor and all indices, and every sense that the words have."""

    anchor: int
    tokens: tuple[int, ...]
    senses: tuple[Entry, ...]


class Matcher(Generic[Entry]):
    """An index of entries by the lemma of their anchor."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        index: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            index[entry.words.anchor].append(entry)
        self._index: Mapping[str, Sequence[Entry]] = {
            anchor: sorted(found, key=lambda entry: -len(entry.words.rest)) for anchor, found in index.items()
        }

    def hits(self, sentence: Sentence) -> list[Hit[Entry]]:
        """Hits in text order; a unit inside a longer one is left out."""
        found = []
        for token in sentence.tokens:
            hit = self._at(sentence, token)
            if hit:
                found.append(hit)
        inner = {i for hit in found for i in hit.tokens if i != hit.anchor}
        return [hit for hit in found if hit.anchor not in inner or len(hit.tokens) > 1]

    def _at(self, sentence: Sentence, token: Token) -> Hit[Entry] | None:
        best: tuple[int, ...] | None = None
        senses: list[Entry] = []
        for entry in self._candidates(token):
            if token.upos not in POS_TAGS[entry.pos]:
                continue
            if entry.words.reflexive and not is_reflexive(sentence, token.i):
                continue
            tokens = _below(sentence, token.i, entry.words.rest, verbal=entry.pos == "verb")
            if tokens is None or (best is not None and len(tokens) < len(best)):
                continue
            best = tokens
            senses.append(entry)
        return Hit(token.i, best, tuple(senses)) if best is not None else None

    def _candidates(self, token: Token) -> Sequence[Entry]:
        lemma = token.lemma.lower()
        text = token.text.lower()
        by_lemma: Sequence[Entry] = self._index.get(lemma, ())
        by_form: Sequence[Entry] = self._index.get(text, ()) if text != lemma else ()
        return [*by_lemma, *by_form]


def is_reflexive(sentence: Sentence, i: int) -> bool:
    """Whether a verb has a reflexive pronoun below it or right before it (or before its auxiliary)."""
    if any(_reflexive_token(child) for child in sentence.dependents(i)):
        return True
    return any(_reflexive_token(sentence.tokens[k]) for k in range(max(0, i - 2), i))


def _reflexive_token(token: Token) -> bool:
    return token.feats.get("Reflex") == "Yes" or token.text.lower() in ("se", "s'", "s’")


def _below(sentence: Sentence, anchor: int, rest: tuple[str, ...], *, verbal: bool) -> tuple[int, ...] | None:
    """Indices of anchor and rest in text order, each word right below another of the unit; None if one is missing."""
    if not rest:
        return (anchor,)
    window = WINDOW if verbal else NOMINAL_WINDOW
    chosen, open_words = [anchor], list(rest)
    while open_words:
        below = [child for i in chosen for child in sentence.children[i] if child not in chosen]
        found = next(
            (
                (word, i)
                for word in open_words
                for i in below
                if abs(i - anchor) <= window and _is(sentence.tokens[i], word)
            ),
            None,
        )
        if found is None:
            return None
        open_words.remove(found[0])
        chosen.append(found[1])
    return tuple(sorted(chosen))


def _is(token: Token, word: str) -> bool:
    text = token.text.lower().replace("’", "'")
    return word in (token.lemma.lower(), text) or _CONTRACTED.get(text) == word


_CONTRACTED = {"au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de"}
