"""The statements of a document: chosen candidates, each with the unit whose frame fills its roles, and its stage."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from foedus.model.vocabulary import ClaimType
from foedus.reader.analysis import Analysis
from foedus.reader.deciding.candidates import Candidate
from foedus.reader.deciding.decider import Said, Sight, chosen, look, weigh
from foedus.reader.deciding.model import Model, load_model
from foedus.reader.deciding.stages import Chosen, Standing, decide_stages, year_of
from foedus.reader.matching import Hit
from foedus.reader.unit import Operator, Unit

LENIENT = 0.5
"""Which share of the threshold is enough to go on: whose roles are then found in place is a claim more often than the
words alone let expect, and the confidence, which knows both, judges last."""


class Statement(NamedTuple):
    """One thing said. `hit` is where the roles are read, `senses` its units of the type; `trigger` are the words that
    say it, which are an operator's where that stands for the unit."""

    view: int
    type: ClaimType
    hit: Hit[Unit]
    senses: tuple[Unit, ...]
    trigger: tuple[int, ...]
    stage: Chosen
    probability: float
    operators: Mapping[int, Hit[Operator]]


def statements(
    analysis: Analysis, published: str | None, own: Path | None = None, models: Path | None = None
) -> list[Statement]:
    """What the document says, in text order; `own` is a user's lexicon folder, `models` a folder of models."""
    if not analysis.views:
        return []
    model, sight = load_model(models), look(analysis, own)
    year = year_of(published)
    said = chosen(weigh(model, sight), LENIENT * model.threshold)
    return list(_made(model, sight, _without_echoes(sight, said, model.threshold), year))


def _without_echoes(sight: Sight, said: list[Said], threshold: float) -> list[Said]:
    """Without less sure words right above or below a sure one of their type: "denied" over "having delivered" tells
    the same event."""
    sure = {(one.view, one.candidate.anchor): one.candidate.type for one in said if one.probability >= threshold}

    def echoes(one: Said) -> bool:
        tokens, i = sight.setting.scenes[one.view].view.tokens, one.candidate.anchor
        linked = [tokens[i].head, *(token.i for token in tokens if token.head == i)]
        return any(sure.get((one.view, k)) == one.candidate.type for k in linked if k != i)

    return [one for one in said if one.probability >= threshold or not echoes(one)]


def _made(model: Model, sight: Sight, said: list[Said], year: int | None) -> Iterator[Statement]:
    told: dict[ClaimType, Candidate] = {}
    made: list[tuple[Said, Candidate]] = []
    for one in said:
        candidate = one.candidate
        source = _source(sight, one) or (candidate if candidate.unit else None) or told.get(candidate.type)
        if source is not None and source.unit is not None:
            told[candidate.type] = source
            made.append((one, source))
    stages = decide_stages(model, [_standing(sight, one, year) for one, _ in made])
    for (one, source), stage in zip(made, stages, strict=True):
        candidate = one.candidate
        hit = _hit_of(source, candidate)
        senses = tuple(unit for unit in hit.senses if unit.type == candidate.type)
        operators = sight.operators[one.view]
        yield Statement(one.view, candidate.type, hit, senses, candidate.hit.tokens, stage, one.probability, operators)


def _standing(sight: Sight, said: Said, year: int | None) -> Standing:
    scene, lang = sight.setting.scenes[said.view], sight.setting.langs[said.view]
    return Standing(scene, lang, said.candidate, said.features, sight.operators[said.view], year)


def _source(sight: Sight, said: Said) -> Candidate | None:
    """The candidate below an operator that gave it its type."""
    candidate = said.candidate
    if candidate.source is None:
        return None
    some = sight.candidates.get((said.view, candidate.source), ())
    return next((one for one in some if one.type == candidate.type and one.unit is not None), None)


def _hit_of(source: Candidate, candidate: Candidate) -> Hit[Unit]:
    """Where the roles are read: the unit's own words, or the word that goes on with an event told before."""
    if source is candidate or candidate.source is not None:
        senses = tuple(sense for sense in source.hit.senses if isinstance(sense, Unit))
        return Hit(source.hit.anchor, source.hit.tokens, source.hit.content, senses, source.hit.nested)
    held = (source.unit,) if source.unit else ()
    return Hit(candidate.anchor, candidate.hit.tokens, candidate.hit.content, held, False)
