"""What changed between two moments, and by whom."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from foedus.ledger.filters import ClaimFilter, Moment
from foedus.ledger.store import Ledger
from foedus.model.change import Change
from foedus.model.review import Correction
from tests.ledger.reports import report

START = datetime(2024, 5, 1, 12, tzinfo=UTC)
FIRST = date(2024, 5, 1)
SECOND = date(2024, 5, 2)


class Clock:
    """A time that the test sets."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(place: str, clock: Clock) -> Iterator[Ledger]:
    """Three reports of one day; what a test writes is of the next."""
    with Ledger.open(place, clock=clock) as opened:
        opened.add([report(1), report(2), report(3)])
        clock.now += timedelta(days=1)
        yield opened


def _kinds(changes: list[Change]) -> list[tuple[str, str]]:
    return [(one.kind, one.claim.stage if one.claim else one.document) for one in changes]


def _told(ledger: Ledger, since: Moment = SECOND, until: Moment = None) -> list[Change]:
    return ledger.changes(since, until)


def test_everything_is_new_at_first_and_nothing_where_nothing_was_written(ledger: Ledger) -> None:
    assert _kinds(_told(ledger, FIRST)) == [("new", "delivered"), ("new", "ordered")] * 3
    assert {one.by for one in _told(ledger, FIRST)} == {"rules/1"}
    assert _told(ledger) == []
    assert _told(ledger, START) == []
    assert _told(ledger, FIRST, FIRST - timedelta(days=1)) == []


def test_what_a_reader_gives_otherwise_is_changed_and_what_it_no_longer_gives_is_gone(ledger: Ledger) -> None:
    told, (delivered, ordered) = report(1)
    mark = replace(delivered.reader, version="2")
    ledger.add([(told, [replace(delivered, certainty="probable", reader=mark)])])
    changed, gone = _told(ledger)
    assert (changed.kind, changed.by, changed.at) == ("changed", "rules/2", "2024-05-02T12:00:00.000000Z")
    assert [(one.field, one.before, one.after) for one in changed.fields] == [("certainty", "certain", "probable")]
    assert (gone.kind, gone.claim, gone.fields) == ("gone", ordered, ())


def test_a_judgement_is_told_with_reviewer_and_reason(ledger: Ledger) -> None:
    _, (delivered, ordered) = report(1)
    ledger.review("anna").correct(delivered.id, Correction(stage="delivering"), reason="still under way")
    ledger.review("ben").reject(ordered.id, reason="misread")
    ledger.review("ben").accept(report(2)[1][0].id)
    found = {one.claim.id: one for one in _told(ledger) if one.claim}
    corrected, rejected = found[delivered.id], found[ordered.id]
    assert (corrected.kind, corrected.by, corrected.reason) == ("changed", "anna", "still under way")
    assert [(one.field, one.before, one.after) for one in corrected.fields] == [
        ("stage", "delivered", "delivering"),
        ("review", "unreviewed", "corrected"),
    ]
    assert (rejected.kind, rejected.by, rejected.reason) == ("rejected", "ben", "misread")
    assert found[report(2)[1][0].id].fields[0].after == "accepted"


def test_what_was_done_and_undone_in_between_is_no_difference(ledger: Ledger, clock: Clock) -> None:
    _, (delivered, _) = report(1)
    ledger.review("anna").reject(delivered.id, reason="misread")
    clock.now += timedelta(days=1)
    ledger.review("anna").undo()
    assert _told(ledger) == []
    assert _kinds(_told(ledger, until=SECOND)) == [("rejected", "delivered")]
    (back,) = _told(ledger, SECOND + timedelta(days=1))
    assert [(one.field, one.before, one.after) for one in back.fields] == [("review", "rejected", "unreviewed")]


def test_corrected_metadata_are_told_once_and_not_of_every_claim(ledger: Ledger) -> None:
    told, claims = report(1)
    ledger.add([(replace(told, published="2022-05-20", outlet="The Herald"), claims)], note="read again")
    (one,) = _told(ledger)
    assert (one.kind, one.document, one.claim) == ("metadata", told.id, None)
    assert [(field.field, field.before, field.after) for field in one.fields] == [
        ("outlet", "The Gazette", "The Herald"),
        ("published", "2022-05-19", "2022-05-20"),
    ]


def test_a_withdrawn_document_is_told_of_without_its_claims(ledger: Ledger) -> None:
    told, _ = report(1)
    ledger.forget(ledger.scope(told.id), "asked to", actor="anna")
    (one,) = _told(ledger)
    assert (one.kind, one.document, one.claim, one.by, one.reason) == ("withdrawn", told.id, None, "anna", "asked to")
    assert [one.kind for one in _told(ledger, FIRST)] == ["withdrawn", *["new"] * 4]


def test_a_filter_chooses_claims_as_they_were_or_as_they_are(ledger: Ledger) -> None:
    _, (delivered, ordered) = report(1)
    ledger.review("anna").correct(delivered.id, Correction(stage="refused"))
    ledger.review("anna").reject(ordered.id)
    for which in (ClaimFilter(stages=("delivered",)), ClaimFilter(stages=("refused",)), ClaimFilter(about=("ARL",))):
        assert _kinds(ledger.changes(SECOND, None, which)) == [("changed", "refused")]
    assert _kinds(ledger.changes(SECOND, None, ClaimFilter(about=("CAR",)))) == [("rejected", "ordered")]
    assert ledger.changes(SECOND, None, ClaimFilter(stages=("cancelled",))) == []


def test_a_claim_that_moved_says_where(ledger: Ledger) -> None:
    _, (kept, other) = report(2)
    ledger.review("anna").merge(kept.id, other.id, reason="the same")
    found = {one.kind: one for one in _told(ledger)}
    assert (found["gone"].claim, found["gone"].to, found["gone"].by) == (other, kept.id, "anna")
    assert found["changed"].claim is not None
    assert found["changed"].claim.id == kept.id
