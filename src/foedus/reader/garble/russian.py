"""Russian agreement: adjective and noun, subject and verb, preposition and case."""

from collections.abc import Iterator

from foedus.language.parse import Token
from foedus.reader.garble.knowledge import Knowledge
from foedus.reader.garble.russian_forms import ADJECTIVES, NOUNS, Value, values, verbs
from foedus.reader.relations import SUBJECTS
from foedus.reader.view import View

Clash = tuple[int, int, str]
_NEAR = 5
"""Words from a subject to its verb."""
_APART = frozenset({"CCONJ", "PUNCT", "VERB", "NUM", "SCONJ"})
_SEVERAL = frozenset({"nummod", "conj", "appos", "flat"})
_SHORTEST_NAME = 4
"""Letters from which a word with a capital is looked up in the dictionary."""


def clashes(view: View, known: Knowledge) -> Iterator[Clash]:
    """Pairs of words whose forms have no gender, number and case in common, and cases that a preposition does not
    govern."""
    governed = _governed(known)
    for token, following in zip(view.tokens, view.tokens[1:], strict=False):
        if token.dep in ("amod", "det") and following.upos == "NOUN":
            yield from _adjective(view, token, following)
        cases = governed.get(token.text.lower())
        if cases and token.upos == "ADP":
            yield from _case(token, following, cases)
    for token in view.tokens:
        if token.dep in SUBJECTS and token.upos == "NOUN" and not _one_of_several(view, token):
            for verb in _verbs(view, token):
                yield from _with_verb(token, verb)


def _adjective(view: View, adjective: Token, noun: Token) -> Iterator[Clash]:
    """An adjective right before a noun; not where a number asks for other forms, nor a predicate ("считает
    недопустимым появление")."""
    before = view.tokens[adjective.i - 1] if adjective.i else None
    counted = before is not None and (before.upos == "NUM" or before.text[:1].isdigit())
    if counted or view.name_at(noun.i) or any(view.sentence.dependents(noun.i, "nummod", "conj")):
        return
    first, second = values(adjective.text, frozenset({"ADJF"})), values(noun.text, NOUNS)  # participles govern nouns
    predicate = "ablt" in {case for _, _, case in first}
    if first and second and not predicate and not any(_fits(one, other) for one in first for other in second):
        yield adjective.i, noun.i, f"“{adjective.text}” and “{noun.text}” do not agree"


def _verbs(view: View, subject: Token) -> Iterator[Token]:
    """The forms that show a subject's number and gender: its head, and the auxiliaries of that."""
    head = view.tokens[subject.head]
    for token in [*view.sentence.dependents(head.i, "aux", "aux:pass", "cop"), head]:
        low, high = sorted((token.i, subject.i))
        apart = any(between.upos in _APART for between in view.tokens[low + 1 : high])
        if token.upos in ("VERB", "AUX", "ADJ") and token.text.islower() and high - low <= _NEAR and not apart:
            yield token


def _with_verb(subject: Token, verb: Token) -> Iterator[Clash]:
    """A subject that can be nothing else: what can also be an object the parser may have taken for one, unless the
    verb has none."""
    nouns, forms = values(subject.text, frozenset({"NOUN"})), verbs(verb.text)
    reflexive = verb.text.lower().endswith(("ся", "сь"))
    sure = {"nomn", "accs"} if reflexive else {"nomn"}
    if not forms or any(case not in sure for _, _, case in nouns):
        return
    subjects = [noun for noun in nouns if noun[2] == "nomn"]
    if subjects and not any(_same(noun, gender, number) for noun in subjects for gender, number in forms):
        yield subject.i, verb.i, f"“{subject.text}” and “{verb.text}” do not agree"


def _one_of_several(view: View, noun: Token) -> bool:
    return any(True for _ in view.sentence.dependents(noun.i, *_SEVERAL))


def _case(preposition: Token, word: Token, cases: frozenset[str]) -> Iterator[Clash]:
    if not word.text.islower() and not (word.text.istitle() and len(word.text) >= _SHORTEST_NAME):
        return
    found = values(word.text, NOUNS | ADJECTIVES)
    if "accs" in cases and any(case == "nomn" and number == "plur" for _, number, case in found):  # "в капитаны"
        return
    if found and not any(case in cases or not case for _, _, case in found):
        yield preposition.i, word.i, f"“{preposition.text}” does not govern the case of “{word.text}”"


def _governed(known: Knowledge) -> dict[str, frozenset[str]]:
    """Preposition → cases."""
    found: dict[str, frozenset[str]] = {}
    for cases, words in known.agree.get("prepositions", {}).items():
        for word in words:
            found[word] = found.get(word, frozenset()) | frozenset(cases.split())
    return found


def _fits(one: Value, other: Value) -> bool:
    return one[1:] == other[1:] and (not one[0] or not other[0] or one[0] == other[0])


def _same(noun: Value, gender: str, number: str) -> bool:
    """Whether the noun can be the subject of the form; a woman may bear a man's title ("политик заявила")."""
    either = not gender or not noun[0] or (noun[0], gender) == ("masc", "femn")
    return noun[1] == number and (either or gender == noun[0])
