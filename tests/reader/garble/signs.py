"""A text to its suspect stretches in one call."""

from functools import cache

from foedus.gazetteer.scanner import Scanner
from foedus.model.document import make_document
from foedus.reader.analysis import Analysis, analyse
from foedus.reader.garble import Assessment, assess

READABLE = frozenset({"fr", "en", "ru"})


def analysis(text: str, lang: str) -> Analysis:
    """The text taken apart, every sentence parsed."""
    return analyse(make_document(text, lang=lang), _scanner(), READABLE, {}, sift=False)


def assessment(text: str, lang: str) -> Assessment:
    """How garbled the text is."""
    return assess(text, analysis(text, lang))


def told(text: str, lang: str, kind: str) -> list[str]:
    """The suspect stretches of a kind, in text order."""
    return [one.text for one in assessment(text, lang).suspects if one.kind == kind]


@cache
def _scanner() -> Scanner:
    return Scanner.load()
