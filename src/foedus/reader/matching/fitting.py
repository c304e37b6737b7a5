"""Whether words that were found can be the unit: its part of speech, its reflexive, its form conditions."""

from collections.abc import Collection, Sequence

from foedus.language.parse import Sentence, Token
from foedus.reader.relations import is_passive
from foedus.reader.unit import Form, Pos, Words

VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
_QUALIFYING = frozenset({"amod", "acl", "appos", "conj"})
_BEFORE = 2


def fits(sentence: Sentence, pos: Pos, words: Words, indices: Sequence[int], forms: Collection[Form]) -> bool:
    """Whether the tokens at `indices`, in the unit's order, stand as the unit's part of speech and forms ask."""
    i = indices[words.content[0] if pos == "verb" else words.anchor]
    token, single = sentence.tokens[i], len(words.content) == 1
    if words.reflexive and not is_reflexive(sentence, i):
        return False
    if not _STANDS[pos](sentence, token, single):
        return False
    return not forms or any(_has_form(sentence, token, form) for form in forms)


def _as_verb(_sentence: Sentence, token: Token, single: bool) -> bool:
    if token.upos in VERBS or token.upos == "ADJ":
        return True
    return token.upos == "NOUN" and (not single or token.text.endswith("ing"))


def _as_noun(_sentence: Sentence, token: Token, single: bool) -> bool:
    """A verb is no noun of several words either: "ordered fighters" is no "fighter order"."""
    if token.upos in VERBS:
        return token.text.endswith("ing")
    return not single or token.upos in NOUNS


def _as_adjective(sentence: Sentence, token: Token, single: bool) -> bool:
    """A participle under an active auxiliary ("has sold") is its verb's, not the adjective."""
    if not single or token.upos == "ADJ":
        return True
    finite = token.feats.get("VerbForm") in ("Fin", "Inf")
    return token.upos == "VERB" and not finite and not any(sentence.dependents(token.i, "aux"))


def _as_adverb(_sentence: Sentence, _token: Token, _single: bool) -> bool:
    return True


_STANDS = {"verb": _as_verb, "noun": _as_noun, "adjective": _as_adjective, "adverb": _as_adverb}


def is_reflexive(sentence: Sentence, i: int) -> bool:
    """Whether a verb has a reflexive pronoun below it or right before it (or before its auxiliary)."""
    if any(_reflexive_token(child) for child in sentence.dependents(i)):
        return True
    return any(_reflexive_token(sentence.tokens[k]) for k in range(max(0, i - _BEFORE), i))


def _reflexive_token(token: Token) -> bool:
    return token.feats.get("Reflex") == "Yes" or token.text.lower() in ("se", "s'", "s’")


def _has_form(sentence: Sentence, token: Token, form: Form) -> bool:
    if form in ("passive", "active"):
        return is_passive(sentence, token.i) == (form == "passive")
    if form == "reflexive":
        return is_reflexive(sentence, token.i) or token.feats.get("Voice") == "Mid"
    if form == "attributive":
        return token.dep in _QUALIFYING
    if form == "predicative":
        return any(sentence.dependents(token.i, "cop")) or token.dep in ("root", "xcomp")
    if form == "infinitive":
        return token.feats.get("VerbForm") == "Inf"
    return token.feats.get("Number") == ("Plur" if form == "plural" else "Sing")
