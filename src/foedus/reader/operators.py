"""Words over a trigger that gave it its stage, as cues: an operator ("a refusé de livrer"), a batch ("a first lot").

Each step up the tree from the trigger may hold an operator.
"""

from collections.abc import Iterator

from foedus.model.claim import Cue
from foedus.model.vocabulary import CueKind
from foedus.reader.deciding.statements import Statement
from foedus.reader.lexicon import Lexicon
from foedus.reader.matching import Hit
from foedus.reader.relations import VERBAL
from foedus.reader.unit import Operator
from foedus.reader.view import View

UP = ("xcomp", "ccomp", "obj", "nsubj:pass", "advcl", "obl", "obl:arg", "nmod", "nsubj", "acl", "csubj")
"""Relations through which an operator reaches its complement."""
STEPS = 3


def stage_cues(lexicon: Lexicon, view: View, statement: Statement) -> Iterator[Cue]:
    """The cues of the stage that is told already."""
    operator = _operator_over(view, statement)
    if operator is not None:
        yield _cue("operator", view, operator.tokens)
    batch = _batch(lexicon, view, statement.hit.anchor) if statement.stage.stage == "delivering" else None
    if batch is not None:
        yield _cue("batch", view, (batch,))


def _operator_over(view: View, statement: Statement) -> Hit[Operator] | None:
    hit, over = statement.hit, statement.operators
    i = hit.anchor
    for _ in range(STEPS):
        token = view.tokens[i]
        if token.head == i:
            return None
        if token.dep == "conj":
            i = token.head
            continue
        if token.dep not in UP:
            return None
        i = token.head
        if i in over and i not in hit.tokens:
            return over[i]
        gerund = token.dep == "advcl" and token.feats.get("VerbForm") in ("Part", "Ger")
        if view.tokens[i].upos in VERBAL and not gerund and token.dep not in ("xcomp", "obj", "nsubj:pass"):
            return None
    return None


def _batch(lexicon: Lexicon, view: View, anchor: int) -> int | None:
    """The word that makes a delivery one of several: "un premier lot", "the first batch"."""
    for child in view.sentence.dependents(anchor, "obj", "nsubj:pass", "nsubj"):
        if child.lemma.lower() in lexicon.cues("batches"):
            return child.i
        if any(word.lemma.lower() in lexicon.cues("firsts") for word in view.sentence.dependents(child.i, "amod")):
            return child.i
    return None


def _cue(kind: CueKind, view: View, tokens: tuple[int, ...]) -> Cue:
    start, end = view.tokens[tokens[0]].start, view.tokens[tokens[-1]].end
    return Cue(kind, view.text[start:end], start, end)
