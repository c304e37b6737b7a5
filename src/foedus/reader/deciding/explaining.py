"""What the decider says of the words of one document, with its reasons."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from foedus.model.vocabulary import ClaimType
from foedus.reader.analysis import Analysis
from foedus.reader.deciding.candidates import Candidate
from foedus.reader.deciding.decider import Said, chosen, look, weigh
from foedus.reader.deciding.features import Features
from foedus.reader.deciding.model import load_model
from foedus.reader.deciding.reasons import Reason, reasons, stage_reasons
from foedus.reader.deciding.stages import Standing, decide_stage, year_of
from foedus.reader.deciding.trees import probability
from foedus.reader.unit import Unit


class Explanation(Struct, frozen=True):
    """Whether words make a claim of a type, and why. `chosen` where the probability reaches the threshold and no other
    type is likelier at the word; the stage is the one that the claim would have."""

    type: ClaimType
    probability: float
    threshold: float
    chosen: bool
    reasons: tuple[Reason, ...]
    stage: str
    stage_probability: float
    stage_reasons: tuple[Reason, ...]


class Explainer:
    """The candidates of a document, ready to be explained."""

    def __init__(
        self, analysis: Analysis, published: str | None, own: Path | None = None, models: Path | None = None
    ) -> None:
        self._model = load_model(models)
        self._sight = look(analysis, own)
        self._year = year_of(published)
        said = weigh(self._model, self._sight)
        self._said = {_place(one): one for one in said}
        self._chosen = {_place(one) for one in chosen(said, self._model.threshold)}

    def at(self, start: int, end: int, claim_type: str) -> Explanation | None:
        """The claim of the type that words exactly there can make, in code points; None where none can."""
        return self._likeliest(
            one
            for place, some in self._sight.candidates.items()
            for candidate in some
            if candidate.type == claim_type and self._span(place[0], candidate) == (start, end)
            for one in self._at_word(*place)
            if one.candidate is candidate
        )

    def of_unit(self, view: int, anchor: int, unit: Unit) -> Explanation | None:
        """The claim of a unit at a word of a sentence; None where another unit of the type stands for it there."""
        return self._likeliest(one for one in self._at_word(view, anchor) if one.candidate.unit is unit)

    def of_operator(self, view: int, anchor: int) -> Explanation | None:
        """The likeliest claim that the operator at a word of a sentence can make by itself; None where it can none."""
        return self._likeliest(one for one in self._at_word(view, anchor) if one.candidate.unit is None)

    def _at_word(self, view: int, anchor: int) -> Iterator[Said]:
        """All candidates of a word; what the first pass dropped as hopeless has only what that saw."""
        some = self._sight.candidates.get((view, anchor), ())
        features = self._sight.features(view, anchor, some, self._model.rates) if some else []
        for candidate, made in zip(some, features, strict=True):
            held = self._said.get((view, anchor, candidate.type))
            yield held or self._dropped(view, candidate, made)

    def _dropped(self, view: int, candidate: Candidate, features: Features) -> Said:
        rows = self._model.encoders["first"].rows([features.values])
        share = probability(self._model.trees["first"].log_odds(rows))
        return Said(view, candidate, float(share[0]), features, rows[0])

    def _likeliest(self, some: Iterable[Said]) -> Explanation | None:
        best = max(some, key=lambda one: one.probability, default=None)
        return self._explained(best) if best else None

    def _explained(self, said: Said) -> Explanation:
        setting, operators = self._sight.setting, self._sight.operators[said.view]
        scene, lang = setting.scenes[said.view], setting.langs[said.view]
        at = Standing(scene, lang, said.candidate, said.features, operators, self._year)
        stage = decide_stage(self._model, at)
        return Explanation(
            said.candidate.type,
            round(said.probability, 4),
            self._model.threshold,
            _place(said) in self._chosen,
            tuple(reasons(self._model, said)),
            stage.stage,
            round(stage.probability, 4),
            tuple(stage_reasons(self._model, at, stage.stage)),
        )

    def _span(self, view: int, candidate: Candidate) -> tuple[int, int]:
        words, tokens = candidate.hit.tokens, self._sight.setting.scenes[view].view.tokens
        return tokens[words[0]].start, tokens[words[-1]].end


def _place(said: Said) -> tuple[int, int, ClaimType]:
    return said.view, said.candidate.anchor, said.candidate.type
