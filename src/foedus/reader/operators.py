"""What stands over a trigger: operators, negations, hedges, and what they make of its polarity and certainty.

Each step up the tree from the trigger may hold an operator ("a refusé de livrer", "prévoit l'achat").
"""

from collections.abc import Iterator
from typing import NamedTuple

from foedus.language.parse import Token
from foedus.model.claim import Cue
from foedus.model.vocabulary import NEGATIVE_STAGES, Certainty, CueKind, Polarity
from foedus.reader.deciding.statements import Statement
from foedus.reader.lexicon import Lexicon
from foedus.reader.matching import Hit
from foedus.reader.relations import VERBAL
from foedus.reader.unit import Operator, Unit
from foedus.reader.view import View

UP = ("xcomp", "ccomp", "obj", "nsubj:pass", "advcl", "obl", "obl:arg", "nmod", "nsubj", "acl", "csubj")
"""Relations through which an operator reaches its complement."""
STEPS = 3


class Decision(NamedTuple):
    """Polarity and certainty of a trigger with the cues that decided them and its stage."""

    polarity: Polarity
    certainty: Certainty
    cues: tuple[Cue, ...]


def decide(lexicon: Lexicon, view: View, statement: Statement, unit: Unit) -> Decision:
    """What the words over the trigger make of it; the stage is told already."""
    hit, stage = statement.hit, statement.stage.stage
    operator = _operator_over(view, statement)
    entry = _sense_of(operator, unit) if operator else None
    cues = [_cue("operator", view, operator.tokens)] if operator else []
    tensed = _tensed(lexicon, view, hit.anchor)
    if tensed is not None:
        cues.append(_cue("tense", view, (tensed,)))
    certainty: Certainty = (entry.certainty if entry else None) or "certain"
    polarity: Polarity = (entry.polarity if entry else None) or "affirmed"
    hedge = _hedge(lexicon, view, hit.anchor)
    if hedge:
        certainty = hedge[1]
        cues.append(_cue("hedge", view, (hedge[0],)))
    negation = _negation(lexicon, view, statement, unit, operator)
    if negation is not None:
        cues.append(_cue("negation", view, (negation,)))
        polarity = _negated(stage, unit, entry)
    batch = _batch(lexicon, view, hit.anchor) if stage == "delivering" else None
    if batch is not None:
        cues.append(_cue("batch", view, (batch,)))
    return Decision(polarity, certainty, tuple(cues))


def _negated(stage: str, unit: Unit, entry: Operator | None) -> Polarity:
    """A negative stage that the negation itself made is affirmed; one that the words have without it is denied."""
    if stage not in NEGATIVE_STAGES:
        return "negated"
    own = unit.stage == stage or (entry is not None and entry.stages.get(unit.type) == stage)
    return "negated" if own else "affirmed"


def _sense_of(operator: Hit[Operator], unit: Unit) -> Operator:
    """The sense of an operator that knows the unit's type, else its first."""
    return next((sense for sense in operator.senses if unit.type in sense.stages), operator.senses[0])


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


def _verb_group(view: View, anchor: int) -> Iterator[Token]:
    """The trigger's verb, its auxiliaries and adverbs; for a noun, those of the verb it is object or subject of."""
    sentence = view.sentence
    token = view.tokens[anchor]
    if token.upos not in VERBAL and token.dep in ("obj", "nsubj:pass", "nsubj", "obl", "obl:arg"):
        token = view.tokens[token.head]
    yield token
    yield from sentence.dependents(token.i, "aux", "aux:pass", "cop", "advmod", "aux:tense")
    if token.dep == "xcomp" or (token.dep == "conj" and not any(sentence.dependents(token.i, "aux", "aux:pass"))):
        above = view.tokens[token.head]
        yield from sentence.dependents(above.i, "aux", "aux:pass", "cop")


def _tensed(lexicon: Lexicon, view: View, anchor: int) -> int | None:
    """The token that sets the trigger in the future."""
    for token in _verb_group(view, anchor):
        if token.feats.get("Tense") == "Fut" or token.lemma.lower() in lexicon.cues("future"):
            return token.i
    return None


def _hedge(lexicon: Lexicon, view: View, anchor: int) -> tuple[int, Certainty] | None:
    """Modal verbs and adverbs that lower certainty."""
    candidates = list(_verb_group(view, anchor))
    above = view.tokens[view.tokens[anchor].head]
    if view.tokens[anchor].dep == "xcomp":
        candidates.append(above)
    candidates += view.sentence.dependents(anchor, "amod")
    for token in candidates:
        for certainty in ("possible", "probable", "unknown"):
            if token.i != anchor and token.lemma.lower() in lexicon.cues(f"hedge_{certainty}"):
                return token.i, certainty
    return None


def _negation(
    lexicon: Lexicon, view: View, statement: Statement, unit: Unit, operator: Hit[Operator] | None
) -> int | None:
    """The negating word of the trigger or of its operator; "ne … que" and "not only" restrict, they do not negate."""
    hit, stage = statement.hit, statement.stage.stage
    own = [i for i in hit.tokens if view.tokens[i].lemma.lower() in lexicon.cues("negations")]
    if own:
        return None if stage == unit.stage else own[0]  # "ne pas livrer" may be a refusal or a delivery denied
    places = [hit.anchor] + ([operator.anchor] if operator else [])
    for place in places:
        for token in _verb_group(view, place):
            if token.i == place and token.upos not in VERBAL:
                continue
            for word in (token, *view.sentence.dependents(token.i, "advmod", "det")):
                if _negates(lexicon, view, word):
                    return word.i
    for child in view.sentence.dependents(hit.anchor, "det", "advmod"):
        if _negates(lexicon, view, child):
            return child.i
    return _negative_argument(lexicon, view, hit.anchor)


def _batch(lexicon: Lexicon, view: View, anchor: int) -> int | None:
    """The word that makes a delivery one of several: "un premier lot", "the first batch"."""
    for child in view.sentence.dependents(anchor, "obj", "nsubj:pass", "nsubj"):
        if child.lemma.lower() in lexicon.cues("batches"):
            return child.i
        if any(word.lemma.lower() in lexicon.cues("firsts") for word in view.sentence.dependents(child.i, "amod")):
            return child.i
    return None


def _negative_argument(lexicon: Lexicon, view: View, anchor: int) -> int | None:
    """The determiner that denies the event by denying what it is about: "supplied no tanks", "no weapons were sent"."""
    for argument in view.sentence.dependents(anchor, "obj", "nsubj", "nsubj:pass"):
        for child in view.sentence.dependents(argument.i, "det", "advmod"):
            if child.i < argument.i and _negates(lexicon, view, child):
                return child.i
    return None


def _negates(lexicon: Lexicon, view: View, word: Token) -> bool:
    text = word.text.lower().replace("’", "'")
    if text not in lexicon.cues("negations"):
        return False
    following = [token.text.lower() for token in view.tokens[word.i + 1 : word.i + 2]]
    return not any(token in lexicon.cues("restrictions") for token in following)


def _cue(kind: CueKind, view: View, tokens: tuple[int, ...]) -> Cue:
    start, end = view.tokens[tokens[0]].start, view.tokens[tokens[-1]].end
    return Cue(kind, view.text[start:end], start, end)
