"""The words of a sentence by every lemma and form that an entry may know them by."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from weakref import WeakKeyDictionary

from foedus.language.lemmas import lemmatizer
from foedus.language.parse import Sentence, Token
from foedus.reader.lexicon.words import normal

_MAYBE_PARTICIPLE = frozenset({"ADJ", "NOUN"})
CACHE = 1 << 16


Where = dict[str, list[int]]
_known: WeakKeyDictionary[Sentence, tuple[Mapping[str, str], Where]] = WeakKeyDictionary()
"""What was told of sentences that are still at hand: units and operators are looked for in the same words."""


def standing(sentence: Sentence, lang: str, contracted: Mapping[str, str]) -> Where:
    """Indices by lemma, by form, by the words that a contraction holds, and by the verb of a participle."""
    held = _known.get(sentence)
    if held is not None and held[0] is contracted:
        return held[1]
    where: Where = {}
    for token in sentence.tokens:
        for key in _keys(token, lang, contracted):
            where.setdefault(key, []).append(token.i)
    _known[sentence] = contracted, where
    return where


def _keys(token: Token, lang: str, contracted: Mapping[str, str]) -> Iterable[str]:
    form, lemma = normal(token.text), normal(token.lemma)
    keys = {form: None, lemma: None}
    if form in contracted:
        keys[contracted[form]] = None
    if token.upos in _MAYBE_PARTICIPLE:
        keys[_verb(lang, token.text)] = None
    return keys


@lru_cache(CACHE)
def _verb(lang: str, text: str) -> str:
    """The verb whose participle the word would be: taggers often take one for an adjective or a noun."""
    return normal(lemmatizer(lang).lemma(text, "VERB"))
