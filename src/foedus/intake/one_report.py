"""The story of one report in a file: that of the ledger where it is held, else the one in which it would stand."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from foedus.ingest.problem import Problem
from foedus.ingest.sources import read_sources
from foedus.intake.stories import Telling, story, story_on_trial
from foedus.intake.taking import DocumentReader, in_a_language, take
from foedus.model.document import Document
from foedus.model.errors import InputError, UnknownError

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger


def story_of_report(ledger: "Ledger", file: str, reader: Callable[[], DocumentReader]) -> tuple[Telling, bool]:
    """The story, and whether the ledger holds the report; a reader is asked for only where it does not.

    InputError where the file cannot be read, or holds several documents; UnknownError where its text was withdrawn.
    """
    document = _only(file)
    known = ledger.placed(document)
    if known.withdrawn is not None:
        raise UnknownError(f"{file}: its text was withdrawn ({known.withdrawn})")
    try:
        return story(ledger, document.id), True
    except UnknownError:
        document = in_a_language(document)
    return story_on_trial(ledger, document, take(reader(), document, None, frozenset()).claims), False


def _only(file: str) -> Document:
    found = None
    for item in read_sources([file]):
        if isinstance(item.result, Problem):
            raise InputError(item.result.message)
        if found is not None:
            raise InputError(f"{file} holds several documents: give one report, or read them into the ledger first")
        found = item.result
    if found is None:
        raise InputError(f"{file} holds no document")
    return found
