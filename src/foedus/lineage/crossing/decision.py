"""Whether two pages are one text, tell one event, or neither: logistic models over `Likeness`, as data.

The weights are in `data/lineage/crossing.yaml`, made by `python -m training.lineage.train`.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp, log1p
from typing import Any, Literal, NamedTuple, get_args

import yaml

from foedus.lineage.crossing.likeness import Likeness
from foedus.model.errors import DataError

FILE = "crossing.yaml"
Outcome = Literal["text", "event"]
Model = Literal["within", "across", "event"]
MODELS: tuple[Model, ...] = get_args(Model)
EVENT_DAYS = 5
"""Pages further apart tell no event as news."""
FEATURES = tuple(name for name in Likeness._fields if name != "same_language")


class Linear(NamedTuple):
    """A logistic model and the probability from which its answer is yes."""

    bias: float
    weights: Mapping[str, float]
    level: float

    def probability(self, found: Likeness) -> float:
        """Of a yes, 0 to 1."""
        return 1 / (1 + exp(-self.bias - sum(weight * getattr(found, name) for name, weight in self.weights.items())))


class Verdict(NamedTuple):
    """What two pages are to each other, and how probably."""

    outcome: Outcome | None
    probability: float


class Decision:
    """One model for texts of one language (`within`), one for two (`across`), one for events. Load once."""

    def __init__(self, models: Mapping[Model, Linear]) -> None:
        self._models = models

    def of(self, found: Likeness) -> Verdict:
        """One text where that is sure enough; else, not many days apart, one event; else neither."""
        model = self._models["within" if found.same_language else "across"]
        text = model.probability(found)
        if text >= model.level:
            return Verdict("text", text)
        if found.days > log1p(EVENT_DAYS):
            return Verdict(None, 0.0)
        event = self._models["event"].probability(found)
        return Verdict("event" if event >= self._models["event"].level else None, event)


@cache
def load_decision() -> Decision:
    """The shipped models."""
    file = files("foedus") / "data" / "lineage" / FILE
    if not file.is_file():
        raise DataError(f"{FILE}: the models are missing: make them with python -m training.lineage.train")
    return Decision(models_of(yaml.safe_load(file.read_text(encoding="utf-8"))))


def models_of(written: Mapping[str, Any]) -> Mapping[Model, Linear]:
    """The models as their file has them; DataError where a part is missing or unknown."""
    made: dict[Model, Linear] = {}
    for name in MODELS:
        model = written.get(name, {})
        wrong = sorted(set(model.get("weights", {})) - set(FEATURES))
        if wrong or not {"bias", "level", "weights"} <= set(model):
            raise DataError(f"{FILE}: {name}: {wrong[0] if wrong else 'bias, level or weights'} is unknown or missing")
        made[name] = Linear(model["bias"], model["weights"], model["level"])
    return made
