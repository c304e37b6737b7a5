"""English agreement: determiner and noun, subject and verb, in number."""

from collections.abc import Iterator, Mapping
from typing import Any

from foedus.language.parse import Token
from foedus.reader.garble.knowledge import Knowledge
from foedus.reader.relations import SUBJECTS
from foedus.reader.view import View

Clash = tuple[int, int, str]
Numbers = Mapping[str, str]
"""Word → s or p."""
_SEVERAL = frozenset({"conj", "appos", "flat", "nummod", "acl:relcl"})
_APART = frozenset({"VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "PRON", "NUM"})
_GOES_ON = frozenset({"NOUN", "PROPN", "NUM", "PART"})
_FAR = 4
"""Words from a determiner to its noun."""
_NEAR = 5
"""And from a subject to its verb."""


def clashes(view: View, known: Knowledge) -> Iterator[Clash]:
    """Pairs of words of which one is singular and the other plural."""
    determiners = _numbers(known.agree.get("determiners", {}))
    for token in view.tokens:
        head = view.tokens[token.head]
        number = determiners.get(token.text.lower())
        if token.dep in ("det", "nummod") and number and 0 < head.i - token.i <= _FAR:
            noun = _noun(head, known)
            if noun and noun != number and _beside(view, token, head, determiners):
                yield token.i, head.i, f"“{token.text}” and “{head.text}” do not agree in number"
        elif token.dep in SUBJECTS:
            yield from _with_verb(view, token, known)


def _numbers(headings: Mapping[str, Any]) -> dict[str, str]:
    return {word: number for number, words in headings.items() for word in words}


def _with_verb(view: View, subject: Token, known: Knowledge) -> Iterator[Clash]:
    verbs = _numbers(known.agree.get("verbs", {}))
    verb = _finite(view, subject, verbs)
    if verb is None or not 0 < verb.i - subject.i <= _NEAR or any(view.sentence.dependents(subject.i, *_SEVERAL)):
        return
    if any(token.upos in _APART for token in view.tokens[subject.i + 1 : verb.i]):
        return
    number = _number_of(verb, verbs)
    noun = _numbers(known.agree.get("pronouns", {})).get(subject.text.lower()) or _noun(subject, known)
    wished = verb.text.lower() in known.agree.get("wishes", ()) and noun == "s"  # "if it were so"
    if noun and number and noun != number and not wished:
        yield subject.i, verb.i, f"“{subject.text}” and “{verb.text}” do not agree in number"


def _finite(view: View, subject: Token, verbs: Numbers) -> Token | None:
    """A present verb, or one that shows number in the past; a verb under an auxiliary does not."""
    head = view.tokens[subject.head]
    helpers = [one for one in view.sentence.dependents(head.i, "aux", "aux:pass", "cop") if one.i > subject.i]
    first = helpers[0] if helpers else head
    if first.text.lower() in verbs:
        return first
    present = first.feats.get("VerbForm") == "Fin" and first.feats.get("Tense") == "Pres"
    return first if present and first.upos == "VERB" and not helpers and first.feats.get("Mood") != "Imp" else None


def _number_of(verb: Token, verbs: Numbers) -> str | None:
    """Number of a present form; None of a bare verb, which is also the form after "that" and "let"."""
    word = verb.text.lower()
    if word in verbs:
        return verbs[word]
    return "s" if verb.upos == "VERB" and word.endswith("s") and not word.endswith("ss") else None


def _noun(token: Token, known: Knowledge) -> str | None:
    """s or p where form and parse agree on it, None for what can be both."""
    word = token.text
    agree = known.agree
    if token.upos != "NOUN" or not word.isalpha() or not word.islower() or word in agree.get("invariable", ()):
        return None
    number = token.feats.get("Number")
    if number == "Plur":
        return "p" if word.endswith("s") and not word.endswith("ss") else None
    return "s" if number == "Sing" and not word.endswith(tuple(agree.get("not_singular", ()))) else None


def _beside(view: View, determiner: Token, noun: Token, determiners: Numbers) -> bool:
    """Whether only adjectives and nouns stand between, and the noun ends its phrase: "two arson attacks"."""
    between = view.tokens[determiner.i + 1 : noun.i]
    if any(token.text.lower() in determiners for token in between):  # "a few weeks"
        return False
    after = view.tokens[noun.i + 1] if noun.i + 1 < len(view.tokens) else None
    ended = after is None or after.upos not in _GOES_ON
    return ended and all(token.upos in ("ADJ", "NOUN") and not token.text.endswith("s") for token in between)
