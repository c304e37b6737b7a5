"""What becomes of statements when their text is read again, and what of those that a person has judged."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from foedus.ledger.reading.reconcile import reconcile
from foedus.ledger.reading.statement import Change, Held, Key, State
from foedus.model.claim import Claim
from foedus.model.vocabulary import Certainty
from tests.factories import claim, document

TOLD = document("Arland delivered 12 tanks and 3 radars to Borland in 2021. Carland ordered jets from Dorland.")
REF = TOLD.ref


def delivery(
    item: str | Sequence[str] = "tanks",
    *,
    certainty: Certainty = "certain",
    confidence: float | None = 0.9,
    reader: str = "rules",
    version: str = "1",
) -> Claim:
    return claim(
        TOLD,
        "delivered",
        supplier="ARL=Arland",
        recipient="BOR=Borland",
        item=item,
        certainty=certainty,
        confidence=confidence,
        reader=reader,
        version=version,
    )


def order() -> Claim:
    return claim(TOLD, "ordered", stage="ordered", supplier="DOR=Dorland", recipient="CAR=Carland", item="jets")


def held(*states: State) -> list[Held]:
    return [Held(number, state) for number, state in enumerate(states, start=1)]


def after(states: Sequence[Held], read: Sequence[Claim], moved: dict[Key, Key] | None = None) -> list[State]:
    """What holds after a reading; the reading again must change nothing."""
    changes = reconcile(states, read, REF, moved)
    gone = {change.old.reading for change in changes if change.old}
    kept = [one.state for one in states if one.reading not in gone]
    then = kept + [change.new for change in changes if change.new]
    assert reconcile(held(*then), read, REF, moved) == [], "a second reading brings nothing"
    return then


def test_what_is_read_for_the_first_time_is_new() -> None:
    assert reconcile([], [delivery(), order()], REF) == [
        Change(None, State(delivery(), 0)),
        Change(None, State(order(), 0)),
    ]


def test_the_same_statement_stays_whoever_reads_it() -> None:
    newer = delivery(reader="other", version="7")
    assert reconcile(held(State(delivery(), 0)), [newer], REF) == []


@pytest.mark.parametrize(("confidence", "changes"), [(0.904, 0), (0.91, 1), (None, 1)])
def test_confidence_counts_only_beyond_rounding(confidence: float | None, changes: int) -> None:
    assert len(reconcile(held(State(delivery(), 0)), [delivery(confidence=confidence)], REF)) == changes


def test_what_is_read_otherwise_goes_on_and_what_is_not_read_ends() -> None:
    first, second = held(State(delivery(), 0), State(order(), 0))
    hedged = delivery(certainty="probable")
    assert reconcile([first, second], [hedged], REF) == [Change(first, State(hedged, 0)), Change(second, None)]


def test_a_corrected_page_gives_every_statement_a_new_version() -> None:
    dated = replace(REF, published="2022-05-20")
    (change,) = reconcile(held(State(delivery(), 0, review="accepted")), [delivery()], dated)
    assert change.new == State(replace(delivery(), document=dated), 0, review="accepted")


@pytest.mark.parametrize("review", ["accepted", "corrected", "rejected", "added"])
def test_what_a_person_judged_stays_and_the_reader_stands_beside_it(review: str) -> None:
    judged = held(State(delivery(), 0, review=review))
    hedged = delivery(certainty="probable")
    assert after(judged, [hedged]) == [State(delivery(), 0, review=review, machine=hedged)]
    assert after(judged, []) == [State(delivery(), 0, "person", review)]
    unread = held(State(delivery(), 0, "person", review))
    assert after(unread, [delivery()]) == [State(delivery(), 0, "reader", review)]


def test_a_judged_statement_does_not_change_with_the_readers_confidence() -> None:
    assert reconcile(held(State(delivery(), 0, review="accepted")), [delivery(confidence=0.2)], REF) == []


def test_a_change_beside_a_judgement_is_told_from_others() -> None:
    judged = held(State(delivery(), 0, review="accepted"))
    assert [change.judged for change in reconcile(judged, [], REF)] == [True]
    assert [change.judged for change in reconcile(judged, [delivery(), order()], REF)] == [False]
    assert [change.judged for change in reconcile(held(State(delivery(), 0)), [], REF)] == [False]


def test_what_nobody_judged_goes_on_under_another_id_at_the_same_trigger() -> None:
    retyped = claim(TOLD, "delivered", type="agreement", stage="signed", party="ARL=Arland")
    first, second = held(State(delivery(), 0), State(order(), 0))
    changes = reconcile([first, second], [retyped, order()], REF)
    assert changes == [Change(first, State(retyped, 0))]
    assert changes[0].moved
    assert after([first], [delivery("radars"), retyped]) == [State(delivery("radars"), 0), State(retyped, 0)]


def test_a_judged_statement_is_found_again_by_its_trigger() -> None:
    retyped = claim(TOLD, "delivered", type="agreement", stage="signed", party="ARL=Arland")
    assert after(held(State(delivery(), 0, review="accepted")), [retyped]) == [
        State(delivery(), 0, review="accepted", machine=retyped)
    ]


def test_a_rejected_statement_is_rejected_under_its_own_id_alone() -> None:
    retyped = claim(TOLD, "delivered", type="agreement", stage="signed", party="ARL=Arland")
    assert after(held(State(delivery(), 0, review="rejected")), [retyped]) == [
        State(delivery(), 0, "person", "rejected"),
        State(retyped, 0),
    ]


def test_of_several_readings_at_a_trigger_type_then_items_then_order_decide() -> None:
    judged = held(State(delivery(["tanks", "radars"]), 0, review="corrected"))
    signed = claim(TOLD, "delivered", type="agreement", stage="signed", party="ARL=Arland")
    radars = delivery("radars")
    (first, *others) = after(judged, [signed, radars])
    assert (first.machine, [one.claim for one in others]) == (radars, [signed])
    both = delivery(["radars", "tanks"])
    (first, *others) = after(judged, [radars, replace(both, id="0" * 16)])
    assert first.machine == replace(both, id="0" * 16)


def test_the_reading_that_stood_beside_a_judgement_last_does_so_again() -> None:
    signed = claim(TOLD, "delivered", type="agreement", stage="signed", party="ARL=Arland")
    judged = held(State(delivery(), 0, review="accepted", machine=signed))
    radars = delivery("radars")
    (first, second) = after(judged, [radars, signed])
    assert (first.machine, second.claim) == (signed, radars)


def test_a_judged_statement_that_is_read_by_its_id_leaves_others_at_its_trigger_alone() -> None:
    radars = delivery("radars")
    assert after(held(State(delivery(), 0, review="accepted")), [delivery(), radars]) == [
        State(delivery(), 0, review="accepted"),
        State(radars, 0),
    ]


def test_twins_keep_their_numbers_when_one_of_them_goes() -> None:
    second = delivery(certainty="probable")
    assert after(held(State(delivery(), 0), State(second, 1)), [second]) == [State(second, 1)]
    assert after(held(State(second, 1)), [second, delivery()]) == [State(second, 1), State(delivery(), 0)]


def test_what_a_person_merged_does_not_come_back() -> None:
    moved = {Key(order().id, 0): Key(delivery().id, 0)}
    judged = held(State(delivery(), 0, review="corrected"))
    assert after(judged, [delivery(), order()], moved) == [State(delivery(), 0, review="corrected")]
    assert after(judged, [order()], moved) == [State(delivery(), 0, review="corrected", machine=order())]


def linked(given: Claim) -> Claim:
    """With Arland's name linked where nothing else links it."""
    (supplier,) = given.fillers("supplier")
    return replace(given, roles=given.roles | {"supplier": (replace(supplier, entity="ARL"),)})


def test_a_name_that_a_person_linked_links_what_is_read_and_the_reading_stands_beside_it() -> None:
    bare = claim(TOLD, "delivered", supplier="Arland", item="tanks")
    (first,) = reconcile([], [bare], REF, link=linked)
    assert first.new == State(linked(bare), 0, machine=bare)
    assert reconcile(held(first.new), [bare], REF, link=linked) == []
    (unlinked,) = reconcile(held(first.new), [bare], REF)
    assert unlinked.new == State(bare, 0)
    (tied,) = reconcile(held(State(bare, 0)), [bare], REF, link=linked)
    assert tied.new == first.new
    assert reconcile(held(State(linked(bare), 0, review="accepted", machine=bare)), [bare], REF, link=linked) == []


def test_what_was_merged_into_a_statement_that_is_gone_comes_back() -> None:
    moved = {Key(order().id, 0): Key(delivery().id, 0)}
    assert [state.claim for state in after([], [order()], moved)] == [order()]
