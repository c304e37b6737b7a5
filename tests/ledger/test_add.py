"""What a batch adds, and what it leaves alone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import create_engine, text

from foedus.ledger.store import Added, Counts, Ledger
from foedus.model.document import Note
from foedus.model.errors import LedgerError
from tests.factories import claim, document, voice
from tests.ledger.reports import report, reports


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "foedus.db") as opened:
        yield opened


def _rows(ledger: Ledger, sql: str) -> list[tuple[object, ...]]:
    engine = create_engine(f"sqlite:///{ledger.where}")
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(text(sql))]
    engine.dispose()
    return found


def test_what_goes_in_comes_out_to_the_last_character(ledger: Ledger) -> None:
    told = document(
        "« L’Arlande\u202fa livré 12 chars », dit-il. \U0001f600 \x00 конец",
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
    assert ledger.add([(told, [said])]) == Added(documents=1, claims=1, known=0, sightings=1)
    assert list(ledger.documents()) == [told]
    assert list(ledger.claims()) == [said]
    assert ledger.check() == []


def test_the_same_batch_again_adds_nothing_and_leaves_no_trace(ledger: Ledger) -> None:
    batch = reports(0, 3)
    assert ledger.add(batch, note="read reports") == Added(documents=3, claims=6, known=0, sightings=3)
    before = ledger.counts()
    assert ledger.add(batch, note="read reports") == Added(documents=0, claims=0, known=3)
    assert ledger.counts() == before == Counts(documents=3, pages=3, claims=6, superseded=0, batches=1)


def test_a_text_on_two_outlets_is_one_document_on_two_pages(ledger: Ledger) -> None:
    told, found = report()
    copy = replace(told, outlet="The Herald", url="https://example.org/copy", published="2022-05-20")
    copied = [replace(one, document=copy.ref) for one in found]
    assert ledger.add([(told, found), (copy, copied)]) == Added(documents=1, claims=2, known=1, sightings=2)
    assert ledger.counts()[:3] == (1, 2, 2)
    assert ledger.document(told.id) == told
    assert list(ledger.pages(told.id)) == [told, copy]
    assert {one.document.outlet for one in ledger.claims()} == {"The Gazette"}
    again = replace(copy, outlet="The Courier")
    assert ledger.add([(again, [replace(one, document=again.ref) for one in found])]).sightings == 1
    assert ledger.counts() == Counts(documents=1, pages=3, claims=2, superseded=0, batches=2)


def test_the_same_page_without_address_or_outlet_is_seen_once(ledger: Ledger) -> None:
    bare = document(published=None, outlet=None)
    assert ledger.add([(bare, [])]).sightings == 1
    assert ledger.add([(bare, [])]) == Added(documents=0, claims=0, known=1)


def test_the_same_file_found_in_two_folders_is_one_page(ledger: Ledger) -> None:
    here = document(source="a/report.txt")
    assert ledger.add([(here, []), (replace(here, source="b/report.txt"), [])]).sightings == 2
    assert ledger.counts().pages == 1


def test_a_newer_version_that_reads_the_same_changes_nothing(ledger: Ledger) -> None:
    told, found = report()
    ledger.add([(told, found)])
    newer = [replace(one, reader=replace(one.reader, version="2", rule="other")) for one in found]
    assert ledger.add([(told, newer)]) == Added(documents=0, claims=0, known=1)
    assert list(ledger.claims()) == found


def test_a_newer_reading_supersedes_and_deletes_nothing(ledger: Ledger) -> None:
    told, (delivery, order) = report()
    ledger.add([(told, [delivery, order])])
    changed = replace(delivery, certainty="probable")
    added = claim(told, "Report", type="agreement", stage="signed", party="ARL=Arland")
    assert ledger.add([(told, [changed, added])]) == Added(0, 2, 1, 0, superseded=2)
    assert list(ledger.claims()) == [added, changed]
    assert ledger.counts()[2:4] == (2, 2)
    assert ledger.claim(delivery.id) == changed
    assert ledger.claim(order.id) == order, "a superseded claim keeps its permalink"
    held = _rows(ledger, "SELECT count(*), count(superseded_at) FROM claims WHERE id IS NOT NULL")
    assert held == [(4, 2)]
    assert ledger.check() == []


def test_a_claim_that_comes_back_is_current_again(ledger: Ledger) -> None:
    told, found = report()
    for readings in (found, found[:1], found):
        ledger.add([(told, readings)])
    assert list(ledger.claims()) == found
    assert ledger.counts()[2:4] == (2, 1)


def test_another_confidence_is_another_reading(ledger: Ledger) -> None:
    told, (delivery, _) = report()
    ledger.add([(told, [delivery])])
    surer = replace(delivery, reader=replace(delivery.reader, confidence=0.95))
    assert ledger.add([(told, [surer])]).superseded == 1
    assert list(ledger.claims()) == [surer]


def test_different_claims_with_one_id_are_both_kept_and_reported(ledger: Ledger) -> None:
    told, (delivery, _) = report()
    twin = replace(delivery, certainty="probable")
    ledger.add([(told, [delivery, twin])])
    assert list(ledger.claims()) == [delivery, twin]
    assert ledger.add([(told, [delivery, twin])]).anything is False
    assert ledger.check() == [f"2 different claims of document {told.id} share the id {delivery.id}"]


def test_a_batch_with_one_bad_part_leaves_nothing(ledger: Ledger) -> None:
    told, found = report(1)
    other, _ = report(2)
    with pytest.raises(LedgerError, match=f"claim {found[0].id} belongs to document {told.id}, not to {other.id}"):
        ledger.add([(told, found), (other, found)])
    bad_date = document("No day like it.", published="19 May")
    with pytest.raises(LedgerError, match=rf"document {bad_date.id} cannot be kept: '19 May' is no EDTF date"):
        ledger.add([(told, found), (bad_date, [])])
    assert ledger.counts() == Counts(0, 0, 0, 0, 0)


def test_an_empty_batch_and_documents_without_claims_are_fine(ledger: Ledger) -> None:
    assert ledger.add([]) == Added(0, 0, 0)
    assert ledger.add([(document(), [])]) == Added(1, 0, 0, sightings=1)
    assert ledger.counts().documents == 1


def test_a_batch_remembers_its_command_readers_and_time(tmp_path: Path) -> None:
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    clock = iter([noon, noon, noon - timedelta(days=1)])
    with Ledger.open(tmp_path / "foedus.db", clock=lambda: next(clock)) as ledger:
        ledger.add(reports(0, 1), note="read reports/0.txt")
        ledger.add(reports(1, 2), note="read reports/1.txt")
        told = _rows(ledger, "SELECT started, finished, command, reader FROM batches ORDER BY id")
        learned = _rows(ledger, "SELECT DISTINCT learned_at FROM claims")
    time = "2026-03-01T12:00:00.000000Z"
    assert told == [(time, time, f"read reports/{n}.txt", "rules/1") for n in (0, 1)]
    assert learned == [(time,)], "a clock set back does not put later batches before earlier ones"
