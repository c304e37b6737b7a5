"""What became of a claim, which claims wait, and how far reviewers agree."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.errors import UsageError
from foedus.model.review import Agreement, Correction, Linkable
from tests.factories import claim, document
from tests.ledger.reports import reports
from tests.ledger.reviewing import DELIVERED, HANDED, PROMISED, REPORT, filled, missed, words

_ANY = ClaimFilter()


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with filled(place) as ledger:
        yield ledger


def test_a_history_has_every_version_and_judgement_with_both_values(ledger: Ledger) -> None:
    ledger.review("anna").accept(DELIVERED.id)
    ledger.review("ben").accept(DELIVERED.id, reason="too")
    ledger.review("ben").correct(DELIVERED.id, Correction(stage="ordered", roles={"supplier": ()}))
    ledger.add([(REPORT, [replace(DELIVERED, certainty="probable"), HANDED, PROMISED])])
    ledger.review("anna").undo(3)
    steps = ledger.history(DELIVERED.id[:7])
    assert [(step.action, step.by, step.review) for step in steps] == [
        ("read", "rules/1", None),
        ("accept", "anna", "accepted"),
        ("accept", "ben", None),
        ("correct", "ben", "corrected"),
        ("read", "rules/1", "corrected"),
        ("undo", "anna", "accepted"),
    ]
    assert [step.reading is None for step in steps] == [False, False, True, False, False, False]
    corrected = steps[3]
    assert corrected.changed == ("stage", "roles.supplier")
    assert [(one.field, one.machine, one.person) for one in corrected.differs][:1] == [
        ("stage", "delivered", "ordered")
    ]
    assert corrected.differs[1].machine[0]["name"] == "Arland"
    assert corrected.differs[1].person is None
    assert corrected.judgement is not None
    assert corrected.judgement.undone == steps[5].judgement.number if steps[5].judgement else None
    assert [one.field for one in steps[4].differs] == ["stage", "roles.supplier", "certainty"]
    assert [step.batch for step in steps] == sorted(step.batch for step in steps)


def test_a_history_can_be_asked_for_as_of_a_batch(ledger: Ledger) -> None:
    (judged,) = ledger.review("anna").accept(DELIVERED.id)
    ledger.review("anna").reject(DELIVERED.id)
    assert [step.action for step in ledger.history(DELIVERED.id, as_of=judged.batch)] == ["read", "accept"]


def test_links_ends_and_moves_stand_in_the_history(ledger: Ledger) -> None:
    desk = ledger.review("anna")
    desk.link("Borland", Linkable("BOR", "state", "Borland"))
    desk.merge(DELIVERED.id, HANDED.id)
    desk.reject(DELIVERED.id)
    assert [(step.claim, step.action, step.reading is None) for step in ledger.history(HANDED.id)] == [
        (HANDED.id, "read", False),
        (HANDED.id, "link", False),
        (HANDED.id, "merge", True),
        (DELIVERED.id, "reject", False),
    ]
    ledger.add([(REPORT, [DELIVERED, HANDED])])
    assert ledger.history(PROMISED.id)[-1].reading is None


def test_claims_wait_sure_and_doubtful_apart_until_they_are_judged(ledger: Ledger) -> None:
    assert _waiting(ledger) == [DELIVERED.id]
    assert _waiting(ledger, doubtful=True) == [HANDED.id, PROMISED.id]
    ledger.review("anna").reject(HANDED.id)
    ledger.review("anna").add(REPORT.id, missed())
    assert _waiting(ledger, doubtful=True) == [PROMISED.id]
    ledger.review("ben").accept(PROMISED.id, opinion=True)
    assert _waiting(ledger, doubtful=True) == [PROMISED.id]
    assert _waiting(ledger, doubtful=True, which=ClaimFilter(about=("ARL",))) == []
    bare = document("Arland lent boats.", outlet="The Vigil")
    ledger.add([(bare, [told := claim(bare, "lent", item="boats")])])
    assert told.id in _waiting(ledger)


def test_what_others_have_judged_waits_for_a_second_reviewer(ledger: Ledger) -> None:
    ledger.review("anna").accept(DELIVERED.id, PROMISED.id)
    (mine,) = ledger.review("ben").accept(PROMISED.id)
    ledger.review("carl").reject(HANDED.id)
    assert _waiting(ledger, second="ben") == [DELIVERED.id]
    assert _waiting(ledger, second="ben", doubtful=True) == [HANDED.id]
    assert _waiting(ledger, second="anna") == []
    ledger.review("ben").undo(mine.number)
    assert _waiting(ledger, second="ben") == [DELIVERED.id, PROMISED.id]


def test_pages_of_the_queue_go_on_where_the_last_ended_whatever_is_judged_meanwhile(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(reports(0, 5))
        every = _waiting(ledger)
        first = ledger.review_queue(level=0.5, limit=2)
        ledger.review("anna").accept(*(one.claim.id for one in first.waiting))
        second = ledger.review_queue(level=0.5, limit=2, after=first.next)
        last = ledger.review_queue(level=0.5, limit=2, after=second.next)
        assert [one.address for page in (first, second, last) for one in page.waiting] == every
        assert last.next is None
        assert second.waiting[0].reading == ledger.version(second.waiting[0].address).reading
        with pytest.raises(UsageError, match="no cursor"):
            ledger.review_queue(level=0.5, after="00")
        with pytest.raises(UsageError):
            ledger.review_queue(level=0.5, limit=0)


def test_nothing_to_agree_on_is_said_plainly(ledger: Ledger) -> None:
    ledger.review("anna").accept(DELIVERED.id)
    verdict, field = ledger.agreement()
    assert (verdict.alpha, verdict.units, field.alpha, field.units) == (None, 0, None, 0)
    assert verdict.note == "no claim was judged by two reviewers: nothing to compute"
    ledger.review("ben").accept(DELIVERED.id)
    verdict = ledger.agreement()[0]
    assert (verdict.agreed, verdict.units, verdict.note) == (1, 1, "all say accept: alpha needs two different values")


def test_alpha_over_verdicts_and_fields(place: str) -> None:
    """Ten claims by two people; the expected alpha is worked out by hand after Krippendorff's formula.

    Verdicts: 5 twice accepted, 1 rejected by one, 3 twice rejected, 1 corrected alike by both.
    """
    with Ledger.open(place) as ledger:
        told = reports(0, 10)
        ledger.add(told)
        ids = [claims[0].id for _, claims in told]
        anna, ben = ledger.review("anna"), ledger.review("ben")
        anna.accept(*ids[:6])
        ben.accept(*ids[:5])
        ben.reject(ids[5])
        anna.reject(*ids[6:9])
        ben.reject(*ids[6:9], opinion=True)
        anna.correct(ids[9], Correction(stage="ordered"))
        ben.correct(ids[9], Correction(stage="ordered", polarity="negated"))
        found = {(one.what, one.type): one for one in ledger.agreement()}
        assert set(found) == {(what, kind) for what in ("verdict", "field") for kind in (None, "transfer")}
        verdict = found["verdict", None]
        # 20 judgements: 11 accept, 7 reject, 2 correct; the one unit of two minds gives 2 of 20 pairs that differ
        expected = 1 - (2 / 20) / (2 * (11 * 7 + 11 * 2 + 7 * 2) / (20 * 19))
        assert verdict.alpha == pytest.approx(expected)
        assert (verdict.units, verdict.agreed, verdict.judgements, verdict.reviewers) == (10, 9, 20, ("anna", "ben"))
        field = found["field", None]
        assert (field.units, field.agreed) == (2, 1)
        # stage=ordered twice, polarity of two minds: 1 of 2 units differs
        assert field.alpha == pytest.approx(1 - (2 / 4) / (2 * (2 * 1 + 2 * 1 + 1) / (4 * 3)))


def test_judgements_taken_back_and_claims_a_person_added_do_not_count(ledger: Ledger) -> None:
    added = ledger.review("anna").add(REPORT.id, missed())
    assert added.claim is not None
    ledger.review("ben").reject(added.claim)
    ledger.review("anna").accept(DELIVERED.id)
    (judged,) = ledger.review("ben").reject(DELIVERED.id)
    assert [one.units for one in ledger.agreement()] == [1, 0, 1, 0]
    ledger.review("ben").undo(judged.number)
    assert [one.units for one in ledger.agreement()] == [0, 0]


def test_who_accepts_a_correction_holds_it_right(ledger: Ledger) -> None:
    ledger.review("anna").correct(DELIVERED.id, Correction(stage="ordered"))
    ledger.review("ben").accept(DELIVERED.id)
    ledger.review("carl").correct(HANDED.id, Correction(roles={"item": (words("boats", "item_class"),)}), opinion=True)
    ledger.review("anna").accept(HANDED.id)
    verdict, field = ledger.agreement()[:2]
    assert (verdict.units, verdict.agreed) == (2, 1)
    assert (field.units, field.agreed) == (2, 1)
    assert isinstance(verdict, Agreement)


def _waiting(
    ledger: Ledger, *, doubtful: bool = False, second: str | None = None, which: ClaimFilter = _ANY
) -> list[str]:
    page = ledger.review_queue(which, level=0.6, doubtful=doubtful, second=second)
    assert page.next is None
    return [one.address for one in page.waiting]
