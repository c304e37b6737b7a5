"""Findings kept by moment: computed once, by one at a time, and found anew where a moment tells otherwise now."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from threading import Event, Thread

import pytest

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.errors import LedgerError, UsageError
from foedus.model.finding import Finding
from foedus.serve.finding.desk import MOST_KEPT, MOST_WAITING, FindingsDesk, Found
from tests.serve.told import delivery, ledger_of, order, treaty

DAY = datetime(2026, 1, 10, 9, tzinfo=UTC)
NOW = ClaimFilter()


class Judge:
    """Finds one thing for each claim, and remembers what it was asked."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.asked: list[ClaimFilter] = []
        self.began = Event()
        self.goes_on = Event()
        self.goes_on.set()
        self.at_once = 0
        self.most_at_once = 0

    def found(self, which: ClaimFilter) -> Sequence[Finding]:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.asked.append(which)
        self.began.set()
        claims = [claim.id for claim in self.ledger.claims(which)]
        assert self.goes_on.wait(10)
        self.at_once -= 1
        return [Finding(f"f-{one}", "rule", (one,), (), None, None) for one in claims]


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with ledger_of(place, [delivery()], [order()], day=DAY) as opened:
        yield opened


@pytest.fixture
def judge(ledger: Ledger) -> Judge:
    return Judge(ledger)


@pytest.fixture
def desk(ledger: Ledger, judge: Judge) -> FindingsDesk:
    return FindingsDesk(ledger, judge.found)


def test_a_moment_is_computed_once_however_it_is_named(desk: FindingsDesk, judge: Judge) -> None:
    assert desk.at_hand(NOW) is None
    found = desk.found(NOW)
    assert (found.moment.batch, len(found.every)) == (2, 2)
    assert desk.found(NOW) is found
    assert desk.at_hand(NOW) is found
    assert desk.found(ClaimFilter(as_of=date(2030, 1, 1))) is found
    assert desk.found(NOW, batch=2) is found
    assert len(judge.asked) == 1
    assert found.by_id[found.every[0].id] is found.every[0]


def test_other_claims_are_other_findings(desk: FindingsDesk, judge: Judge) -> None:
    assert len(desk.found(ClaimFilter(as_of=DAY.date())).every) == 1
    assert len(desk.found(ClaimFilter(published_by=date(2022, 12, 31))).every) == 1
    assert len(desk.found(ClaimFilter(min_confidence=0.8)).every) == 1
    assert len(desk.found(NOW).every) == 2
    assert len(judge.asked) == 4


def test_what_was_found_stays_while_the_ledger_grows(desk: FindingsDesk, judge: Judge, ledger: Ledger) -> None:
    before = desk.found(NOW)
    ledger.add([treaty()])
    assert desk.at_hand(NOW) is None
    assert len(desk.found(NOW).every) == 3
    assert desk.found(NOW, batch=2) is before
    assert len(judge.asked) == 2


def test_a_withdrawal_takes_it_out_of_every_moment(desk: FindingsDesk, judge: Judge, ledger: Ledger) -> None:
    desk.found(NOW)
    desk.found(ClaimFilter(as_of=DAY.date()))
    ledger.forget(ledger.scope(delivery()[0].id), "asked by its publisher")
    assert desk.found(ClaimFilter(as_of=DAY.date())).every == ()
    assert len(desk.found(NOW, batch=2).every) == 1
    assert len(judge.asked) == 4


def test_what_was_withdrawn_during_the_computation_is_not_kept(
    desk: FindingsDesk, judge: Judge, ledger: Ledger
) -> None:
    desk.found(ClaimFilter(as_of=DAY.date()))
    judge.goes_on.clear()
    judge.began.clear()
    asking = _asked(desk, NOW)
    assert judge.began.wait(10)
    ledger.forget(ledger.scope(delivery()[0].id), "asked by its publisher")
    judge.goes_on.set()
    asking.join(10)
    assert len(desk.found(NOW, batch=2).every) == 1


def test_only_so_many_moments_are_kept(desk: FindingsDesk, judge: Judge) -> None:
    levels = [ClaimFilter(min_confidence=0.1 * number) for number in range(MOST_KEPT + 1)]
    for which in levels:
        desk.found(which)
    assert desk.at_hand(levels[0]) is None
    assert all(desk.at_hand(which) for which in levels[1:])
    assert len(judge.asked) == MOST_KEPT + 1


def test_one_computes_and_the_others_wait_for_it(desk: FindingsDesk, judge: Judge) -> None:
    judge.goes_on.clear()
    results: list[Found] = []
    other = ClaimFilter(min_confidence=0.8)
    waiting = [_asked(desk, which, results) for which in (NOW, NOW, NOW, other)]
    assert judge.began.wait(10)
    judge.goes_on.set()
    for one in waiting:
        one.join(10)
    assert len(judge.asked) == 2
    assert judge.most_at_once == 1
    assert len({id(one) for one in results}) == 2


def test_of_many_who_wait_the_last_are_told_so(desk: FindingsDesk, judge: Judge) -> None:
    kept = desk.found(ClaimFilter(min_confidence=0.8))
    judge.goes_on.clear()
    waiting = [_asked(desk, NOW) for _ in range(MOST_WAITING)]
    while desk._waiting._value:
        Event().wait(0.01)
    with pytest.raises(LedgerError, match="ask again in a moment"):
        desk.found(NOW)
    assert desk.found(ClaimFilter(min_confidence=0.8)) is kept, "what is there needs no waiting"
    judge.goes_on.set()
    for one in waiting:
        one.join(10)
    assert len(desk.found(NOW).every) == 2


def test_a_failed_computation_hinders_no_later_one(ledger: Ledger, judge: Judge) -> None:
    fails = [LedgerError("busy")]

    def find(which: ClaimFilter) -> Sequence[Finding]:
        if fails:
            raise fails.pop()
        return judge.found(which)

    desk = FindingsDesk(ledger, find)
    with pytest.raises(LedgerError, match="busy"):
        desk.found(NOW)
    assert len(desk.found(NOW).every) == 2


def test_a_batch_that_is_not_there_yet_is_none(desk: FindingsDesk) -> None:
    with pytest.raises(UsageError, match="batch 3 is not in this ledger"):
        desk.found(NOW, batch=3)


def test_an_empty_ledger_has_none(place: str) -> None:
    with Ledger.open(place) as empty:
        desk = FindingsDesk(empty, Judge(empty).found)
        assert desk.found(NOW).every == ()
        empty.add([delivery()])
        assert len(desk.found(NOW).every) == 1


def _asked(desk: FindingsDesk, which: ClaimFilter, results: list[Found] | None = None) -> Thread:
    """Somebody who asks, in a thread of their own."""

    def ask() -> None:
        found = desk.found(which)
        if results is not None:
            results.append(found)

    thread = Thread(target=ask, daemon=True)
    thread.start()
    return thread
