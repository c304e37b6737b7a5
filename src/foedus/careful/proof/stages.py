"""A told stage against the words at the place: no further than they can say.

What the lexicon says of unit, operator, tense and batch is one witness, the reader's decider of stages the other. A
stage is too far where the decider finds it, and all that say more, as good as impossible; where the lexicon says so
too, less is enough.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from foedus.careful.proof.fault import Fault
from foedus.careful.proof.ground import Ground
from foedus.careful.proof.placing import Placed
from foedus.careful.proof.surety import may_deny
from foedus.knowledge.yaml_file import YamlFile
from foedus.language.verbs import verb_phrase
from foedus.model.vocabulary import NEGATIVE_STAGES, ClaimType
from foedus.reader.lexicon.words import normal
from foedus.reader.matching import Hit
from foedus.reader.operators import UP
from foedus.reader.relations import VERBAL
from foedus.reader.unit import Operator, Unit
from foedus.reader.view import View

FILE = "stage_order.yaml"
LEAST, LEAST_BY_LEXICON = 0.03, 0.07
"""How likely a stage, or one that says more, must be at its place; measured on the dev part (docs/careful-proof.md)."""
UNSAID = 0.01
"""How likely a negative stage must be that neither the lexicon gives nor a word near denies."""
STEPS = 3
"""How far above the trigger an operator may stand."""


def check_stage(ground: Ground, one: Placed) -> Hit[Operator] | None:
    """The operator that gives the trigger its stage, where one does; Fault `stage_further` or `stage_unsaid`."""
    told = one.told
    view = ground.view_at(one.trigger.start)
    hits = ground.hits(view, one.trigger, told.type) if view is not None else []
    if view is None or not hits:
        return None
    hit = hits[0]
    over = _operator(ground, view, hit, one.trigger)
    sayable = set(_sayable(ground, view, hit, over, told.type))
    ranks = stage_ranks(told.type)
    most = max((ranks[stage] for stage in sayable if stage in ranks), default=None)
    by_lexicon = told.stage in ranks and most is not None and ranks[told.stage] > most
    shares = ground.stages.at(view.index, view.sentence.covering(*one.trigger), told.type)
    least = LEAST_BY_LEXICON if by_lexicon else LEAST
    if told.polarity == "affirmed" and _is_further(told.type, told.stage, shares, least):
        raise Fault("stage_further", f"{told.stage}: {ground.text.words(one.trigger)}")
    hardly = told.stage in NEGATIVE_STAGES and shares.get(told.stage, 1.0) < UNSAID
    if hardly and told.stage not in sayable and not may_deny(ground, one, view):
        raise Fault("stage_unsaid", f"{told.stage}: {ground.text.words(one.trigger)}")
    return over if over is not None and told.stage in set(_given(over, told.type)) else None


def _is_further(claim_type: ClaimType, stage: str, shares: Mapping[str, float], least: float) -> bool:
    """Whether stages that say less are the likelier ones, and this one and those that say more hardly possible."""
    ranks = stage_ranks(claim_type)
    if stage not in ranks:
        return False
    less = sum(share for other, share in shares.items() if other in ranks and ranks[other] < ranks[stage])
    reached = sum(share for other, share in shares.items() if other in ranks and ranks[other] >= ranks[stage])
    return less > 0.5 and reached < least


@cache
def stage_ranks(claim_type: ClaimType) -> Mapping[str, int]:
    """How far each stage of a type says that a matter has come; stages without a place in the order are missing."""
    file = files("foedus") / "data" / "careful" / FILE
    order = YamlFile(file, FILE).shaped(dict[str, list[list[str]]])
    return {stage: rank for rank, stages in enumerate(order.get(claim_type, [])) for stage in stages}


def _sayable(
    ground: Ground, view: View, hit: Hit[Unit], over: Hit[Operator] | None, claim_type: ClaimType
) -> Iterator[str]:
    """The stages that the words can say: an operator's alone where one stands over them, else the unit's own."""
    if over is not None and (given := list(_given(over, claim_type))):
        yield from given
        return
    lexicon = ground.tools_of(view).lexicon
    ahead = (lexicon.words.get("future_stages") or {}).get(claim_type, {})
    phrase = verb_phrase(view.sentence, hit.anchor, lexicon.lang)
    future = phrase is not None and phrase.tense == "future"
    for unit in hit.senses:
        if future and unit.stage in ahead:
            yield ahead[unit.stage]
            continue
        yield from (stage for stage in (unit.stage, unit.habitual, unit.participle) if stage)
    if not future and _is_batch(lexicon.cues("batches") | lexicon.cues("firsts"), view):
        yield "delivering"


def _is_batch(batches: frozenset[str], view: View) -> bool:
    return any(normal(token.lemma) in batches for token in view.tokens)


def _operator(ground: Ground, view: View, hit: Hit[Unit], trigger: tuple[int, int]) -> Hit[Operator] | None:
    """The operator in the trigger's own words, else the nearest one that governs them."""
    over = {one.anchor: one for one in ground.tools_of(view).operators.hits(view.sentence)}
    own = next((i for i in view.sentence.covering(*trigger) if i in over and i not in hit.tokens), None)
    if own is not None:
        return over[own]
    i = hit.anchor
    for _ in range(STEPS):
        token = view.tokens[i]
        if token.head == i or token.dep not in (*UP, "conj"):
            return None
        i = token.head
        if token.dep == "conj":
            continue
        if i in over and i not in hit.tokens:
            return over[i]
        if view.tokens[i].upos in VERBAL and token.dep not in ("xcomp", "obj", "nsubj:pass"):
            return None
    return None


def _given(over: Hit[Operator], claim_type: ClaimType) -> Iterator[str]:
    for sense in over.senses:
        if claim_type in sense.stages:
            yield sense.stages[claim_type]
        if claim_type == "transfer" and sense.buying:
            yield sense.buying
