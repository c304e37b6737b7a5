"""Verdicts on claims: accepted, corrected, rejected; split, merged, added; what the reader gave stays beside it."""

from collections.abc import Iterator

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.claim import Attribution, Quantity, When
from foedus.model.claim_json import from_json
from foedus.model.errors import ConflictError, FoedusError, LedgerError, UsageError
from foedus.model.identity import claim_id
from foedus.model.review import Addition, Correction
from tests.factories import claim, document, voice
from tests.ledger.reviewing import (
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
    uncalibrated,
    words,
    wrong,
)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with filled(place) as ledger:
        yield ledger
        assert wrong(ledger) == []


def test_an_accepted_claim_stays_as_it_was_read(ledger: Ledger) -> None:
    (judged,) = ledger.review("anna").accept(DELIVERED.id[:6], reason="read twice")
    assert (judged.action, judged.claim, judged.reviewer) == ("accept", DELIVERED.id, "anna")
    assert (judged.reason, judged.before, judged.undone) == ("read twice", 1, None)
    now = ledger.version(DELIVERED.id)
    assert (now.reading, now.review, now.claim) == (judged.after, "accepted", uncalibrated(DELIVERED))
    assert from_json(now.machine or "") == DELIVERED
    ledger.review("anna").undo()
    assert (ledger.version(DELIVERED.id).claim, ledger.version(DELIVERED.id).machine) == (DELIVERED, None)


def test_parts_and_what_others_were_merged_into_are_no_longer_doubtful(ledger: Ledger) -> None:
    desk = ledger.review("anna")
    desk.merge(HANDED.id, PROMISED.id)
    desk.split(DELIVERED.id, [to_tanks(), to_guns()])
    assert all(one.reader.confidence is UNSET for one in ledger.claims())
    assert ledger.review_queue(level=1.0, doubtful=True).waiting == []


def test_many_are_accepted_in_one_batch_or_none(ledger: Ledger) -> None:
    before = ledger.counts()
    with pytest.raises(ConflictError):
        ledger.review("anna").accept(DELIVERED.id, (HANDED.id, 77))
    assert ledger.counts() == before
    done = ledger.review("anna").accept(DELIVERED.id, HANDED.id, DELIVERED.id)
    assert [one.claim for one in done] == [DELIVERED.id, HANDED.id]
    assert ledger.counts().batches == before.batches + 1


CORRECTIONS = [
    Correction(stage="ordered"),
    Correction(type="possession", stage="held", roles={"supplier": (), "recipient": (), "holder": (words("Borland"),)}),
    Correction(roles={"recipient": (words("Borland", entity="BOR"),)}),
    Correction(roles={"recipient": (words("Borland"), words("Carland"))}),
    Correction(roles={"supplier": ()}),
    Correction(quantity=None),
    Correction(
        quantity=Quantity(4, None, None, "piece", False, "4", *(REPORT.text.index("4 guns") + i for i in (0, 1)))
    ),
    Correction(when=When("2021-04~", None, None, None)),
    Correction(when=None, due=When("2021", "2021", *(REPORT.text.index("2021") + i for i in (0, 4)))),
    Correction(polarity="negated", certainty="possible"),
    Correction(standing="attributed", attribution=(voice(REPORT, "an officer"),)),
    Correction(quoted=True, zone="quotation"),
    Correction(alternative="a1"),
    Correction(cues=HANDED.cues, evidence=HANDED.evidence),
]


@pytest.mark.parametrize("correction", CORRECTIONS)
def test_any_field_can_be_corrected_and_the_readers_record_stays_beside_it(
    ledger: Ledger, correction: Correction
) -> None:
    judged = ledger.review("anna").correct(DELIVERED.id, correction)
    now = ledger.version(DELIVERED.id)
    assert (now.review, now.origin, now.address) == ("corrected", "reader", (DELIVERED.id, 0))
    assert now.machine is not None
    assert from_json(now.machine) == DELIVERED
    assert now.claim.reader == uncalibrated(DELIVERED).reader
    assert {name.partition(".")[0] for name in judged.detail["fields"]} == {
        field for field in Correction.__struct_fields__ if getattr(correction, field) is not UNSET
    }
    for field in Correction.__struct_fields__:
        if field != "roles" and (value := getattr(correction, field)) is not UNSET:
            assert getattr(now.claim, field) == value
    assert held(ledger)[DELIVERED.id] == now.claim


def test_what_is_corrected_back_is_accepted(ledger: Ledger) -> None:
    desk = ledger.review("anna")
    desk.correct(DELIVERED.id, Correction(stage="ordered"))
    desk.correct(DELIVERED.id, Correction(stage="delivered"))
    now = ledger.version(DELIVERED.id)
    assert (now.review, now.claim) == ("accepted", uncalibrated(DELIVERED))
    assert from_json(now.machine or "") == DELIVERED


WRONG = [
    (Correction(stage="signed"), "signed"),
    (Correction(type="attack", stage="done"), "supplier"),
    (Correction(roles={"recipient": (replace(words("Borland"), text="Carland"),)}), "recipient: 'Carland'"),
    (Correction(roles={"giver": (words("Borland"),)}), "giver"),
    (Correction(roles={"recipient": (replace(words("Borland"), start=0, end=0, text=""),)}), "recipient"),
    (Correction(when=When("2021-13", None, None, None)), "when: '2021-13'"),
    (Correction(due=When("2021", "2021", None, None)), "due: words, start and end"),
    (Correction(standing="attributed"), "say which"),
    (Correction(attribution=(voice(REPORT, "an officer"),)), "no voice"),
    (Correction(standing="unnamed", attribution=(voice(REPORT, "an officer"),)), "nearest voice of kind person"),
    (Correction(cues=()), "trigger"),
    (Correction(evidence=()), "evidence"),
    (Correction(polarity="maybe"), "maybe"),  # type: ignore[arg-type]  # what a caller without types may give
    (Correction(stage="delivered"), "says so already"),
    (Correction(), "says so already"),
]


@pytest.mark.parametrize(("correction", "named"), WRONG)
def test_what_cannot_be_so_is_refused_in_one_line(ledger: Ledger, correction: Correction, named: str) -> None:
    before = ledger.counts()
    with pytest.raises(UsageError) as caught:
        ledger.review("anna").correct(DELIVERED.id, correction)
    assert named in str(caught.value)
    assert "\n" not in str(caught.value)
    assert ledger.counts() == before


def test_offsets_that_stay_on_the_wrong_words_name_field_and_words(ledger: Ledger) -> None:
    lost = Attribution("BOR", "Borland", "state", "Borland", 3, 10)
    with pytest.raises(UsageError, match="attribution: 'Borland' does not stand at 3–10"):
        ledger.review("anna").correct(DELIVERED.id, Correction(standing="attributed", attribution=(lost,)))


def test_a_rejected_claim_is_kept_and_left_out(ledger: Ledger) -> None:
    ledger.review("anna").reject(HANDED.id)
    assert list(held(ledger)) == [DELIVERED.id, PROMISED.id]
    assert [one.id for one in ledger.claims(ClaimFilter(review=("rejected",)))] == [HANDED.id]
    ledger.review("ben").accept(HANDED.id)
    assert status(ledger, HANDED.id) == "accepted"


def test_who_agrees_changes_nothing_and_is_remembered_once(ledger: Ledger) -> None:
    ledger.review("anna").accept(DELIVERED.id)
    reading = ledger.version(DELIVERED.id).reading
    (second,) = ledger.review("ben").accept(DELIVERED.id)
    batches = ledger.counts().batches
    (again,) = ledger.review("ben").accept(DELIVERED.id)
    assert (second.before, second.after) == (reading, reading)
    assert again.number == second.number
    assert ledger.counts().batches == batches
    assert ledger.version(DELIVERED.id).reading == reading


def test_an_opinion_leaves_even_what_it_would_change(ledger: Ledger) -> None:
    desk = ledger.review("ben")
    desk.reject(DELIVERED.id, opinion=True)
    desk.correct(HANDED.id, Correction(stage="ordered"), opinion=True)
    assert (status(ledger, DELIVERED.id), status(ledger, HANDED.id)) == (None, None)
    assert held(ledger)[HANDED.id] == HANDED


def test_a_split_claim_keeps_its_address_and_gives_the_others_their_own(ledger: Ledger) -> None:
    judged = ledger.review("anna").split(DELIVERED.id, [to_tanks(), to_guns()])
    (address,) = judged.detail["parts"]
    first, second = ledger.version(DELIVERED.id), ledger.version(address)
    assert (first.review, [one.text for one in first.claim.fillers("item")]) == ("corrected", ["tanks"])
    assert (second.review, second.origin, [one.text for one in second.claim.fillers("item")]) == (
        "added",
        "person",
        ["guns"],
    )
    trigger = (DELIVERED.trigger.start, DELIVERED.trigger.end)
    assert address == claim_id(REPORT.sha256, trigger, "transfer", second.claim.roles, ())
    assert (second.claim.reader.name, second.claim.reader.version, second.claim.reader.confidence) == (
        "person",
        "anna",
        UNSET,
    )


def test_parts_with_the_same_words_are_twins(ledger: Ledger) -> None:
    judged = ledger.review("anna").split(
        DELIVERED.id,
        [Correction(roles={"recipient": (words("Borland"),)}, quantity=None), Correction(polarity="negated")],
    )
    assert judged.detail["parts"] == [f"{DELIVERED.id}.1"]
    with pytest.raises(LedgerError, match=rf"say which of {DELIVERED.id}\.0, {DELIVERED.id}\.1"):
        ledger.review("anna").accept(DELIVERED.id)
    ledger.review("anna").reject(f"{DELIVERED.id}.1")
    assert [status(ledger, f"{DELIVERED.id}.{twin}") for twin in (0, 1)] == ["corrected", "rejected"]


@pytest.mark.parametrize("parts", [[], [to_tanks()], [to_tanks(), to_tanks()]])
def test_a_split_needs_two_different_parts(ledger: Ledger, parts: list[Correction]) -> None:
    with pytest.raises(UsageError):
        ledger.review("anna").split(DELIVERED.id, parts)


def test_merged_claims_are_one_with_all_evidence_and_old_addresses_lead_to_it(ledger: Ledger) -> None:
    judged = ledger.review("anna").merge(DELIVERED.id, HANDED.id)
    assert judged.detail == {"merged": [HANDED.id]}
    now = ledger.version(HANDED.id)
    assert now.address == (DELIVERED.id, 0)
    assert now.claim.evidence == (*DELIVERED.evidence, *HANDED.evidence)
    assert now.machine is not None
    assert list(held(ledger)) == [DELIVERED.id, PROMISED.id]
    assert ledger.claim(HANDED.id) == now.claim
    ledger.review("anna").merge(PROMISED.id, HANDED.id)
    assert ledger.version(HANDED.id).address == ledger.version(DELIVERED.id).address == (PROMISED.id, 0)


def test_only_claims_of_one_document_are_merged_and_no_claim_with_itself(ledger: Ledger) -> None:
    other = document("Arland delivered boats.", outlet="The Vigil")
    far = claim(other, "delivered", supplier="Arland", item="boats")
    ledger.add([(other, [far])])
    for others in ([], [DELIVERED.id], [far.id]):
        with pytest.raises(UsageError):
            ledger.review("anna").merge(DELIVERED.id, *others)


def test_a_missed_claim_is_added_and_survives_the_next_reading(ledger: Ledger) -> None:
    judged = ledger.review("anna").add(REPORT.id[:8], missed())
    assert judged.claim is not None
    now = ledger.version(judged.claim)
    assert (now.review, now.origin, now.claim.reader.name) == ("added", "person", "person")
    trigger = (now.claim.trigger.start, now.claim.trigger.end)
    assert now.claim.id == claim_id(REPORT.sha256, trigger, "commitment", now.claim.roles, ())
    ledger.add([(REPORT, [DELIVERED])])
    assert set(held(ledger)) == {DELIVERED.id, judged.claim}


def test_what_the_ledger_holds_already_is_not_added(ledger: Ledger) -> None:
    desk = ledger.review("anna")
    fields = {field: getattr(DELIVERED, field) for field in Addition.__struct_fields__}
    with pytest.raises(UsageError, match=DELIVERED.id):
        desk.add(REPORT.id, Addition(**fields))
    desk.reject(DELIVERED.id)
    with pytest.raises(UsageError, match="accept it"):
        desk.add(REPORT.id, Addition(**fields))
    fewer = Addition(**fields | {"roles": {**DELIVERED.roles, "recipient": (words("Carland"),)}})
    assert desk.add(REPORT.id, fewer).claim == f"{DELIVERED.id}.1"


@pytest.mark.parametrize(
    ("addition", "named"),
    [
        (replace(missed(), stage="delivered"), "delivered"),
        (replace(missed(), cues=()), "trigger"),
        (replace(missed(), roles={}), "obligor, beneficiary"),
        (replace(missed(), roles={"obligor": (replace(words("Mosgrad"), end=3),)}), "obligor"),
        (replace(missed(), standing="attributed"), "say which"),
        (replace(missed(), type="gift"), "gift"),
    ],
)
def test_a_claim_that_cannot_be_is_not_added(ledger: Ledger, addition: Addition, named: str) -> None:
    with pytest.raises(UsageError, match=named):
        ledger.review("anna").add(REPORT.id, addition)


def test_the_reading_that_was_seen_must_be_the_one_that_holds(ledger: Ledger) -> None:
    seen = ledger.version(DELIVERED.id).reading
    ledger.review("anna").correct(DELIVERED.id, Correction(stage="ordered"), expected=seen)
    with pytest.raises(ConflictError) as caught:
        ledger.review("ben").correct(DELIVERED.id, Correction(stage="offered"), expected=seen)
    assert "anna corrected it at 20" in str(caught.value)
    assert "(stage)" in str(caught.value)
    assert held(ledger)[DELIVERED.id].stage == "ordered"
    ledger.add([(REPORT, [DELIVERED])])
    seen = ledger.version(DELIVERED.id).reading
    ledger.review("ben").accept((DELIVERED.id, seen))


def test_a_claim_that_the_reader_no_longer_gives_cannot_be_judged(ledger: Ledger) -> None:
    ledger.add([(REPORT, [DELIVERED])])
    with pytest.raises(ConflictError, match="holds no more: its text was read"):
        ledger.review("anna").accept(HANDED.id)


@pytest.mark.parametrize("given", ["zz", "ffff", "1.2.3", ""])
def test_what_names_no_claim_is_told(ledger: Ledger, given: str) -> None:
    with pytest.raises(FoedusError) as caught:
        ledger.review("anna").accept(given)
    assert "\n" not in str(caught.value)


def test_nobody_judges_without_a_name(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="name"):
        ledger.review(" ").accept(DELIVERED.id)


def test_a_judgement_is_a_batch_of_its_reviewer(ledger: Ledger) -> None:
    ledger.review("anna", command="by hand").accept(DELIVERED.id)
    step = ledger.history(DELIVERED.id)[-1]
    assert (step.action, step.by, step.review) == ("accept", "anna", "accepted")
