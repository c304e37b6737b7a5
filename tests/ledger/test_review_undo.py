"""Judgements taken back: what they found holds again, as long as nobody has judged since."""

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace

from foedus.ledger.review.desk import ReviewDesk
from foedus.ledger.store import Ledger
from foedus.model.errors import UsageError
from foedus.model.review import Correction, Linkable
from tests.ledger.reviewing import (
    CLAIMS,
    DELIVERED,
    HANDED,
    PROMISED,
    REPORT,
    filled,
    held,
    missed,
    status,
    to_guns,
    to_tanks,
    wrong,
)

MOSGRAD = Linkable("MOS", "state", "Mosgrad")


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with filled(place) as ledger:
        yield ledger
        assert wrong(ledger) == []


JUDGEMENTS: dict[str, Callable[[ReviewDesk], object]] = {
    "accept": lambda desk: desk.accept(DELIVERED.id),
    "reject": lambda desk: desk.reject(DELIVERED.id),
    "correct": lambda desk: desk.correct(DELIVERED.id, Correction(stage="ordered")),
    "opinion": lambda desk: desk.reject(DELIVERED.id, opinion=True),
    "split": lambda desk: desk.split(DELIVERED.id, [to_tanks(), to_guns()]),
    "merge": lambda desk: desk.merge(DELIVERED.id, HANDED.id),
    "add": lambda desk: desk.add(REPORT.id, missed()),
    "link": lambda desk: desk.link("Mosgrad", MOSGRAD),
    "depend": lambda desk: desk.depend("The Gazette", "The Vigil", reason="reprints it"),
}


@pytest.mark.parametrize("judged", JUDGEMENTS)
def test_every_judgement_can_be_taken_back(ledger: Ledger, judged: str) -> None:
    desk = ledger.review("anna")
    JUDGEMENTS[judged](desk)
    undone = desk.undo(reason="too fast")
    assert (undone.action, undone.reason) == ("undo", "too fast")
    assert list(held(ledger, rejected=True).values()) == CLAIMS
    assert [status(ledger, claim.id) for claim in CLAIMS] == [None] * 3
    with pytest.raises(UsageError, match="nothing"):
        desk.undo()


def test_what_was_judged_since_is_to_be_undone_first(ledger: Ledger) -> None:
    (first,) = ledger.review("anna").accept(DELIVERED.id)
    second = ledger.review("ben").correct(DELIVERED.id, Correction(stage="ordered"))
    with pytest.raises(UsageError, match=r"ben judged .* since \(correct, judgement 2\): undo 2 first"):
        ledger.review("anna").undo(first.number)
    ledger.review("anna").undo(second.number)
    assert status(ledger, DELIVERED.id) == "accepted"
    ledger.review("anna").undo(first.number)
    assert status(ledger, DELIVERED.id) is None


def test_opinions_wait_for_nothing_and_nothing_waits_for_them(ledger: Ledger) -> None:
    ben, carl = ledger.review("ben"), ledger.review("carl")
    (first,) = ben.reject(PROMISED.id, opinion=True)
    (held_right,) = ben.accept(PROMISED.id)
    (agreed,) = carl.accept(PROMISED.id)
    link = ben.link("Mosgrad", MOSGRAD)
    carl.reject(PROMISED.id, opinion=True)
    for number in (first.number, link.number, held_right.number, agreed.number):
        ledger.review("anna").undo(number)
    assert (status(ledger, PROMISED.id), held(ledger)[PROMISED.id]) == (None, PROMISED)


def test_an_opinion_of_a_part_outlives_the_split_and_can_be_taken_back(ledger: Ledger) -> None:
    split = ledger.review("anna").split(DELIVERED.id, [to_tanks(), to_guns()])
    (part,) = split.detail["parts"]
    (agreed,) = ledger.review("ben").accept(part)
    ledger.review("anna").undo(split.number)
    ledger.review("ben").undo(agreed.number)
    assert list(held(ledger).values()) == CLAIMS


def test_a_link_that_changed_the_claim_since_is_to_be_undone_first(ledger: Ledger) -> None:
    (first,) = ledger.review("anna").accept(PROMISED.id)
    (other,) = ledger.review("anna").accept(DELIVERED.id)
    link = ledger.review("ben").link("Mosgrad", MOSGRAD)
    with pytest.raises(UsageError, match=f"undo {link.number} first"):
        ledger.review("anna").undo(first.number)
    ledger.review("anna").undo(other.number)
    later = ledger.review("anna").correct(PROMISED.id, Correction(stage="offered"))
    with pytest.raises(UsageError, match=f"undo {later.number} first"):
        ledger.review("ben").undo(link.number)


def test_parts_and_merged_claims_go_back_together(ledger: Ledger) -> None:
    desk = ledger.review("anna")
    split = desk.split(DELIVERED.id, [to_tanks(), to_guns()])
    (part,) = split.detail["parts"]
    ledger.review("ben").correct(part, Correction(certainty="possible"))
    with pytest.raises(UsageError, match="ben judged"):
        desk.undo(split.number)
    ledger.review("ben").undo()
    desk.undo(split.number + 1)  # the row of the part is the same judgement
    assert list(held(ledger).values()) == CLAIMS


@pytest.mark.parametrize("number", [99, 0])
def test_a_judgement_that_is_not_there_is_told(ledger: Ledger, number: int) -> None:
    with pytest.raises(UsageError, match=f"no judgement {number}"):
        ledger.review("anna").undo(number)


def test_an_undo_is_not_undone_and_nothing_twice(ledger: Ledger) -> None:
    desk = ledger.review("anna")
    (judged,) = desk.accept(DELIVERED.id)
    undo = desk.undo()
    with pytest.raises(UsageError, match="itself an undo"):
        desk.undo(undo.number)
    with pytest.raises(UsageError, match=f"taken back already, by anna .judgement {undo.number}"):
        desk.undo(judged.number)


def test_after_a_reading_the_undo_brings_back_what_the_reader_gives_now(ledger: Ledger) -> None:
    desk = ledger.review("anna")
    desk.correct(DELIVERED.id, Correction(stage="ordered"))
    now = replace(DELIVERED, certainty="probable")
    ledger.add([(REPORT, [now, HANDED, PROMISED])])
    assert held(ledger)[DELIVERED.id].stage == "ordered"
    desk.undo()
    assert held(ledger)[DELIVERED.id] == now
    assert status(ledger, DELIVERED.id) is None


def test_what_no_reader_gives_any_more_ends_with_its_judgement(ledger: Ledger) -> None:
    desk = ledger.review("anna")
    desk.accept(DELIVERED.id)
    ledger.add([(REPORT, [HANDED, PROMISED])])
    assert DELIVERED.id in held(ledger)
    desk.undo()
    assert DELIVERED.id not in held(ledger, rejected=True)


def test_a_claim_that_the_reader_finds_by_now_outlives_the_undo_of_its_adding(ledger: Ledger) -> None:
    desk = ledger.review("anna")
    added = desk.add(REPORT.id, missed())
    assert added.claim is not None
    found = replace(ledger.claim(added.claim), reader=DELIVERED.reader)
    ledger.add([(REPORT, [*CLAIMS, found])])
    assert status(ledger, added.claim) == "added"
    desk.undo()
    assert (status(ledger, added.claim), held(ledger)[added.claim].id) == (None, found.id)
