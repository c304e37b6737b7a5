"""The way from a word up to the root of its sentence, and by what relation each word hangs on the one above it.

What stands on the way governs the word, as far as each step lets it through: a complement is under its verb's
negation, hedge and voice, a relative clause is not (Saurí and Pustejovsky 2012, "Are you sure that this happened?").
"""

from typing import NamedTuple

from foedus.language.parse import Sentence, Token
from foedus.reader.relations import CASES, VERBAL, preposition, slot, uncontracted

CLAUSE = frozenset({"que", "that", "что", "clause", "si", "whether", "ли", "selon_lequel", "чтобы", "pour_que", "how"})
"""Names of relations that stand for a finite clause."""
INFINITIVE = frozenset({"inf", "to_inf", "de_inf", "à_inf", "bare_inf", "ing", "pp"})
"""Those that stand for an infinitive or a participle."""
COMPLEMENTISERS = frozenset({"que", "qu'", "that", "что", "si", "s'", "whether", "if", "ли", "чтобы", "как", "how"})
"""Conjunctions of a clause that is what is said, asked or known; the tree says whether it is one here."""
THAT = frozenset({"que", "qu'", "that", "что"})
_FULL = {"об": "о", "обо": "о", "во": "в", "со": "с", "ко": "к", "изо": "из", "ото": "от"}
"""Prepositions with a helping vowel."""
_INFINITIVES = {"to": "to_inf", "de": "de_inf", "à": "à_inf"}
_CLAUSES = frozenset({"ccomp", "csubj", "csubj:pass", "acl", "acl:relcl", "advcl", "parataxis", "xcomp", "dep"})
_THROUGH = frozenset({"xcomp", "ccomp", "obj", "iobj", "nsubj", "nsubj:pass", "csubj", "csubj:pass", "obl:arg"})
"""Relations that let through what is said of the word above: its complements and its subject."""


class Step(NamedTuple):
    """One step up: the word below, its relation, the word above (token indices)."""

    below: int
    dep: str
    above: int


def way(sentence: Sentence, i: int) -> list[Step]:
    """The steps from the word to the root; a cycle in a faulty parse ends them."""
    steps: list[Step] = []
    below = sentence.tokens[i]
    for above in sentence.ancestors(i):
        steps.append(Step(below.i, below.dep, above.i))
        below = above
    return steps


def is_finite(sentence: Sentence, i: int) -> bool:
    """Whether the word heads a finite clause: by itself, an auxiliary or a copula."""
    group = [sentence.tokens[i], *sentence.dependents(i, "aux", "aux:pass", "aux:tense", "cop")]
    return any(word.feats.get("VerbForm") == "Fin" for word in group)


def names(sentence: Sentence, step: Step) -> frozenset[str]:
    """What frames may call the step: "que" and its like for a clause, "to_inf", "obj", "subj", "de", "о+loc"."""
    token = sentence.tokens[step.below]
    if step.dep in _CLAUSES or (step.dep in ("obj", "nsubj", "obl", "advmod") and _is_clause(sentence, token)):
        return _of_clause(sentence, step)
    if step.dep in ("obj", "iobj"):
        case = CASES.get(token.feats.get("Case", ""), "")
        return frozenset({"obj", "comp", case} | _marked(sentence, step.below))
    if step.dep in ("nsubj", "nsubj:pass"):
        return frozenset({"subj", "obj"} if step.dep == "nsubj:pass" else {"subj"})
    if step.dep.startswith(("obl", "nmod")):
        return frozenset({"comp", "poss"} if step.dep == "nmod:poss" else {"comp"}) | _marked(sentence, step.below)
    return frozenset()


def _of_clause(sentence: Sentence, step: Step) -> frozenset[str]:
    """A clause is a complement where its conjunction says so; a relative clause or an adverbial one is none."""
    if any(token.text == ";" for token in sentence.tokens[min(step.below, step.above) : max(step.below, step.above)]):
        return frozenset()
    marks = set(_marks(sentence, step.below))
    if is_finite(sentence, step.below):
        if step.dep in ("acl:relcl", "acl", "advcl") and not marks & COMPLEMENTISERS:
            return frozenset({"selon_lequel"} if _by_which(sentence, step.below) else ())
        subject = {"subj"} if step.dep.startswith("csubj") else set()
        return CLAUSE | subject | {"comp"}
    if step.dep == "acl:relcl" or (step.dep == "advcl" and not marks):
        return frozenset()
    kinds = {_INFINITIVES[mark] for mark in marks if mark in _INFINITIVES} or {"inf", "bare_inf", "ing", "pp"}
    return frozenset({"obj", "comp", *kinds, *marks} | ({"inf"} if "to_inf" in kinds else set()))


def _marks(sentence: Sentence, i: int) -> list[str]:
    return [uncontracted(word) for word in sentence.dependents(i, "mark", "case") if word.i < i]


def _by_which(sentence: Sentence, i: int) -> bool:
    """ "According to which": the clause is what the noun says."""
    return any(
        sentence.tokens[k].feats.get("PronType") == "Rel" and preposition(sentence, k) for k in sentence.children[i]
    )


def _is_clause(sentence: Sentence, token: Token) -> bool:
    return token.upos in VERBAL and is_finite(sentence, token.i)


def _marked(sentence: Sentence, i: int) -> frozenset[str]:
    """The preposition or case, with the case as Russian frames have it, and without."""
    name, bare = slot(sentence, i), preposition(sentence, i)
    found = {_whole(some) for some in (name, bare) if some}
    return frozenset(found | {part.split("_")[-1] for part in found})


def _whole(name: str) -> str:
    """A relation with its preposition's own form: "об+loc" is "о+loc"."""
    lead, plus, case = name.partition("+")
    return f"{_FULL.get(lead, lead)}{plus}{case}"


def goes_through(sentence: Sentence, step: Step) -> bool:
    """Whether what is said of the word above is said of the word below too."""
    if step.dep in _THROUGH:
        return True
    if step.dep in ("nmod", "obl", "obl:agent", "acl"):
        return sentence.tokens[step.above].upos not in VERBAL and step.dep != "acl"
    return False
