"""Whatever is written later, the ledger still answers as it did at any earlier moment, in both stores."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from foedus.ledger.filters import ClaimFilter, Moment
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.entity import Entity
from foedus.model.errors import LedgerError, UsageError
from foedus.model.review import Correction, Linkable
from tests.ledger.reports import report

START = datetime(2024, 5, 1, 12, tzinfo=UTC)
STEP = timedelta(hours=7)
BORLAND = Entity("BOR", "state", {"en": ("Borland",), "fr": ("Borlande",)})

Step = tuple[str, int, int]
steps = st.lists(
    st.tuples(
        st.sampled_from("read reread page accept correct reject undo link unlink name forget".split()),
        st.integers(0, 3),
        st.integers(0, 5),
    ),
    min_size=2,
    max_size=10,
)


@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps)
def test_answers_as_of_a_moment_are_those_that_were_given_then(new_place: Callable[[], str], told: list[Step]) -> None:
    clock = Clock()
    with Ledger.open(new_place(), clock=clock) as ledger:
        given_then: list[tuple[datetime, int, Any]] = []
        forgotten: set[str] = set()
        for action, first, second in told:
            clock.now += STEP
            _write(ledger, action, first, second, forgotten)
            batch = max((one.batch for one in ledger.audit()), default=0)
            given_then.append((clock.now, batch, _answers(ledger, None)))
        for moment, batch, answers in given_then:
            for as_of in (moment, batch):
                assert _answers(ledger, as_of) == (_without(answers, forgotten))


class Clock:
    """A time that the test sets."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


def _write(ledger: Ledger, action: str, first: int, second: int, forgotten: set[str]) -> None:
    told, claims = report(first)
    held = list(ledger.claims(ClaimFilter(review=("unreviewed", "accepted", "corrected", "rejected"))))
    desk = ledger.review("anna")
    one = held[second % len(held)].id if held else "0"
    unsure = [replace(claim, certainty="probable") for claim in claims[: second % 3]]
    actions: dict[str, Callable[[], object]] = {
        "read": lambda: ledger.add([(told, claims)]),
        "reread": lambda: ledger.add([(told, unsure)]),
        "page": lambda: ledger.add([(replace(told, published=f"2023-0{second + 1}"), claims)]),
        "accept": lambda: desk.accept(one),
        "correct": lambda: desk.correct(one, Correction(certainty="possible")),
        "reject": lambda: desk.reject(one),
        "undo": desk.undo,
        "link": lambda: desk.link("tanks", Linkable("t-72", "system", "T-72")),
        "unlink": lambda: desk.unlink("tanks"),
        "name": lambda: ledger.name_entities([BORLAND]),
        "forget": lambda: ledger.forget(ledger.scope(told.id), "asked to"),
    }
    # there may be nothing to judge, or it is judged so already
    with suppress(LedgerError, UsageError):
        actions[action]()
        if action == "forget":
            forgotten.add(told.id)


def _answers(ledger: Ledger, as_of: Moment) -> dict[str, Any]:
    """Everything that can be asked, each as lists of what a withdrawal takes out of them."""
    everything = ClaimFilter(as_of=as_of)
    asked = {
        "claims": everything,
        "rejected": ClaimFilter(as_of=as_of, review=("rejected",)),
        "reviewed": ClaimFilter(as_of=as_of, review=("accepted", "corrected")),
        "published": ClaimFilter(as_of=as_of, published_by=date(2023, 3, 15)),
        "about": ClaimFilter(as_of=as_of, about=("t-72",)),
        "text": ClaimFilter(as_of=as_of, text="Borlande"),
    }
    found: dict[str, Any] = {name: list(ledger.claims(which)) for name, which in asked.items()}
    found["search"] = [hit.claim for hit in ledger.search("tanks", everything).hits]
    found["texts"] = [hit.document for hit in ledger.search_documents("jets", everything).hits]
    found["documents"] = list(ledger.documents(as_of))
    found["pages"] = list(ledger.pages(as_of=as_of))
    return found


def _without(answers: dict[str, Any], forgotten: set[str]) -> dict[str, Any]:
    """What is withdrawn is gone from every moment."""
    return {
        name: [one for one in found if (one.document if isinstance(one, Claim) else one).id not in forgotten]
        for name, found in answers.items()
    }


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    clock = Clock()
    with Ledger.open(place, clock=clock) as opened:
        told, claims = report(1)
        opened.add([(told, claims)])
        clock.now = START + timedelta(days=1)
        opened.review("anna").reject(claims[0].id, reason="no such thing")
        opened.review("anna").correct(claims[1].id, Correction(stage="delivered"))
        clock.now = START + timedelta(days=2)
        opened.add([(replace(told, published="2023-01"), claims)])
        yield opened


def _stages(ledger: Ledger, as_of: Moment) -> list[tuple[str, str | None]]:
    return [(one.stage, one.document.published) for one in ledger.claims(ClaimFilter(as_of=as_of))]


def test_before_a_review_the_machines_record_is_shown(ledger: Ledger) -> None:
    day = START.date()
    assert _stages(ledger, day - timedelta(days=1)) == []
    assert _stages(ledger, day) == [("delivered", "2022-05-19"), ("ordered", "2022-05-19")]
    assert _stages(ledger, day + timedelta(days=1)) == [("delivered", "2022-05-19")]
    assert _stages(ledger, day + timedelta(days=2)) == [("delivered", "2023-01")] == _stages(ledger, None)


def test_an_instant_is_taken_to_the_microsecond_and_without_zone_as_utc(ledger: Ledger) -> None:
    for moment in (START, START.replace(tzinfo=None), START.astimezone(tz=None)):
        assert len(_stages(ledger, moment)) == 2
        assert _stages(ledger, moment - timedelta(microseconds=1)) == []
    assert _stages(ledger, 1) == _stages(ledger, START)
    assert _stages(ledger, date.max) == _stages(ledger, None)


def test_metadata_counts_and_single_records_are_as_they_were(ledger: Ledger) -> None:
    told, (rejected, _) = report(1)
    day = START.date()
    assert [one.published for one in ledger.documents(day)] == ["2022-05-19"]
    assert [one.published for one in ledger.pages(as_of=None)] == ["2023-01"]
    assert ledger.document(told.id, day).published == "2022-05-19"
    assert ledger.claim(rejected.id, day) == rejected
    assert ledger.counts(day)._asdict() == {"documents": 1, "pages": 1, "claims": 2, "superseded": 0, "batches": 1}
    assert ledger.counts().claims == 1
    with pytest.raises(LedgerError, match="the ledger holds no document"):
        ledger.document(told.id, day - timedelta(days=1))


def test_learned_since_is_when_the_statement_was_first_known_however_it_was_judged_since(ledger: Ledger) -> None:
    day = START.date()
    everything = ("unreviewed", "corrected", "rejected")
    for since, count in ((day, 2), (START - timedelta(seconds=1), 2), (START, 0), (day + timedelta(days=1), 0), (1, 0)):
        assert len(list(ledger.claims(ClaimFilter(learned_since=since, review=everything)))) == count
