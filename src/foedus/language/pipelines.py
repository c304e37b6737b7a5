"""Which parsing pipeline reads which language: one entry each, loaded at first use and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Protocol

from foedus.language.parse import Sentence
from foedus.model.errors import DataError


class Pipeline(Protocol):
    """Sentences of one language to trees. `version` belongs into whatever is derived from its parses."""

    @property
    def lang(self) -> str:
        """ISO 639-1 code of the language that it reads."""

    @property
    def name(self) -> str:
        """Its name, as a claim's reader mark carries it."""

    @property
    def version(self) -> str:
        """Its version."""

    def parse(self, text: str, spans: Sequence[tuple[int, int]]) -> list[Sentence]:
        """One tree with one root for each span of `text` that holds a word; offsets are those of `text`."""


def _spacy(lang: str) -> Pipeline:
    from foedus.language.spacy_pipeline import SpacyPipeline  # noqa: PLC0415  (spaCy takes a second to import)

    return SpacyPipeline.shipped(lang)


_REGISTRY: dict[str, Callable[[str], Pipeline]] = {"en": _spacy, "fr": _spacy}


def languages() -> tuple[str, ...]:
    """Codes of the languages that have a pipeline."""
    return tuple(sorted(_REGISTRY))


@cache
def load(lang: str) -> Pipeline:
    """The pipeline of a language. Raises DataError where it has none or where its files are missing."""
    if lang not in _REGISTRY:
        raise DataError(f"no parsing pipeline for language '{lang}': there are {', '.join(languages())}")
    return _REGISTRY[lang](lang)
