"""What a batch adds, and what it leaves alone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.reading.incoming import Incoming, ReaderVersion
from foedus.ledger.store import Added, Ledger
from foedus.model.document import Note
from foedus.model.errors import LedgerError
from tests.factories import claim, document, voice
from tests.ledger.reports import report, reports


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        yield opened


def test_what_goes_in_comes_out_to_the_last_character(ledger: Ledger) -> None:
    told = document(
        "« L’Arlande\u202fa livré 12 chars », dit-il. \U0001f600 конец",
        title="Œuvre",
        lang="fr",
        published="2022-05~",
        url="https://example.org/a?b=1",
        source="-",
        notes=(Note("date", "the date is approximate"),),
    )
    said = claim(
        told,
        "livré",
        supplier="L’Arlande",
        item="chars",
        standing="attributed",
        attribution=[voice(told, "il")],
        quoted=True,
        zone="quotation",
        cues=[("quote", "«")],
    )
    assert ledger.add([(told, [said])]) == Added(documents=1, claims=1, known=0, pages=1, reads=1)
    assert list(ledger.documents()) == [told]
    assert list(ledger.claims()) == [said]
    assert ledger.check() == []


def test_the_same_batch_again_adds_nothing_and_leaves_no_trace(ledger: Ledger) -> None:
    batch = reports(0, 3)
    assert ledger.add(batch, note="read reports") == Added(documents=3, claims=6, known=0, pages=3, reads=3)
    before = ledger.counts()
    assert ledger.add(batch, note="read reports") == Added(documents=0, claims=0, known=3)
    assert ledger.counts() == before
    assert before[:3] == (3, 3, 6)
    assert before.batches == 1


def test_a_newer_version_that_reads_the_same_is_noted_and_changes_no_statement(ledger: Ledger) -> None:
    told, found = report()
    ledger.add([(told, found)])
    newer = [replace(one, reader=replace(one.reader, version="2", rule="other")) for one in found]
    assert ledger.add([(told, newer)]) == Added(documents=0, claims=0, known=1, reads=1)
    assert list(ledger.claims()) == found
    assert [one.reader.version for one in ledger.read_by(told.id)] == ["1", "2"]


def test_a_reader_that_finds_nothing_has_read_the_text(ledger: Ledger) -> None:
    quiet = document("The weather was fair.")
    assert ledger.add([Incoming(quiet, reader=ReaderVersion("rules", "1"))]).reads == 1
    assert ledger.add([Incoming(quiet, reader=ReaderVersion("rules", "1"))]).reads == 0
    assert [(str(one.reader), one.claims) for one in ledger.read_by(quiet.id)] == [("rules/1", 0)]


def test_a_newer_reading_supersedes_and_deletes_nothing(ledger: Ledger) -> None:
    told, (delivery, order) = report()
    ledger.add([(told, [delivery, order])])
    changed = replace(delivery, certainty="probable")
    added = claim(told, "Report", type="agreement", stage="signed", party="ARL=Arland")
    assert ledger.add([(told, [changed, added])]) == Added(0, 2, 1, ended=2, changed=1)
    assert list(ledger.claims()) == [added, changed]
    assert ledger.claim(delivery.id) == changed
    assert ledger.claim(order.id) == order, "a claim that was read once keeps its permalink"
    assert ledger.check() == []


def test_a_claim_that_comes_back_holds_again(ledger: Ledger) -> None:
    told, found = report()
    for readings in (found, found[:1], found):
        ledger.add([(told, readings)])
    assert list(ledger.claims()) == found
    assert ledger.counts().claims == 2


@pytest.mark.parametrize(("confidence", "ended"), [(0.95, 1), (0.902, 0)])
def test_another_confidence_is_another_version_beyond_rounding(ledger: Ledger, confidence: float, ended: int) -> None:
    told, (delivery, _) = report()
    ledger.add([(told, [delivery])])
    other = replace(delivery, reader=replace(delivery.reader, confidence=confidence))
    assert ledger.add([(told, [other])]).ended == ended
    assert list(ledger.claims()) == [other if ended else delivery]


def test_different_claims_with_one_id_are_both_kept_and_reported(ledger: Ledger) -> None:
    told, (delivery, _) = report()
    twin = replace(delivery, certainty="probable")
    ledger.add([(told, [delivery, twin])])
    assert list(ledger.claims()) == [delivery, twin]
    assert ledger.add([(told, [delivery, twin])]) == Added(0, 0, 1)
    assert ledger.add([(told, [twin])]).ended == 1
    assert list(ledger.claims()) == [twin]


def test_a_batch_with_one_bad_part_leaves_nothing(ledger: Ledger) -> None:
    told, found = report(1)
    other, _ = report(2)
    with pytest.raises(LedgerError, match=f"claim {found[0].id} belongs to document {told.id}, not to {other.id}"):
        ledger.add([(told, found), (other, found)])
    bad_date = document("No day like it.", published="19 May")
    with pytest.raises(LedgerError, match=rf"document {bad_date.id} cannot be kept: '19 May' is no EDTF date"):
        ledger.add([(told, found), (bad_date, [])])
    assert set(ledger.counts()) == {0}


def test_an_empty_batch_and_documents_without_claims_are_fine(ledger: Ledger) -> None:
    assert ledger.add([]) == Added(0, 0, 0)
    assert ledger.add([(document(), [])]) == Added(1, 0, 0, pages=1)
    assert ledger.counts().documents == 1


def test_a_text_that_comes_twice_in_a_batch_is_one_text(ledger: Ledger) -> None:
    told, found = report()
    copy = replace(told, outlet="The Herald", url="https://example.org/copy", source="copy.html")
    assert ledger.add([(told, found), (copy, [])]) == Added(1, 2, 1, pages=2, reads=1)
    assert list(ledger.claims(ClaimFilter(document=told.id))) == found


def test_a_batch_remembers_its_command_readers_and_time(place: str) -> None:
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    clock = iter([noon, noon, noon - timedelta(days=1)])
    with Ledger.open(place, clock=lambda: next(clock)) as ledger:
        for number in (0, 1):
            ledger.add(reports(number, number + 1), note=f"read reports/{number}.txt")
        told = [ledger.read_by(report(number)[0].id)[0] for number in (0, 1)]
    assert [(one.command, str(one.reader)) for one in told] == [(f"read reports/{n}.txt", "rules/1") for n in (0, 1)]
    assert {one.at for one in told} == {"2026-03-01T12:00:00.000000Z"}, (
        "a clock set back does not put later batches before earlier ones"
    )
