"""How the linker's columns and facts are told in plain English, by `data/linker_reasons.yaml`."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

import numpy as np
import yaml

Standing = Literal["here", "elsewhere", "empty"]
"""Whether a candidate is named in the event's sentence, or not, or is nobody."""
Cases = str | Mapping[str, str]
"""One wording, or one for each case of the number and of who it is."""


class LinkWording(NamedTuple):
    """The table: wordings of columns by what they tell of, and of ways, places, constructions and facts."""

    sentence: Mapping[str, Cases]
    candidate: Mapping[str, Cases]
    event: Mapping[str, Cases]
    rates: Mapping[str, Cases]
    around: Mapping[str, Cases]
    ways: Mapping[str, str]
    places: Mapping[str, str]
    hows: Mapping[str, str]
    facts: Mapping[str, str]
    roles: Mapping[str, str]
    kinds: Mapping[str, str]

    @property
    def columns(self) -> Mapping[str, Cases]:
        """All wordings of columns by name."""
        return {**self.sentence, **self.candidate, **self.event, **self.rates, **self.around}

    def column(self, name: str, value: float, standing: Standing, trigger: str, role: str) -> str:
        """A column with its value; of who is not in the sentence, or nobody, what such have no place for is one.

        `trigger` is the event's word with its quotation marks, `role` what the role is called.
        """
        number = told(name, value)
        if standing == "empty" and (name in self.sentence or name in self.candidate):
            template = self.facts["nobody"]
        elif standing == "elsewhere" and name in self.sentence:
            template = self.facts["elsewhere"]
        else:
            template = _of_case(self.columns.get(name, f"{name} {{value}}"), number, standing)
        return template.format(value=shown(number), percent=f"{100 * number:.0f}", trigger=trigger, role=role)

    def role(self, name: str) -> str:
        """What a role is called."""
        return self.roles.get(name, name)


def told(name: str, value: float) -> float:
    """The number that a person understands: log-odds of a rate as a share, the logarithm of a count as the count."""
    if name.startswith("rate "):
        return float(1 / (1 + np.exp(-value)))
    if name.startswith("seen "):
        return float(round(np.expm1(value)))
    return value


def shown(number: float) -> str:
    """A number as it is told, in two or three digits."""
    return f"{number:.2g}" if abs(number) < 1 else f"{number:.3g}"


@cache
def load_wording() -> LinkWording:
    """The shipped table."""
    data = yaml.safe_load((files("foedus") / "data" / "linker_reasons.yaml").read_text(encoding="utf-8"))
    return LinkWording(**{name: data[name] for name in LinkWording._fields})


def _of_case(cases: Cases, number: float, standing: Standing) -> str:
    if isinstance(cases, str):
        return cases
    sign = "missing" if number < 0 else "some" if number else "none"
    some = (cases.get(name) for name in (standing, f"{number:g}", sign))
    return next((one for one in some if one), None) or cases.get("some") or next(iter(cases.values()))
