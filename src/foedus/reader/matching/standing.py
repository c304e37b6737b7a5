"""The words of a sentence by every lemma and form that an entry may know them by."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from foedus.language.lemmas import lemmatizer
from foedus.language.parse import Sentence, Token
from foedus.reader.lexicon.words import normal

_MAYBE_PARTICIPLE = frozenset({"ADJ", "NOUN"})
CACHE = 1 << 16


def standing(sentence: Sentence, lang: str, contracted: Mapping[str, str]) -> dict[str, list[int]]:
    """Indices by lemma, by form, by the words that a contraction holds, and by the verb of a participle."""
    where: dict[str, list[int]] = {}
    for token in sentence.tokens:
        for key in _keys(token, lang, contracted):
            where.setdefault(key, []).append(token.i)
    return where


def _keys(token: Token, lang: str, contracted: Mapping[str, str]) -> Iterable[str]:
    form = normal(token.text)
    keys = [form, normal(token.lemma)]
    if form in contracted:
        keys.append(contracted[form])
    if token.upos in _MAYBE_PARTICIPLE:
        keys.append(_verb(lang, token.text))
    return dict.fromkeys(keys)


@lru_cache(CACHE)
def _verb(lang: str, text: str) -> str:
    """The verb whose participle the word would be: taggers often take one for an adjective or a noun."""
    return normal(lemmatizer(lang).lemma(text, "VERB"))
