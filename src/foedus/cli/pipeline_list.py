"""The parsing pipelines as rows: what is shipped, what is chosen, and how good it was measured to be."""

from collections.abc import Iterator, Mapping

from foedus.language import pipelines
from foedus.language.cards import card


def listed(choices: Mapping[str, str]) -> list[dict[str, str]]:
    """A row for each shipped pipeline, and for a user's own that is chosen."""
    return [row for lang in pipelines.languages() for row in _rows(lang, choices.get(lang, pipelines.SHIPPED))]


def _rows(lang: str, chosen: str) -> Iterator[dict[str, str]]:
    told = card(lang)
    yield {
        "lang": lang,
        "choice": pipelines.SHIPPED,
        "in use": "yes" if chosen == pipelines.SHIPPED else "",
        "name": f"{told.name} {told.version}",
        "LAS": ", ".join(f"{gold} {las:.3f}" for gold, las in told.figures.items()),
        "licence": told.licence,
    }
    if chosen != pipelines.SHIPPED:
        own = pipelines.load(lang, chosen)
        named = {"name": f"{own.name} {own.version}", "LAS": "", "licence": ""}
        yield {"lang": lang, "choice": chosen, "in use": "yes"} | named
