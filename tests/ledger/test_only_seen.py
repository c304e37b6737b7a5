"""Texts that are seen again without being read, and readings that give way to another reader's."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.reading.incoming import Incoming, ReaderVersion
from foedus.ledger.store import Ledger
from foedus.model.document import Document
from tests.ledger.reports import report

PLAIN, MODEL = ReaderVersion("rules", "1"), ReaderVersion("careful/some-model", "0123456789ab")


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        yield opened


def seen(document: Document) -> Incoming:
    return Incoming(document, given=frozenset({"published", "outlet"}), only_seen=True)


def test_a_text_that_is_only_seen_keeps_its_claims_and_nobody_has_read_it_again(ledger: Ledger) -> None:
    told, found = report()
    ledger.add([Incoming(told, found, reader=MODEL)])
    head = ledger.head()
    added = ledger.add([seen(told)])
    assert (added.claims, added.ended, added.misread) == (0, 0, ())
    assert ledger.head() == head, "a batch that brings nothing leaves no trace"
    assert list(ledger.claims()) == found


def test_a_corrected_page_names_the_claims_that_stay(ledger: Ledger) -> None:
    told, (delivery, order) = report()
    ledger.add([Incoming(told, [delivery, order], reader=MODEL)])
    ledger.review("ana").reject(order.id)
    now = replace(told, outlet="The Corrected Gazette")
    added = ledger.add([seen(now)])
    assert (added.corrected, added.reads, added.misread) == (1, 0, ())
    assert list(ledger.claims()) == [replace(delivery, document=now.ref)]
    assert list(ledger.claims(ClaimFilter(review=("rejected",)))) == [replace(order, document=now.ref)]
    assert [one.reader for one in ledger.read_by(told.id)] == [MODEL]
    assert ledger.check() == []


def test_another_page_of_the_text_is_kept(ledger: Ledger) -> None:
    told, found = report()
    ledger.add([Incoming(told, found, reader=MODEL)])
    copy = replace(told, outlet="Another Outlet", url="https://other.example/1", source="other.txt")
    assert ledger.add([seen(copy)]).pages == 1
    assert list(ledger.claims()) == found


def test_a_reading_that_stands_behind_the_last_one_does_not_count(ledger: Ledger) -> None:
    told, found = report()
    ledger.add([Incoming(told, found, reader=MODEL)])
    added = ledger.add([Incoming(told, found[:1], reader=PLAIN, behind="careful/")])
    assert added.misread == (told.sha256,)
    assert list(ledger.claims()) == found
    ledger.add([Incoming(told, found[:1], reader=PLAIN)])
    assert list(ledger.claims()) == found[:1]
    assert ledger.add([Incoming(told, found, reader=PLAIN, behind="careful/")]).misread == ()
    assert list(ledger.claims()) == found


def test_a_reading_without_claims_keeps_nobody_out(ledger: Ledger) -> None:
    told, found = report()
    ledger.add([Incoming(told, reader=MODEL)])
    assert ledger.add([Incoming(told, found, reader=PLAIN, behind="careful/")]).misread == ()
    assert list(ledger.claims()) == found
