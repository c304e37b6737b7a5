"""The words of a verb's group in the tree: auxiliaries, own or shared; what governs an infinitive or a clause."""

from __future__ import annotations

from collections.abc import Callable

from foedus.language.parse import Sentence, Token

VERBAL = frozenset({"VERB", "AUX"})
AUXILIARIES = ("aux", "aux:pass", "aux:tense", "aux:caus")
_CLAUSES = frozenset({"ccomp", "acl", "csubj", "csubj:pass", "parataxis"})
_QUOTES = frozenset('«»"“”„')
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl:subj")


def auxiliaries(sentence: Sentence, i: int) -> list[Token]:
    """The auxiliaries of the verb, in text order; a copula counts where the word is tagged a verb."""
    labels = (*AUXILIARIES, "cop") if sentence.tokens[i].upos in VERBAL else AUXILIARIES
    return sorted(sentence.dependents(i, *labels), key=lambda token: token.i)


def first_conjunct(sentence: Sentence, i: int) -> int:
    """The verb that the one at `i` is coordinated with, or itself."""
    token = sentence.tokens[i]
    for _ in range(len(sentence)):
        if token.dep != "conj" or token.head == token.i:
            break
        token = sentence.tokens[token.head]
    return token.i


def has_subject(sentence: Sentence, i: int) -> bool:
    """Whether the verb has a subject of its own."""
    return any(sentence.dependents(i, *_SUBJECTS))


def marks(sentence: Sentence, i: int) -> list[str]:
    """The words in lower case that introduce the clause or infinitive of the verb, in text order."""
    found = [token for token in sentence.dependents(i, "mark", "case") if token.i < i]
    words = []
    for token in sorted(found, key=lambda token: token.i):
        words.append(token.text.lower().replace("’", "'"))
        words.extend(part.text.lower() for part in sentence.dependents(token.i, "fixed"))
    return words


def governor(sentence: Sentence, i: int, *labels: str) -> Token | None:
    """The word over the verb, or over the one it is coordinated with, by one of the labels."""
    token = sentence.tokens[first_conjunct(sentence, i)]
    if token.head == token.i or token.dep not in labels:
        return None
    return sentence.tokens[token.head]


def told_in_the_past(sentence: Sentence, i: int, is_past: Callable[[int], bool]) -> Token | None:
    """The past verb that the verb's clause is the content of, in indirect speech; None where there is no such verb.

    The verb may stand over a noun: "avait donné l'assurance que …".
    """
    first = first_conjunct(sentence, i)
    token = sentence.tokens[first]
    if token.head == first or token.dep not in _CLAUSES:
        return None
    head = sentence.tokens[token.head]
    if head.upos not in VERBAL and head.head != head.i and head.dep in ("obj", "nsubj", "nsubj:pass", "obl", "obl:arg"):
        head = sentence.tokens[head.head]
    low, high = sorted((first, head.i))
    if any(word.text in _QUOTES for word in sentence.tokens[low + 1 : high]):
        return None
    return head if head.upos in VERBAL and is_past(head.i) else None
