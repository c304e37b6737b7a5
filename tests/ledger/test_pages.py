"""Where a text was seen: which page it is, what corrects it, and what its text is read as."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from foedus.ledger.reading.incoming import Incoming, ReaderVersion
from foedus.ledger.reading.pages import known_now, page_of
from foedus.ledger.store import Added, Ledger
from foedus.model.document import Document, Note
from tests.factories import claim, document
from tests.ledger.reports import report

RULES = ReaderVersion("rules", "1")


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        yield opened


def page(url: str | None = None, source: str | None = None, **more: str | None) -> Document:
    known = {"outlet": None, "published": None} | more
    return document(url=url, source=source, outlet=known["outlet"], published=known["published"])


@pytest.mark.parametrize(
    ("seen", "place"),
    [
        (page("https://a.example/1", "new.html"), 0),
        (page("https://a.example/3", "new.html"), None),
        (page(None, "b.txt"), 1),
        (page("https://a.example/3", "b.txt"), 1),
        (page(None, "c.txt", outlet="The Gazette"), 2),
        (page(None, "c.txt", outlet="The Herald"), None),
        (page(None, None), 1),
    ],
)
def test_a_page_is_known_by_address_then_by_file_then_as_a_copy(seen: Document, place: int | None) -> None:
    known = [
        page("https://a.example/1", "a.html"),
        page(None, "b.txt", outlet="The Courier"),
        page(None, "piped", outlet="The Gazette"),
    ]
    assert page_of(known, seen) == place


def test_what_comes_through_a_pipe_has_no_place_of_its_own() -> None:
    one = page("https://a.example/1", "standard input")
    assert page_of([one], page("https://a.example/2", "standard input")) is None


def test_what_is_given_corrects_and_nothing_erases() -> None:
    known = document(source="a.txt", url="https://a.example/1", outlet="The Gazette", published="2022-05-19")
    bare = replace(known, outlet=None, published=None, lang="und", url=None)
    assert known_now(known, bare, None) == known
    given = replace(bare, published="2022-05-20")
    assert known_now(known, given, None).published == "2022-05-20"
    assert known_now(known, given, frozenset({"outlet"})) == known, "what nobody gave does not correct"
    assert known_now(replace(known, published=None), given, frozenset()).published == "2022-05-20", "it fills gaps"


def test_a_copy_fills_gaps_and_corrects_nothing() -> None:
    known = document(source="a.txt", outlet=None, notes=(Note("date", "old"),))
    copy = document(source="b/a.txt", outlet="The Herald", lang="fr", notes=(Note("date", "new"),))
    assert known_now(known, copy, None) == replace(known, outlet="The Herald")


def test_a_text_on_two_outlets_is_one_document_on_two_pages(ledger: Ledger) -> None:
    told, found = report()
    copy = replace(
        told, outlet="The Herald", url="https://example.org/copy", published="2022-05-20", source="copy.html"
    )
    copied = [replace(one, document=copy.ref) for one in found]
    assert ledger.add([(told, found), (copy, copied)]) == Added(1, 2, 1, pages=2, reads=1)
    assert ledger.document(told.id) == told
    assert list(ledger.pages(told.id)) == [told, copy]
    assert {one.document.outlet for one in ledger.claims()} == {"The Gazette"}


def test_a_page_given_otherwise_is_corrected_and_its_old_values_are_kept(place: str) -> None:
    told, found = report()
    hours = iter(range(24))
    with Ledger.open(place, clock=lambda: datetime(2026, 3, 1, next(hours), tzinfo=UTC)) as ledger:
        ledger.add([(told, found)], note="read a.txt")
        dated = replace(told, published="2022-05-20")
        assert ledger.add([(dated, found)], note="read a.txt --published 2022-05-20") == Added(
            0, 2, 1, corrected=1, ended=2, changed=2, reads=1
        )
        assert ledger.document(told.id) == dated
        assert {one.document.published for one in ledger.claims()} == {"2022-05-20"}
        old, new = ledger.page_versions(told.id)
    assert (old.document.published, new.document.published) == ("2022-05-19", "2022-05-20")
    assert (old.ended, new.ended) == (new.learned, None)
    assert (old.command, new.command) == ("read a.txt", "read a.txt --published 2022-05-20")


def test_a_correction_of_another_page_changes_no_claim(ledger: Ledger) -> None:
    told, found = report()
    copy = replace(told, outlet="The Herald", url="https://example.org/copy", source="copy.html")
    ledger.add([(told, found), (copy, [])])
    added = ledger.add([(replace(copy, published="2022-06-01"), found)])
    assert added == Added(0, 0, 1, corrected=1)
    assert list(ledger.claims()) == found


def test_a_text_is_read_as_the_page_that_names_it(ledger: Ledger) -> None:
    told, found = report()
    copy = replace(
        told, outlet="The Herald", url="https://example.org/copy", published="2022-07-01", source="copy.html"
    )
    assert ledger.placed(copy) == (copy, None, frozenset(), None)
    ledger.add([(told, found)])
    placed = ledger.placed(copy)
    assert placed[:3] == (told, None, frozenset(one.id for one in found))
    assert placed.last is not None
    assert (placed.last.reader.name, placed.last.claims) == (found[0].reader.name, len(found))
    dated = replace(told, published="2022-05-20")
    assert ledger.placed(dated).document == dated, "what corrects the page that names it counts at once"
    assert ledger.placed(dated, frozenset()).document == told


def test_claims_read_as_what_the_page_is_no_more_are_not_taken(ledger: Ledger) -> None:
    told, found = report()
    ledger.add([(told, found)])
    stale = replace(told, published="1999")
    changed = [replace(found[0], certainty="possible")]
    added = ledger.add([Incoming(told, changed, frozenset(), stale.ref, RULES)])
    assert added == Added(0, 0, 1, misread=(told.sha256,))
    assert list(ledger.claims()) == found


def test_notes_of_a_reading_stand_on_the_page_and_correct_nothing(ledger: Ledger) -> None:
    told, found = report()
    ledger.add([(told, found)])
    noted = replace(told, notes=(Note("garbled", "looks machine-spun"),))
    assert ledger.add([Incoming(noted, found, frozenset({"notes"}), reader=RULES)]) == Added(0, 0, 1, reads=1)
    assert ledger.document(told.id).notes == noted.notes
    assert ledger.add([Incoming(told, found, frozenset({"notes"}), reader=RULES)]).reads == 1
    assert ledger.document(told.id) == told
    assert list(ledger.claims()) == found


def test_a_date_that_a_correction_moves_is_moved(ledger: Ledger) -> None:
    told = document("Arland delivered tanks on Thursday.", published="2022-05-20", source="a.txt")
    read = claim(told, "delivered", supplier="Arland", item="tanks", when="2022-05-19=Thursday")
    ledger.add([(told, [read])])
    dated = replace(told, published="2022-05-27")
    moved = claim(dated, "delivered", supplier="Arland", item="tanks", when="2022-05-26=Thursday")
    assert moved.id == read.id
    ledger.add([(dated, [moved])])
    assert list(ledger.claims()) == [moved]
