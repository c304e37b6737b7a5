"""Texts read again by a newer reader, with what people judged in between."""

import random
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.reading.incoming import Incoming, ReaderVersion
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.review import Addition, Correction
from tests.factories import claim, document
from tests.ledger.reports import Read, report, reports
from tests.ledger.reviewing import uncalibrated

OLD, NEW = ReaderVersion("rules", "1"), ReaderVersion("rules", "2")
EN = frozenset({"en"})
JUDGED = ClaimFilter(review=("accepted", "corrected", "rejected", "added"))


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        yield opened


def read(given: Read, reader: ReaderVersion = OLD) -> Incoming:
    told, found = given
    return Incoming(told, found, frozenset({"notes"}), told.ref, reader)


def again(ledger: Ledger, *given: Read) -> None:
    """Read again by the newer reader."""
    assert ledger.reread(ledger.rereadings([read(one, NEW) for one in given])) == []


def test_texts_that_a_reader_has_read_are_left_out(ledger: Ledger) -> None:
    ledger.add([read(one) for one in reports(0, 3)])
    assert len(ledger.readable(EN)) == 3
    assert ledger.readable(EN, OLD) == []
    assert ledger.readable(frozenset({"fr"}), NEW) == []
    again(ledger, report(1))
    assert [one.id for one in ledger.texts(ledger.readable(EN, NEW))] == [report(0)[0].id, report(2)[0].id]
    assert [one.id for one in ledger.texts(ledger.readable(EN, OLD))] == [report(1)[0].id]


def test_a_text_that_was_corrected_is_to_be_read_again(ledger: Ledger) -> None:
    told, found = report()
    ledger.add([read((told, found))])
    dated = replace(told, published="2022-05-20")
    ledger.add([Incoming(dated, found, None, told.ref)])
    assert ledger.readable(EN, OLD) != [], "nobody has read it as what it is named by now"
    (now,) = ledger.texts(ledger.readable(EN, OLD))
    assert now == dated
    ledger.add([read((dated, found))])
    assert ledger.readable(EN, OLD) == []


def test_what_would_change_is_told_and_nothing_is_written(ledger: Ledger) -> None:
    told, (delivery, order) = report()
    ledger.add([read((told, [delivery]))])
    before = ledger.counts()
    hedged = replace(delivery, certainty="probable")
    (planned,) = ledger.rereadings([read((told, [hedged, order]), NEW)])
    kinds = [(change.old is not None, change.new.claim if change.new else None) for change in planned.changes]
    assert kinds == [(True, hedged), (False, order)]
    assert planned.judged == ()
    assert ledger.counts() == before
    assert ledger.reread([planned]) == []
    assert list(ledger.claims()) == [hedged, order]


def test_what_changed_after_it_was_shown_is_left_out(ledger: Ledger) -> None:
    told, (delivery, order) = report()
    other = report(1)
    ledger.add([read((told, [delivery, order])), read(other)])
    shown = ledger.rereadings([read((told, [order]), NEW), read((other[0], other[1][:1]), NEW)])
    ledger.review("ana").accept(delivery.id)
    assert ledger.reread(shown) == [shown[0]]
    assert list(ledger.claims(ClaimFilter(document=told.id))) == [uncalibrated(delivery), order]
    assert list(ledger.claims(ClaimFilter(document=other[0].id))) == other[1][:1]


def test_reviews_stick_and_the_reader_stands_beside_them(ledger: Ledger) -> None:
    told, (delivery, order) = report()
    accepted = uncalibrated(delivery)
    ledger.add([read((told, [delivery, order]))])
    desk = ledger.review("ana")
    desk.accept(delivery.id)
    desk.reject(order.id)
    hedged = [replace(one, certainty="probable") for one in (delivery, order)]
    (planned,) = ledger.rereadings([read((told, hedged), NEW)])
    assert len(planned.judged) == 2
    again(ledger, (told, hedged))
    assert list(ledger.claims()) == [accepted]
    assert list(ledger.claims(JUDGED)) == [accepted, order]
    again(ledger, (told, []))
    assert list(ledger.claims(JUDGED)) == [accepted, order]
    assert ledger.rereadings([read((told, []), NEW)])[0].changes == ()
    again(ledger, (told, [delivery, order]))
    assert list(ledger.claims(JUDGED)) == [accepted, order]
    assert ledger.check() == []


def test_an_unchanged_text_leaves_what_was_judged_as_it_is(ledger: Ledger) -> None:
    told, (delivery, order) = report()
    ledger.add([read((told, [delivery, order]))])
    ledger.review("ana").accept(delivery.id)
    ledger.review("ana").correct(order.id, Correction(certainty="possible"))
    before = ledger.version(delivery.id)
    surer = [replace(one, reader=replace(one.reader, confidence=0.99)) for one in (delivery, order)]
    for readings in ([delivery, order], surer, [delivery, replace(surer[1], certainty="possible")]):
        (planned,) = ledger.rereadings([read((told, readings), NEW)])
        assert [change.new.claim.id for change in planned.changes if change.new] == (
            [] if readings[1].certainty == order.certainty else [order.id]
        )
        again(ledger, (told, readings))
        assert ledger.version(delivery.id) == before
    ledger.review("ana").undo()
    assert ledger.version(order.id).claim == replace(surer[1], certainty="possible")


def test_a_claim_that_a_person_added_survives(ledger: Ledger) -> None:
    told, found = report()
    ledger.add([read((told, found))])
    missed = claim(told, "Report", type="agreement", stage="signed", party="ARL=Arland")
    ledger.review("ana").add(told.id, Addition(missed.type, missed.stage, missed.roles, missed.evidence, missed.cues))
    (added,) = ledger.claims(ClaimFilter(review=("added",)))
    for readings in ([], found):
        again(ledger, (told, readings))
        assert list(ledger.claims(ClaimFilter(review=("added",)))) == [added]


def test_a_correction_stands_when_the_reader_changes_the_type(ledger: Ledger) -> None:
    told, (delivery, _) = report()
    ledger.add([read((told, [delivery]))])
    ledger.review("ana").correct(delivery.id, Correction(stage="ordered"))
    signed = claim(told, "delivered", type="agreement", stage="signed", party="ARL=Arland")
    again(ledger, (told, [signed]))
    (held,) = ledger.claims()
    assert (held.id, held.stage) == (delivery.id, "ordered")
    again(ledger, (told, [delivery, signed]))
    assert [one.stage for one in ledger.claims()] == ["ordered", "signed"]


def test_merged_claims_stay_merged(ledger: Ledger) -> None:
    told, (delivery, order) = report()
    ledger.add([read((told, [delivery, order]))])
    desk = ledger.review("ana")
    merged = desk.merge(delivery.id, order.id)
    again(ledger, (told, [delivery, order]))
    assert [one.id for one in ledger.claims()] == [delivery.id]
    desk.undo(merged.number)
    again(ledger, (told, [delivery, order]))
    assert [one.id for one in ledger.claims()] == [delivery.id, order.id]


def test_the_address_of_a_claim_leads_to_what_it_is_read_as_now(ledger: Ledger) -> None:
    told, (delivery, _) = report()
    signed = claim(told, "delivered", type="agreement", stage="signed", party="ARL=Arland")
    ledger.add([read((told, [delivery]))])
    for now, before in ((signed, delivery), (delivery, signed), (signed, delivery)):
        again(ledger, (told, [now]))
        assert list(ledger.claims()) == [now]
        assert ledger.claim(before.id) == now
        assert ledger.version(before.id).claim == now
    again(ledger, (told, []))
    assert ledger.claim(delivery.id) in (delivery, signed)
    assert list(ledger.verify()) == []


@pytest.fixture(scope="module")
def corpus() -> list[Read]:
    """Reports, one of them with twins, one without claims."""
    told, (delivery, _) = report(90)
    twins = (told, [delivery, replace(delivery, certainty="probable")])
    return [*reports(0, 6), twins, (document("The weather was fair."), [])]


def _current(place: str, corpus: Sequence[Read], order: Sequence[int], parts: random.Random) -> list[Claim]:
    with Ledger.open(place) as ledger:
        left = list(order)
        while left:
            size = parts.randint(1, len(left))
            ledger.add([read(corpus[number]) for number in left[:size]])
            left = left[size:]
        return list(ledger.claims())


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(st.integers(0, 7), max_size=5), parts=st.randoms(use_true_random=False), data=st.data())
def test_documents_give_the_same_claims_in_any_order_and_any_batches(
    new_place: Callable[[], str], corpus: list[Read], order: list[int], parts: random.Random, data: st.DataObject
) -> None:
    whole = [*data.draw(st.permutations(range(len(corpus)))), *order]
    expected = sorted((one for _, found in corpus for one in found), key=lambda one: (one.id, one.certainty))
    found = _current(new_place(), corpus, whole, parts)
    assert sorted(found, key=lambda one: (one.id, one.certainty)) == expected
