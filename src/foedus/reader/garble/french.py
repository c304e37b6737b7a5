"""French agreement: determiner and noun in gender and number, adjective and noun, subject and verb in number."""

from collections.abc import Iterator
from functools import cache

from foedus.language.parse import Token
from foedus.reader.garble.french_forms import FrenchForms, Values
from foedus.reader.garble.knowledge import Knowledge, knowledge
from foedus.reader.relations import SUBJECTS
from foedus.reader.view import View

Clash = tuple[int, int, str]
_SEVERAL = frozenset({"conj", "appos", "nummod", "flat"})
_ATTACHED = frozenset({"nmod", "obl", "flat", "compound"})
"""What a noun is that has another before it, to which an adjective behind both may belong."""
_APART = frozenset({"VERB", "PUNCT", "CCONJ"})
_FAR = 3
"""Words from a determiner to its noun."""
_NEAR = 6
"""And from a subject to its verb."""


def clashes(view: View, known: Knowledge) -> Iterator[Clash]:
    """Pairs of words whose forms have no gender and number in common."""
    forms = _forms()
    for token in view.tokens:
        head = view.tokens[token.head]
        if not _small(token) or not _small(head):
            continue
        if token.dep == "det" and head.upos == "NOUN" and _before(view, token, head, known):
            yield from _pair(token, head, forms.determiner(token), forms.noun(head))
        elif token.dep in ("amod", "acl") and head.upos == "NOUN" and _alone(view, token, head):
            yield from _pair(token, head, forms.adjective(token), forms.noun(head))
        elif token.dep in SUBJECTS and token.upos == "NOUN":
            yield from _with_verb(view, token, known)


@cache
def _forms() -> FrenchForms:
    known = knowledge("fr")
    return FrenchForms(known.agree if known else {})


def _pair(one: Token, head: Token, first: Values, second: Values) -> Iterator[Clash]:
    if not first & second:
        same_number = {code[1] for code in first} & {code[1] for code in second}
        what = "gender" if same_number else "number"
        yield one.i, head.i, f"“{one.text}” and “{head.text}” do not agree in {what}"


def _with_verb(view: View, subject: Token, known: Knowledge) -> Iterator[Clash]:
    """A third-person verb behind its subject, whose number its determiner shows."""
    verb = _finite(view, subject)
    if verb is None or not 0 < verb.i - subject.i <= _NEAR or not _single(view, subject) or _of_many(subject, known):
        return
    shown = [_forms().determiner(one) for one in view.sentence.dependents(subject.i, "det")]
    numbers = {code[1] for values in shown for code in values}
    number = _number_of(verb)
    apart = any(token.upos in _APART for token in view.tokens[subject.i + 1 : verb.i])
    if number and len(numbers) == 1 and number not in numbers and not apart:
        yield subject.i, verb.i, f"“{subject.text}” and “{verb.text}” do not agree in number"


def _of_many(noun: Token, known: Knowledge) -> bool:
    """A singular noun whose verb may be plural: "une dizaine sont"."""
    word = noun.text.lower()
    return word in known.agree.get("many", ()) or word.endswith(tuple(known.agree.get("many_endings", ())))


def _finite(view: View, subject: Token) -> Token | None:
    """The finite verb of a subject in the third person: the first auxiliary of its head, else its head."""
    head = view.tokens[subject.head]
    for token in [*view.sentence.dependents(head.i, "aux", "aux:pass", "cop"), head]:
        if token.feats.get("VerbForm") == "Fin" and token.feats.get("Person", "3") == "3" and token.i > subject.i:
            return token
    return None


def _number_of(verb: Token) -> str | None:
    """Number of a third person where ending and parse agree on it: "vient" ends as "créent" does."""
    plural = verb.text.lower().endswith(("ent", "ont"))
    if plural != (verb.feats.get("Number") == "Plur"):
        return None
    return "p" if plural else "s"


def _small(token: Token) -> bool:
    """In small letters, or a sentence's first determiner: names follow their own ways."""
    return token.text[:1].islower() or (token.i == 0 and token.upos == "DET")


def _before(view: View, determiner: Token, noun: Token, known: Knowledge) -> bool:
    """Whether the determiner stands before its noun with nothing but adjectives and figures between, and does not end
    a number itself ("soixante et un buts")."""
    if determiner.i and view.tokens[determiner.i - 1].text.lower() in known.agree.get("joining", ()):
        return False
    between = view.tokens[determiner.i + 1 : noun.i]
    return 0 < noun.i - determiner.i <= _FAR and all(token.upos in ("ADJ", "NUM") for token in between)


def _alone(view: View, adjective: Token, noun: Token) -> bool:
    """Whether the adjective can belong to this noun only: right behind it or before it, and no noun before that."""
    if abs(noun.i - adjective.i) != 1 or noun.dep in _ATTACHED or not _single(view, noun):
        return False
    after = view.tokens[adjective.i + 1] if adjective.i + 1 < len(view.tokens) else None
    return "-" not in adjective.text and (after is None or after.upos not in ("NOUN", "ADJ", "PROPN"))


def _single(view: View, noun: Token) -> bool:
    """A noun that is not one of several, and has no figure."""
    return not any(True for _ in view.sentence.dependents(noun.i, *_SEVERAL))
