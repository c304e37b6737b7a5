"""The stage of a claim: each stage of its type is weighed, and the likeliest stays.

What is weighed: how often the unit, the word, the operator above it had the stage, whether unit, operator or tense
give it by their entry, the verb phrase, negation, batch words, years against the publication.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from foedus.language.parse import Token
from foedus.language.verbs import verb_phrase
from foedus.model.vocabulary import TYPES, ClaimType
from foedus.reader.deciding.candidates import Candidate
from foedus.reader.deciding.encode import ABSENT, Value
from foedus.reader.deciding.features import Features
from foedus.reader.deciding.model import Model
from foedus.reader.deciding.scene import Scene
from foedus.reader.deciding.trees import Floats, probability
from foedus.reader.lexicon.words import normal
from foedus.reader.matching import Hit
from foedus.reader.unit import Operator

StageCounts = Mapping[str, Mapping[str, int]]
"""How often each stage was told, by key."""
TAKEN = ("tense", "form", "mood", "modal", "passive", "negated", "condition", "quoted", "zone", "determiner", "number",
         "dep", "operator:far", "lang", "auxiliary", "upos", "pos", "gate", "words", "weak", "subj:party", "subj:arms",
         "obj:arms", "own:arms", "below", "head")  # fmt: skip
"""Features of the decider that tell of stages too."""
STEPS = 4
PRIOR = 2.0
_YEAR = re.compile(r"(?:19|20)\d\d")


class Chosen(NamedTuple):
    """The stage and its probability among those of the type; `operator` is the hit above that gave it, if one did."""

    stage: str
    probability: float
    operator: Hit[Operator] | None


class Standing(NamedTuple):
    """A candidate where it stands: its scene, its features, the operators of its sentence, the year of publication."""

    scene: Scene
    lang: str
    candidate: Candidate
    features: Features
    operators: Mapping[int, Hit[Operator]]
    year: int | None


def keys_of(at: Standing) -> dict[str, str]:
    """The keys under which a stage is counted, by their name."""
    return _keys(at, _phrase(at), next(iter(above(at)), None))


def _keys(at: Standing, phrase: Mapping[str, Value], operator: Hit[Operator] | None) -> dict[str, str]:
    candidate, tokens = at.candidate, at.scene.view.tokens
    word, claim_type = normal(tokens[candidate.anchor].lemma), candidate.type
    keys = {"type": claim_type, "word": f"{at.lang}|{word}|{claim_type}"}
    if candidate.unit is not None:
        keys["unit"] = f"{candidate.unit.id}|{candidate.unit.pos}"
    tense = f"{phrase['phrase:tense']} {phrase['phrase:mood']} {phrase['phrase:modality']}"
    keys["word and tense"] = f"{keys.get('unit', keys['word'])}|{tense}"
    keys["type and tense"] = f"{claim_type}|{tense}|{candidate.unit.stage if candidate.unit else '-'}"
    if operator is not None:
        keys["operator"] = f"{operator.senses[0].id}|{claim_type}"
        keys["operator and stage"] = f"{keys['operator']}|{candidate.unit.stage if candidate.unit else '-'}"
    return keys


def above(at: Standing) -> Iterator[Hit[Operator]]:
    """Operators over the candidate's word, the nearest first; the word's own, where it is one, before them."""
    tokens, i = at.scene.view.tokens, at.candidate.anchor
    if at.candidate.unit is None and i in at.operators:
        yield at.operators[i]
    for _ in range(STEPS):
        if tokens[i].head == i:
            return
        i = tokens[i].head
        if i in at.operators and i not in at.candidate.hit.tokens:
            yield at.operators[i]


class Weighed(NamedTuple):
    """A candidate's features for the model of stages: those of all stages, and by stage its own."""

    shared: dict[str, Value]
    own: dict[str, dict[str, Value]]


def stage_values(at: Standing, counts: StageCounts) -> Iterator[tuple[str, dict[str, Value]]]:
    """Every stage of the type with its features."""
    weighed = weighed_stages(at, counts)
    for stage, values in weighed.own.items():
        yield stage, weighed.shared | values


def weighed_stages(at: Standing, counts: StageCounts) -> Weighed:
    """The features of every stage of the candidate's type."""
    phrase, operators = _phrase(at), list(above(at))
    shared: dict[str, Value] = {name: at.features.values.get(name, ABSENT) for name in TAKEN}
    shared |= phrase
    shared |= _words(at)
    shared["operators"] = float(len(operators))
    claim_type = at.candidate.type
    told = {name: counts.get(key, {}) for name, key in _keys(at, phrase, next(iter(operators), None)).items()}
    totals = {name: sum(stages.values()) for name, stages in told.items()}
    shared |= {f"seen of {name}": float(min(total, 20)) for name, total in totals.items()}
    base = counts.get(claim_type, {})
    own = {}
    for stage in TYPES[claim_type].stages:
        values = own[stage] = _of_entries(at, operators, stage)
        share = PRIOR * _share(base, stage)
        for name, stages in told.items():
            values[f"share of {name}"] = (stages.get(stage, 0) + share) / (totals[name] + PRIOR)
    return Weighed(shared, own)


def _of_entries(at: Standing, operators: Sequence[Hit[Operator]], stage: str) -> dict[str, Value]:
    """Whether the lexicon's entries give the stage: the unit's own, and those of the operators over it."""
    claim_type, unit = at.candidate.type, at.candidate.unit
    future = (at.scene.lexicon.words.get("future_stages") or {}).get(claim_type, {})
    values: dict[str, Value] = {
        "stage": f"{claim_type} {stage}",
        "unit says": float(unit is not None and unit.stage == stage),
        "habit says": float(unit is not None and unit.habitual == stage),
        "participle says": float(unit is not None and unit.participle == stage),
        "future says": float(unit is not None and future.get(unit.stage) == stage),
    }
    for number, operator in enumerate(operators[:2], 1):
        values[f"operator {number} says"] = float(_of_operator(operator, claim_type, stage))
    return values


def decide_stage(model: Model, at: Standing) -> Chosen:
    """The likeliest stage of the candidate's type."""
    return decide_stages(model, [at])[0]


def decide_stages(model: Model, some: Sequence[Standing]) -> list[Chosen]:
    """The likeliest stage of each candidate's type; all are weighed at once, which is much faster than one by one."""
    if not some:
        return []
    weighed = [weighed_stages(at, model.stage_rates) for at in some]
    rows = [model.encoders["stage"].rows(list(one.own.values()), one.shared) for one in weighed]
    shares = probability(model.trees["stage"].log_odds(np.concatenate(rows)))
    ends = np.cumsum([len(one.own) for one in weighed])[:-1]
    return [
        _likeliest(at, list(one.own), part) for at, one, part in zip(some, weighed, np.split(shares, ends), strict=True)
    ]


def _likeliest(at: Standing, stages: Sequence[str], shares: Floats) -> Chosen:
    best = int(np.argmax(shares))
    stage = stages[best]
    giver = next((hit for hit in above(at) if _of_operator(hit, at.candidate.type, stage)), None)
    unit = at.candidate.unit
    if unit is not None and unit.stage == stage:
        giver = None
    return Chosen(stage, float(shares[best] / max(float(shares.sum()), 1e-6)), giver)


def year_of(published: str | None) -> int | None:
    """The year of an EDTF date."""
    found = _YEAR.search(published or "")
    return int(found[0]) if found else None


def _of_operator(hit: Hit[Operator], claim_type: ClaimType, stage: str) -> bool:
    return any(sense.stages.get(claim_type) == stage or (claim_type == "transfer" and sense.buying == stage)
               for sense in hit.senses)  # fmt: skip


def _share(told: Mapping[str, int], stage: str) -> float:
    return (told.get(stage, 0) + 1) / (sum(told.values()) + 10)


def _phrase(at: Standing) -> dict[str, Value]:
    """Tense, mood, aspect and modality of the verb that tells the word: itself, or the one it stands under."""
    sentence = at.scene.view.sentence
    token = _verb(at.scene.view.tokens, at.candidate.anchor)
    phrase = verb_phrase(sentence, token.i, at.lang)
    if phrase is None:
        return {"phrase:tense": "-", "phrase:mood": "-", "phrase:aspect": "-", "phrase:modality": "-"}
    return {
        "phrase:tense": phrase.tense or "none",
        "phrase:mood": phrase.mood,
        "phrase:aspect": phrase.aspect or "none",
        "phrase:modality": phrase.modality or "none",
    }


def _verb(tokens: Sequence[Token], i: int) -> Token:
    token = tokens[i]
    for _ in range(2):
        if token.upos in ("VERB", "AUX") or token.head == token.i:
            return token
        token = tokens[token.head]
    return token


def _words(at: Standing) -> dict[str, Value]:
    """Words that tell stages by themselves: batches, "first", "no longer", years before and after the publication."""
    lexicon, sentence, i = at.scene.lexicon, at.scene.view.sentence, at.candidate.anchor
    batch = first = longer = 0.0
    for child in sentence.dependents(i):
        lemma = normal(child.lemma)
        batch = max(batch, float(lemma in lexicon.cues("batches")))
        longer = max(longer, float(normal(child.text) in lexicon.cues("no_longer")))
        for word in sentence.dependents(child.i, "amod", "nummod"):
            first = max(first, float(normal(word.lemma) in lexicon.cues("firsts")))
    years = [int(token.text) for token in sentence.tokens if _YEAR.fullmatch(token.text)]
    known = at.year is not None
    return {
        "batch": batch,
        "first of many": first,
        "no longer": longer,
        "year ahead": float(known and any(year > (at.year or 0) for year in years)),
        "year past": float(known and any(year < (at.year or 0) for year in years)),
        "dated": float(bool(years)),
    }
