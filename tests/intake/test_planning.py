"""What a run will ask is known before anything is asked, and a document that cannot be asked about stays in it."""

from foedus.careful.passages import Passage
from foedus.careful.request import Request
from foedus.ingest.problem import Problem
from foedus.ingest.sources import Item
from foedus.intake.planning import Planned, planned
from foedus.model.document import Document
from foedus.model.errors import InputError
from tests.factories import document

DONE = "done"


def wanted(report: Document) -> list[Request]:
    """A request a word, by the word."""
    if "vast" in report.text:
        raise InputError("too large")
    return [
        Request(word, report.id, report.sha256, Passage(1, 1), "", {})
        for word in report.text.rstrip(".").split()
        if word != "idle"
    ]


def plan(*texts: str, most: int | None = None, kept: list[tuple[str, list[str]]] | None = None) -> Planned:
    items = [Item(text, Problem(text, text) if text == "broken" else document(text)) for text in texts]
    return planned(
        items,
        read_as=lambda _, report: report,
        wanted=wanted,
        answered=lambda request: request == DONE,
        keep=lambda file, _, requests: None if kept is None else kept.append((file, [one.id for one in requests])),
        max_documents=most,
    )


def counts(found: Planned) -> tuple[int, int, int, int]:
    return found.asked, found.stored, found.set_aside, found.beyond


def test_what_has_no_answer_is_asked_once() -> None:
    found = plan("a b", "b", "done", "idle", "c done")
    assert [request.id for request in found.requests] == ["a", "b", "c"]
    assert counts(found) == (2, 2, 1, 0)
    assert len(found.items) == 5


def test_what_is_asked_about_is_kept_with_all_its_requests_and_nothing_else_is() -> None:
    kept: list[tuple[str, list[str]]] = []
    plan("a done", "idle", "broken", "b", most=1, kept=kept)
    assert kept == [("a done", ["a", "done"])]


def test_the_limit_counts_what_is_asked_about_and_nothing_else() -> None:
    found = plan("done", "a", "b", "idle", "done", most=1)
    assert counts(found) == (1, 2, 1, 1)
    assert [item.file for item in found.items] == ["done", "a", "idle", "done"]


def test_what_cannot_be_read_or_asked_about_is_left_to_the_reading_to_tell() -> None:
    found = plan("broken", "vast", "a", most=1)
    assert [item.file for item in found.items] == ["broken", "vast", "a"]
    assert counts(found) == (1, 0, 0, 0)
