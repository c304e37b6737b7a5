"""The relations that a trigger's arguments stand in, read off a UD tree: what a unit's frame is written against.

Relations are `subj`, `obj`, `iobj`, `poss`, `compound`, `done_to` (the object of an infinitive: "undertakes to defend
Taiwan") and prepositions by their lemma ("à", "from", "auprès_de").
They are those of the active clause: a passive subject is `obj`, its agent `subj`. Arguments are shared as the language
shares them: with a conjoined verb, a participle's or relative's noun, a controlled infinitive (UD v2).
"""

from collections.abc import Iterator
from typing import NamedTuple

from foedus.language.parse import Sentence, Token

SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
CASES = {"Acc": "acc", "Dat": "dat", "Gen": "gen", "Ins": "ins", "Loc": "loc"}
BARE = frozenset({"dat", "gen", "ins"})
"""Cases that mark a phrase by themselves."""
CONTRACTED = {"du": "de", "des": "de", "d'": "de", "au": "à", "aux": "à", "'s": "poss", "'": "poss"}
CYRILLIC = ("а", "я")
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM", "ADJ"})


class Argument(NamedTuple):
    """A phrase (by its head token) in a relation to a trigger; `how` says by which construction."""

    relation: str
    token: int
    how: str


def arguments(sentence: Sentence, i: int, *, agent: str, intransitive: frozenset[str]) -> list[Argument]:
    """Arguments of the trigger at token i, its own first, then those it shares. `agent` is the language's preposition
    of the passive's doer ("par", "by"); `intransitive` verbs have no passive, whatever their auxiliary ("est venu")."""
    token = sentence.tokens[i]
    if token.upos in VERBAL or _is_participle(token):
        passive = is_passive(sentence, i) and token.lemma.lower() not in intransitive
        return list(_of_verb(sentence, i, agent, passive=passive))
    return list(_of_noun(sentence, i))


def preposition(sentence: Sentence, i: int) -> str | None:
    """The preposition(s) before a phrase, contracted forms undone and joined by `_`; None for a bare phrase."""
    words: list[str] = []
    for child in sentence.children[i]:
        if child > i:
            break
        case = sentence.tokens[child]
        if case.dep == "case":
            words.append(uncontracted(case))
            words.extend(uncontracted(part) for part in sentence.dependents(child, "fixed"))
    return "_".join(words) if words else None


def slot(sentence: Sentence, i: int) -> str | None:
    """What marks a phrase: its preposition(s), in a language with cases with the case ("в+acc"), or the case alone;
    None for a bare phrase."""
    name = preposition(sentence, i)
    case = CASES.get(sentence.tokens[i].feats.get("Case", ""))
    if name is None:
        return case if case in BARE else None
    return f"{name}+{case}" if case and CYRILLIC[0] <= name[0] <= CYRILLIC[1] else name


def uncontracted(token: Token) -> str:
    """A preposition's own form: "du" and "d'" are "de", "aux" is "à"."""
    text = token.text.lower().replace("’", "'")
    return CONTRACTED.get(text, text)


def conjuncts(sentence: Sentence, i: int) -> Iterator[int]:
    """The phrase and all phrases coordinated with it."""
    yield i
    for child in sentence.dependents(i, "conj"):
        if child.upos not in VERBAL:
            yield from conjuncts(sentence, child.i)


def is_passive(sentence: Sentence, i: int) -> bool:
    """Whether the verb's own subject is the one acted upon: passive clause or past participle beside its noun."""
    token = sentence.tokens[i]
    if any(child.dep in ("aux:pass", "nsubj:pass") for child in sentence.dependents(i)):
        return True
    if token.dep in ("acl", "amod") and token.feats.get("VerbForm") != "Inf":
        return token.feats.get("Tense") != "Pres" and not token.text.lower().endswith(("ant", "ing"))
    return False


def _is_participle(token: Token) -> bool:
    return token.feats.get("VerbForm") in ("Part", "Ger")


def _of_verb(sentence: Sentence, i: int, agent: str, *, passive: bool) -> Iterator[Argument]:
    subject_relation = "obj" if passive else "subj"
    has_subject = has_object = False
    objects = [child for child in sentence.dependents(i, "obj") if child.upos != "PRON"]
    for child in sentence.dependents(i):
        if child.dep in SUBJECTS:
            has_subject = True
            yield Argument(subject_relation, antecedent(sentence, child), "clause")
        elif child.dep == "obj":
            dative = child.upos == "PRON" and bool(objects)  # "nous vous avons acheté des chars"
            has_object = has_object or not dative
            yield Argument("iobj" if dative else "obj", antecedent(sentence, child), "clause")
        elif child.dep.startswith(("obl", "nmod", "iobj")) or (child.dep == "advmod" and child.upos in NOMINAL):
            name = slot(sentence, child.i)
            if name == "de" and not objects and not passive and _is_negated(sentence, i):
                name, has_object = "obj", True  # "n'a pas livré de chars"
            doer = child.dep == "obl:agent" or (passive and name == agent)
            yield Argument("subj" if doer else name or "iobj", antecedent(sentence, child), "clause")
        elif child.dep == "advmod":
            yield from _adverb_with_phrase(sentence, child)
        elif child.dep == "xcomp" and child.upos in VERBAL:
            for below in sentence.dependents(child.i, "obj", "iobj"):
                yield Argument("done_to", antecedent(sentence, below), "infinitive")
    token = sentence.tokens[i]
    if not has_subject:
        yield from _missing_subject(sentence, i, subject_relation)
    elif token.dep == "acl:relcl" and not passive and not has_object:
        yield Argument("obj", token.head, "relative")  # "les S-300 que Moscou a remis"


def _is_negated(sentence: Sentence, i: int) -> bool:
    return any(child.feats.get("Polarity") == "Neg" for child in sentence.dependents(i, "advmod"))


def _adverb_with_phrase(sentence: Sentence, adverb: Token) -> Iterator[Argument]:
    """A compound preposition parsed as an adverb with its phrase: "auprès | d'Israël"."""
    for below in sentence.dependents(adverb.i, "obl", "nmod", "obl:arg"):
        name = preposition(sentence, below.i)
        if name and below.i > adverb.i:
            yield Argument(f"{uncontracted(adverb)}_{name}", below.i, "clause")


def antecedent(sentence: Sentence, token: Token) -> int:
    """The noun that a relative pronoun stands for, else the token itself."""
    if token.feats.get("PronType") != "Rel" and token.lemma.lower() not in ("qui", "que", "dont", "lequel"):
        return token.i
    for above in sentence.ancestors(token.i):
        if above.dep in ("acl:relcl", "acl") and above.head != above.i:
            return above.head
    return token.i


def _missing_subject(sentence: Sentence, i: int, relation: str) -> Iterator[Argument]:
    """The subject that a verb without one takes from the construction it stands in."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.head == i:
        return
    if token.dep in ("acl", "amod"):
        yield Argument(relation, head.i, "participle")
    elif token.dep == "acl:relcl":
        yield Argument(relation, head.i, "relative")
    elif token.dep in ("conj", "xcomp", "advcl", "parataxis", "ccomp") and head.upos in VERBAL:
        for argument in _subject_of(sentence, head.i):
            yield Argument(
                relation, argument, {"conj": "conjunction", "xcomp": "control"}.get(token.dep, "clause above")
            )
    elif token.dep == "xcomp" or (token.dep in ("advcl", "ccomp") and head.upos in NOMINAL):
        for argument in _subject_of(sentence, head.i):
            yield Argument(relation, argument, "control")


def _subject_of(sentence: Sentence, i: int, depth: int = 0) -> list[int]:
    own = [antecedent(sentence, child) for child in sentence.dependents(i, *SUBJECTS)]
    if own or depth > 4:
        return own
    token = sentence.tokens[i]
    if token.dep in ("acl", "acl:relcl", "amod"):
        return [token.head]
    if token.dep in ("conj", "xcomp", "advcl", "ccomp", "parataxis") and token.head != i:
        return _subject_of(sentence, token.head, depth + 1)
    return []


def _of_noun(sentence: Sentence, i: int) -> Iterator[Argument]:
    for child in sentence.dependents(i):
        if child.dep in SUBJECTS:
            yield Argument("subj", antecedent(sentence, child), "predicate")
        elif child.dep.startswith(("nmod", "obl")):
            name = slot(sentence, child.i) or _after(sentence, child.i)
            yield Argument(name or "poss", antecedent(sentence, child), "noun")
        elif child.dep in ("amod", "det", "nummod") and child.dep != "nummod":
            if child.dep == "amod" or child.feats.get("Poss") == "Yes":
                yield Argument("poss", child.i, "adjective" if child.dep == "amod" else "possessive")
        elif child.dep in ("compound", "flat", "appos"):
            yield Argument("compound", child.i, "compound")
        elif child.dep in ("acl", "acl:relcl"):
            yield from _beside_participle(sentence, child)
    token = sentence.tokens[i]
    if token.dep in ("appos", "advcl") and token.head != i and sentence.tokens[token.head].upos in NOMINAL:
        yield Argument("subj", token.head, "apposition")
    yield from _around(sentence, i)


def _after(sentence: Sentence, i: int) -> str | None:
    """English possessive mark, which follows its phrase."""
    return next((uncontracted(child) for child in sentence.dependents(i, "case") if child.i > i), None)


def _beside_participle(sentence: Sentence, child: Token) -> Iterator[Argument]:
    """The participle's phrases belong to the noun too: "une livraison effectuée par X à Y"."""
    for below in sentence.dependents(child.i, "obl", "obl:agent", "obl:arg", "iobj"):
        name = slot(sentence, below.i)
        if name:
            yield Argument(name, below.i, "participle of the noun")


def _around(sentence: Sentence, i: int) -> Iterator[Argument]:
    """Phrases of the verb that the noun is object or subject of: "X a effectué une livraison à Y"."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.head == i or head.upos not in VERBAL:
        return
    oblique = token.dep in ("obl", "obl:arg") and preposition(sentence, i) in ("à", "to", "in")
    carried = token.dep in ("obj", "nsubj:pass") or oblique
    if carried:
        for subject in _subject_of(sentence, head.i):
            if subject != i:
                yield Argument("subj", subject, f"above {head.lemma.lower()}")
    if token.dep == "obl" and preposition(sentence, i) in ("avec", "grâce_à", "with", "thanks_to", "sans", "without"):
        for subject in _subject_of(sentence, head.i):
            yield Argument("beneficiary", subject, "clause")  # "with Turkey's support, Azerbaijan …"
    if token.dep == "obl" and preposition(sentence, i) == "with":
        for child in sentence.dependents(head.i, "obj"):
            yield Argument("iobj", child.i, "above")  # "supply Ukraine with aid"
    for child in sentence.dependents(head.i, "obl", "obl:arg", "obl:agent", "iobj"):
        name = slot(sentence, child.i)
        if child.i != i and name:
            yield Argument(name, child.i, "above")
