"""What stands over a trigger and changes it: plans, refusals, promises, negations, tense and mood.

Each step up the tree from the trigger may hold an operator ("a refusé de livrer", "prévoit l'achat"); the nearest that
knows the claim's type decides the stage.
"""

from collections.abc import Iterator
from typing import NamedTuple

from foedus.language.parse import Token
from foedus.model.claim import Cue
from foedus.model.vocabulary import NEGATIVE_STAGES, TYPES, Certainty, CueKind, Polarity
from foedus.reader.lexicon import Lexicon
from foedus.reader.matcher import Hit
from foedus.reader.relations import VERBAL, is_passive
from foedus.reader.unit import Operator, Unit
from foedus.reader.view import View

UP = ("xcomp", "ccomp", "obj", "nsubj:pass", "advcl", "obl", "obl:arg", "nmod", "nsubj", "acl", "csubj")
"""Relations through which an operator reaches its complement."""
STEPS = 3
ENDED = {"transfer": "suspended", "assistance": "suspended", "production": "ended"}
"""What no longer happens, by type."""


class Decision(NamedTuple):
    """Stage, polarity and certainty of a trigger with the cues that decided them."""

    stage: str
    polarity: Polarity
    certainty: Certainty
    cues: tuple[Cue, ...]
    control: tuple[str, int] | None
    """The operator's relation whose filler is the trigger's subject, and the operator's token."""


def decide(lexicon: Lexicon, view: View, hit: Hit[Unit], unit: Unit, over: dict[int, Hit[Operator]]) -> Decision | None:
    """What the words over the trigger make of it; None where they take the statement away (condition, hypothesis)."""
    if _supposed(lexicon, view, hit.anchor) or _purpose(lexicon, view, hit.anchor):
        return None
    operator = _operator_over(view, hit, over)
    entry = _sense_of(operator, unit) if operator else None
    stage, cues = _stage(lexicon, view, hit, unit, entry)
    if operator:
        cues.insert(0, _cue("operator", view, operator.tokens))
    certainty: Certainty = (entry.certainty if entry else None) or "certain"
    polarity: Polarity = (entry.polarity if entry else None) or "affirmed"
    hedge = _hedge(lexicon, view, hit.anchor)
    if hedge:
        certainty = hedge[1]
        cues.append(_cue("hedge", view, (hedge[0],)))
    negation = _negation(lexicon, view, hit, operator)
    if negation is not None:
        cues.append(_cue("negation", view, (negation,)))
        ended = None if operator else _no_longer(lexicon, view, hit.anchor)
        if ended is not None and unit.type in ENDED:
            stage = ENDED[unit.type]
            cues.append(_cue("negation", view, (ended,)))
        elif stage not in NEGATIVE_STAGES or not operator:
            polarity = "negated"
    batch = _batch(lexicon, view, hit.anchor) if (stage, polarity) == ("delivered", "affirmed") else None
    if batch is not None:
        stage = "delivering"
        cues.append(_cue("batch", view, (batch,)))
    control = (entry.control, operator.anchor) if operator and entry and entry.control else None
    return Decision(stage, polarity, certainty, tuple(cues), control)


def _sense_of(operator: Hit[Operator], unit: Unit) -> Operator:
    """The sense of an operator that knows the unit's type, else its first."""
    return next((sense for sense in operator.senses if unit.type in sense.stages), operator.senses[0])


def _stage(lexicon: Lexicon, view: View, hit: Hit[Unit], unit: Unit, entry: Operator | None) -> tuple[str, list[Cue]]:
    """Stage from operator, else from tense and form, else the unit's own; with the cues of tense."""
    if entry:
        return _under(entry, unit) or unit.stage, []
    tensed = _tensed(lexicon, view, hit.anchor)
    future = lexicon.words["future_stages"].get(unit.type, {}).get(unit.stage) if tensed else None
    if tensed and future:
        return str(future), [_cue("tense", view, (tensed,))]
    if unit.participle and _beside_noun(view, hit.anchor):
        return unit.participle, []
    if unit.habitual and _present(view, hit.anchor):
        return unit.habitual, [_cue("tense", view, (hit.anchor,))]
    return unit.stage, []


def _under(entry: Operator, unit: Unit) -> str | None:
    if unit.type == "transfer" and entry.buying and unit.frame.get("subj", ("",))[0] == "recipient":
        return entry.buying
    stage = entry.stages.get(unit.type)
    return stage if stage in TYPES[unit.type].stages else None


def _operator_over(view: View, hit: Hit[Unit], over: dict[int, Hit[Operator]]) -> Hit[Operator] | None:
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


def _present(view: View, anchor: int) -> bool:
    tokens = list(_verb_group(view, anchor))
    finite = [token for token in tokens if token.feats.get("VerbForm") == "Fin"]
    if len(tokens) > 1 and any(token.upos == "AUX" for token in tokens[1:]):
        return False
    return bool(finite) and all(token.feats.get("Tense") in ("Pres", None) for token in finite)


def _beside_noun(view: View, anchor: int) -> bool:
    """Whether the trigger is a past participle that qualifies a noun."""
    token = view.tokens[anchor]
    return token.dep in ("acl", "amod") and is_passive(view.sentence, anchor) and token.upos in ("VERB", "ADJ")


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


def _negation(lexicon: Lexicon, view: View, hit: Hit[Unit], operator: Hit[Operator] | None) -> int | None:
    """The negating word of the trigger or of its operator; "ne … que" and "not only" restrict, they do not negate."""
    if any(view.tokens[i].lemma.lower() in lexicon.cues("negations") for i in hit.tokens):
        return None
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


def _no_longer(lexicon: Lexicon, view: View, anchor: int) -> int | None:
    """ "Ne livre plus", "no longer supplies": the word that says something went on before."""
    for token in _verb_group(view, anchor):
        for word in (token, *view.sentence.dependents(token.i, "advmod")):
            if word.text.lower() in lexicon.cues("no_longer"):
                return word.i
    return None


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


def _supposed(lexicon: Lexicon, view: View, anchor: int) -> bool:
    """Whether the trigger stands in a condition ("si …") or in what would follow from one ("would … if …")."""
    marks = lexicon.cues("conditions")
    unreal = conditional = False
    i = anchor
    for _ in range(5):
        token = view.tokens[i]
        if token.dep in ("advcl", "ccomp", "acl", "root", "conj") and _marked(view, i, marks):
            return True
        group = [token, *view.sentence.dependents(i, "aux", "aux:pass", "cop")]
        unreal = unreal or any(_is_unreal(lexicon, word) for word in group)
        conditional = conditional or any(
            _marked(view, clause.i, marks) for clause in view.sentence.dependents(i, "advcl")
        )
        if unreal and conditional:
            return True
        if token.head == i or token.dep not in ("xcomp", "conj", "obj", "nsubj", "nmod", "obl", "obl:arg"):
            return False
        i = token.head
    return False


def _marked(view: View, i: int, marks: frozenset[str]) -> bool:
    return any(child.text.lower().replace("’", "'") in marks for child in view.sentence.dependents(i, "mark", "advmod"))


def _is_unreal(lexicon: Lexicon, token: Token) -> bool:
    return token.feats.get("Mood") == "Cnd" or token.lemma.lower() in lexicon.cues("irrealis")


def _purpose(lexicon: Lexicon, view: View, anchor: int) -> bool:
    """Whether the trigger is an aim and not an event: "pour équiper l'armée"; "pour avoir livré" tells of an event."""
    token = view.tokens[anchor]
    if token.dep not in ("advcl", "acl") or token.feats.get("VerbForm") != "Inf":
        return False
    marks = [child.text.lower() for child in view.sentence.dependents(anchor, "mark", "case")]
    perfect = any(view.sentence.dependents(anchor, "aux"))
    return not perfect and any(mark in lexicon.cues("aims") for mark in marks)


def _cue(kind: CueKind, view: View, tokens: tuple[int, ...]) -> Cue:
    start, end = view.tokens[tokens[0]].start, view.tokens[tokens[-1]].end
    return Cue(kind, view.text[start:end], start, end)
