"""How features of the decider are told in plain English, by `data/decider_reasons.yaml`."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

import yaml

from foedus.reader.deciding.encode import ABSENT, Value

Of = Literal["claim", "stage"]
"""Whether a feature tells of the claim or of its stage."""
Cases = str | Mapping[str, str]
"""One wording, or one for each of `some`, `none` and `missing`."""


class Wording(NamedTuple):
    """The table: wordings of features of claims and of stages, and of marks; words for kinds and for names."""

    claim: Mapping[str, Cases]
    stage: Mapping[str, Cases]
    marks: Mapping[str, str]
    kinds: Mapping[str, str]
    names: Mapping[str, str]

    def feature(self, of: Of, name: str, value: Value) -> str:
        """A feature with its value; one that the table does not have is told by its name."""
        cases = (self.stage.get(name) if of == "stage" else None) or self.claim.get(name) or f"{name} {{value}}"
        told = self.shown(name, value)
        percent = f"{100 * value:.0f}" if isinstance(value, float) else told
        return _of_case(cases, value).format(value=told, percent=percent)

    def mark(self, relation: str, details: Iterable[str], word: str) -> str:
        """A word or kind of word in its relation; `details` are the prepositions, where it has some."""
        names = " or ".join(f"“{detail.replace('_', ' ')}”" for detail in sorted(set(details)))
        template = self.marks.get(relation, f"{relation}: {{value}}")
        kind = self.kinds.get(word.strip("<>")) if word.startswith("<") else self.names.get(f"mark {word}")
        return template.format(value=kind or f"“{word}”", detail=names or "a preposition")

    def shown(self, name: str, value: Value) -> str:
        """A feature's value by itself."""
        if isinstance(value, str):
            return self.names.get(f"{name} {value}") or self.names.get(value) or value
        return "none" if value == ABSENT else f"{value:.2g}" if value < 1 else f"{value:.3g}"


@cache
def load_wording() -> Wording:
    """The shipped table."""
    data = yaml.safe_load((files("foedus") / "data" / "decider_reasons.yaml").read_text(encoding="utf-8"))
    return Wording(**{field: data[field] for field in Wording._fields})


def _of_case(cases: Cases, value: Value) -> str:
    if isinstance(cases, str):
        return cases
    case = "missing" if value == ABSENT else "some" if value else "none"
    return cases.get(case) or cases["some"]
