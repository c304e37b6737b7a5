"""Which parsing pipeline reads which language: loaded at first use and kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Protocol

from foedus.language.parse import Sentence
from foedus.model.errors import DataError

SHIPPED = "shipped"
"""The choice of our own pipeline."""
SPACY = "spacy:"
"""Before the name or folder of a user's own spaCy pipeline."""
LANGUAGES = ("en", "fr", "ru")
Choices = Mapping[str, str]
"""Language to `shipped` or `spacy:NAME`; a language that is not named is read by the shipped pipeline."""


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

    def parse_tokens(self, text: str, places: Sequence[list[tuple[int, int]]]) -> list[Sentence]:
        """The same for sentences whose tokens are given by their offsets; none may be empty."""


def languages() -> tuple[str, ...]:
    """Codes of the languages that have a pipeline."""
    return LANGUAGES


@cache
def load(lang: str, choice: str = SHIPPED) -> Pipeline:
    """The pipeline of a language. Raises DataError where there is none of that name or its files are missing."""
    if lang not in LANGUAGES:
        raise DataError(f"no parsing pipeline for language '{lang}': there are {', '.join(LANGUAGES)}")
    if choice.startswith(SPACY):
        from foedus.language.spacy_pipeline import SpacyPipeline  # noqa: PLC0415  (an extra, slow to import)

        return SpacyPipeline.named(lang, choice.removeprefix(SPACY))
    if choice != SHIPPED:
        raise DataError(f"no pipeline '{choice}' for '{lang}': there are {SHIPPED} and {SPACY}NAME")
    from foedus.language.network_pipeline import NetworkPipeline  # noqa: PLC0415  (numpy takes a while to import)

    return NetworkPipeline.shipped(lang)
