"""What is told of the shipped pipelines of a language: name, version, licence and measured figures (meta.json)."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from foedus.language.knowledge import pipeline_folder
from foedus.model.errors import DataError

FILE = "meta.json"


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`figures`: labelled attachment score by test set, as docs/language.md has them."""

    name: str
    version: str
    licence: str
    figures: Mapping[str, float]


def card(lang: str) -> Card:
    """The card of a language. Raises DataError where its file is missing or not as it should be."""
    file = pipeline_folder(lang) / FILE
    try:
        return msgspec.json.decode(file.read_bytes(), type=Card)
    except (OSError, msgspec.DecodeError) as error:
        raise DataError(f"{file} cannot be read ({error}): install foedus again") from error
