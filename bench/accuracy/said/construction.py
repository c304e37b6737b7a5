"""How a trigger stands in its sentence: verb, infinitive, participle, noun of a support verb, another noun."""

from collections.abc import Collection

from foedus.language.parse import Sentence, Token
from foedus.reader.lexicon.words import normal

ACTIVE = "active verb"
PASSIVE = "passive verb"
INFINITIVE = "infinitive under another word"
PARTICIPLE = "participle beside a noun"
SUPPORTED = "event noun of a support verb"
NOUN = "other event noun"
OTHER = "adjective or other"
UNREAD = "in a sentence that is not read"

CONSTRUCTIONS = (ACTIVE, PASSIVE, INFINITIVE, PARTICIPLE, SUPPORTED, NOUN, OTHER, UNREAD)

_VERBS, _NOUNS = ("VERB", "AUX"), ("NOUN", "PROPN")
_ATTRIBUTES = ("acl", "amod")
_OBJECTS = ("obj", "iobj", "obl", "nsubj:pass")


def construction(sentence: Sentence, words: Collection[int], head: int, support: Collection[str]) -> str:
    """The construction of the words headed by the token `head`; `support` are the lemmas of support verbs."""
    token = sentence.tokens[head]
    if token.upos in _NOUNS:
        return SUPPORTED if _is_object(token) and _supports(sentence.tokens[token.head], support) else NOUN
    if token.upos not in _VERBS and token.feats.get("VerbForm") != "Part":
        return OTHER
    nouns = [i for i in words if sentence.tokens[i].upos in _NOUNS and sentence.tokens[i].head == head]
    if _supports(token, support) and any(_is_object(sentence.tokens[i]) for i in nouns):
        return SUPPORTED
    return _of_verb(sentence, token)


def _of_verb(sentence: Sentence, token: Token) -> str:
    helpers = [child for child in sentence.dependents(token.i) if child.dep.startswith("aux")]
    if token.head != token.i and _is_infinitive(token, helpers):
        return INFINITIVE
    if token.feats.get("VerbForm") == "Part" and token.dep in _ATTRIBUTES and not helpers:
        return PARTICIPLE
    passive = any(child.dep.endswith(":pass") for child in sentence.dependents(token.i))
    return PASSIVE if passive or token.feats.get("Voice") == "Pass" else ACTIVE


def _is_infinitive(token: Token, helpers: Collection[Token]) -> bool:
    """Itself ("to deliver") or through its auxiliary ("to be delivered"); a finite auxiliary makes it a tense."""
    forms = {helper.feats.get("VerbForm") for helper in helpers}
    return "Fin" not in forms and ("Inf" in forms or token.feats.get("VerbForm") == "Inf")


def _is_object(token: Token) -> bool:
    return token.dep in _OBJECTS or token.dep.partition(":")[0] in ("obj", "obl")


def _supports(token: Token, support: Collection[str]) -> bool:
    return token.upos in _VERBS and normal(token.lemma) in support
