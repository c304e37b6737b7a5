"""Texts to assessments, with the shipped pipelines."""

from functools import cache

from foedus.gazetteer.scanner import Scanner
from foedus.model.document import Document, make_document
from foedus.reader.analysis import analyse
from foedus.reader.garble import assess
from foedus.reader.garble.assessment import Assessment


def assessed(text: str, lang: str) -> Assessment:
    """The assessment of a text in a language; every sentence is parsed, whether or not it could make a claim."""
    return of_document(make_document(text, lang=lang))


def of_document(document: Document) -> Assessment:
    """The assessment of a document, offsets those of its stored text."""
    readable = frozenset({"fr", "en", "ru"})
    return assess(document.text, analyse(document, _scanner(), readable, {}, sift=False))


@cache
def _scanner() -> Scanner:
    return Scanner.load()
