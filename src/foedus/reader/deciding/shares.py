"""How likely each stage of a type is at words of a document, whoever says that they make a claim of it."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from foedus.model.vocabulary import ClaimType
from foedus.reader.analysis import Analysis
from foedus.reader.deciding.candidates import Candidate
from foedus.reader.deciding.decider import Sight, look
from foedus.reader.deciding.model import Model, load_model
from foedus.reader.deciding.stages import Standing, weighed_stages, year_of
from foedus.reader.deciding.trees import probability


class StageShares:
    """The stages of one document's words, weighed when first asked for.

    `own` is a user's lexicon folder, `models` one of models.
    """

    def __init__(
        self, analysis: Analysis, published: str | None, own: Path | None = None, models: Path | None = None
    ) -> None:
        self._analysis = analysis
        self._own = own
        self._models = models
        self._year = year_of(published)

    @cached_property
    def _model(self) -> Model:
        return load_model(self._models)

    @cached_property
    def _sight(self) -> Sight:
        return look(self._analysis, self._own)

    def at(self, view: int, tokens: Sequence[int], claim_type: ClaimType) -> Mapping[str, float]:
        """Stage → probability, adding up to one, at the first of the words that can make a claim of the type; empty
        where none can."""
        for i in tokens:
            some = self._sight.candidates.get((view, i), ())
            for place, one in enumerate(some):
                if one.type == claim_type:
                    return self._shares(view, some, place)
        return {}

    def _shares(self, view: int, some: Sequence[Candidate], place: int) -> Mapping[str, float]:
        one, setting = some[place], self._sight.setting
        features = self._sight.features(view, one.anchor, some, self._model.rates)[place]
        at = Standing(setting.scenes[view], setting.langs[view], one, features, self._sight.operators[view], self._year)
        weighed = weighed_stages(at, self._model.stage_rates)
        rows = self._model.encoders["stage"].rows(list(weighed.own.values()), weighed.shared)
        shares = probability(self._model.trees["stage"].log_odds(rows))
        return dict(zip(weighed.own, (shares / max(float(shares.sum()), 1e-6)).tolist(), strict=True))
