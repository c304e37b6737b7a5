"""Suppositions: what stands in a condition ("si …"), or would follow from one, is no claim."""

from foedus.language.parse import Token
from foedus.reader.lexicon import Lexicon
from foedus.reader.lexicon.words import normal
from foedus.reader.view import View

STEPS = 5
CLAUSES = frozenset({"advcl", "ccomp", "acl", "root", "conj"})
UP = frozenset({"xcomp", "conj", "obj", "nsubj", "nmod", "obl", "obl:arg"})


def is_supposed(lexicon: Lexicon, view: View, i: int) -> bool:
    """Whether the word at i stands in a condition, or in an unreal clause that has one ("would … if …")."""
    marks = lexicon.cues("conditions")
    unreal = conditional = False
    for _ in range(STEPS):
        token = view.tokens[i]
        if token.dep in CLAUSES and _marked(view, i, marks):
            return True
        group = (token, *view.sentence.dependents(i, "aux", "aux:pass", "cop"))
        unreal = unreal or any(_is_unreal(lexicon, word) for word in group)
        conditional = conditional or any(
            _marked(view, clause.i, marks) for clause in view.sentence.dependents(i, "advcl")
        )
        if unreal and conditional:
            return True
        if token.head == i or token.dep not in UP:
            return False
        i = token.head
    return False


def _marked(view: View, i: int, marks: frozenset[str]) -> bool:
    return any(normal(child.text) in marks for child in view.sentence.dependents(i, "mark", "advmod"))


def _is_unreal(lexicon: Lexicon, token: Token) -> bool:
    return token.feats.get("Mood") == "Cnd" or normal(token.lemma) in lexicon.cues("irrealis")
