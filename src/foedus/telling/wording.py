"""The wordings of `data/voice_reasons.yaml`: how each value of a claim's voice is told, by language and kind of cue."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import msgspec
import yaml
from msgspec import Struct

from foedus.model.errors import DataError
from foedus.model.vocabulary import CueKind

FILE = "voice_reasons.yaml"
DEFAULT_LANGUAGE = "en"

Texts = Mapping[str, str]
"""One text by language."""
ByKind = Mapping[CueKind, Texts | None]
"""Wordings by the kind of cue that decides; None takes away what the field gives to all its values."""


class Value(Struct, frozen=True, forbid_unknown_fields=True):
    """How one value is told; `by`, `otherwise` and `default` as the file explains them."""

    shown: Texts
    by: ByKind = {}
    otherwise: ByKind = {}
    default: Texts | None = None


class Field(Struct, frozen=True, forbid_unknown_fields=True):
    """One field of the claim: its name and its values; `by` and `otherwise` hold for all of them.

    `coded` says whether the contract's word for a value tells a user more than its translation.
    """

    name: Texts
    values: Mapping[str, Value]
    by: ByKind = {}
    otherwise: ByKind = {}
    coded: bool = True

    def deciding(self, value: str) -> dict[CueKind, Texts]:
        """The kinds whose own business it is to decide the value."""
        return _known({**self.by, **self.values[value].by})

    def besides(self, value: str) -> dict[CueKind, Texts]:
        """The kinds that decide the value where none of the others is there, likeliest first."""
        return _known({**self.otherwise, **self.values[value].otherwise})


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    signs: Mapping[str, Texts]
    kinds: Mapping[str, Texts]
    fields: Mapping[str, Field]

    def languages(self) -> frozenset[str]:
        """The languages in which every text is told."""
        return frozenset.intersection(*(frozenset(texts) for _, texts in self.texts()))

    def texts(self) -> Iterator[tuple[str, Texts]]:
        """Every text with the place where it stands in the file."""
        for group, table in (("signs", self.signs), ("kinds", self.kinds)):
            for name, texts in table.items():
                yield f"{group}: {name}", texts
        for name, field in self.fields.items():
            yield f"{name}: name", field.name
            for value, told in field.values.items():
                place = f"{name}: {value}"
                yield f"{place}: shown", told.shown
                if told.default:
                    yield f"{place}: default", told.default
                for kind, texts in (*field.deciding(value).items(), *field.besides(value).items()):
                    yield f"{place}: {kind}", texts


@cache
def load_voice_reasons() -> Wording:
    """The shipped wordings; DataError names the place that is wrong."""
    text = (files("foedus") / "data" / FILE).read_text(encoding="utf-8")
    try:
        return msgspec.convert(yaml.safe_load(text), Wording)
    except (msgspec.ValidationError, yaml.YAMLError) as error:
        raise DataError(f"{FILE}: {' '.join(str(error).split())}: install Foedus again") from error


def _known(table: ByKind) -> dict[CueKind, Texts]:
    return {kind: texts for kind, texts in table.items() if texts}
