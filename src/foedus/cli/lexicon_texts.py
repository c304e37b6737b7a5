"""Texts for work on the lexicon: parsed as the reader parses them, but all of them, whatever their words."""

from functools import cache
from typing import TYPE_CHECKING

from foedus.cli.config import pipeline_choices
from foedus.gazetteer.scanner import Scanner
from foedus.ingest.languages import is_language
from foedus.language.identify import UNDECIDED, document_language
from foedus.model.document import Document, make_document
from foedus.model.errors import UsageError
from foedus.reader.analysis import Analysis, analyse
from foedus.reader.lexicon import languages

if TYPE_CHECKING:
    from foedus.language.pipelines import Choices


def analysed(document: Document) -> Analysis:
    """The sentences of a document in the languages that have a lexicon."""
    return analyse(document, Scanner.load(), frozenset(languages()), _choices(), sift=False)


@cache
def _choices() -> "Choices":
    return pipeline_choices(())


def sentence_document(sentence: str, lang: str | None) -> Document:
    """A sentence given on the command line; UsageError where it is empty or its language has no lexicon."""
    if not sentence.strip():
        raise UsageError("the sentence is empty: give words in quotes")
    check_language(lang)
    found = lang or document_language(sentence).lang
    if found == UNDECIDED:
        raise UsageError(f"the language of the sentence cannot be told: name it with --lang ({', '.join(languages())})")
    if found not in languages():
        said = f"the sentence is in {found!r}, which has no lexicon; name another language with --lang"
        raise UsageError(f"{said} ({', '.join(languages())})")
    return make_document(sentence, lang=found)


def check_language(lang: str | None) -> None:
    """UsageError where it is no language with a lexicon."""
    if lang is not None and lang not in languages():
        what = "has no lexicon" if is_language(lang) else "is no language code"
        raise UsageError(f"--lang {lang!r} {what}: there are {', '.join(languages())}")
