"""Questions at their pace, within a budget, again where that can help, and never one that is answered already."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from bench.careful import misbehaving
from bench.careful.misbehaving import refusing, saying, too_many
from bench.careful.replay import Plan, Replay, every, first, soundly
from msgspec.structs import replace

from foedus.careful.asking import Asking
from foedus.careful.budget import Budget, Prices, Tokens
from foedus.careful.endpoint import Endpoint
from foedus.careful.errors import AnswerError, EndpointError, LeftError, TryAgainError
from foedus.careful.pace import Pace
from foedus.careful.persevering import IN_A_ROW, Persevering
from foedus.careful.request import Request
from foedus.careful.retries import Retries, persistently, seconds_of
from foedus.model.errors import LedgerError
from tests.careful.endpoint.case import REPORTS, answer, answers, request

NAMES = list(REPORTS)
QUICK = Retries(first=0.01, longest=0.02)
EACH = Tokens(1000, 100)


class Shelf(dict[str, str]):
    """Answers in memory, with how they came."""

    def __init__(self) -> None:
        super().__init__()
        self.how: dict[str, Mapping[str, Any]] = {}

    def put(self, request: Request, answer: str, how: Mapping[str, Any]) -> bool:
        self[request.id] = answer
        self.how[request.id] = how
        return True


class Full(Shelf):
    """No room for an answer."""

    def put(self, request: Request, answer: str, how: Mapping[str, Any]) -> bool:
        raise OSError(28, "No space left on device", "answers/1.json")


@contextmanager
def asking(  # noqa: PLR0917 - a test names what it changes
    plan: Plan = soundly,
    shelf: Shelf | None = None,
    retries: Retries = QUICK,
    context: int = 1000,
    budget: Budget | None = None,
    at_once: int = 4,
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[tuple[Asking, Replay]]:
    with Replay(answers(), plan, context=context) as replay:
        endpoint = Persevering(Endpoint(replay.url, None, timeout=2), Pace(None), retries, tell)
        kept = shelf if shelf is not None else Shelf()
        with Asking(endpoint, kept, lambda _: EACH, budget=budget, at_once=at_once, tell=tell) as one:
            yield one, replay


def test_answers_come_and_are_kept_with_what_they_took() -> None:
    shelf = Shelf()
    with asking(shelf=shelf) as (one, replay):
        one.begin(map(request, NAMES))
        assert [one.answer(request(name)) for name in NAMES] == [answer(name) for name in NAMES]
        shown = replay.url
    assert shelf == answers()
    assert shelf.how[request("one.txt").id] == {
        "by": "endpoint",
        "endpoint": shown,
        "tokens_in": 1000,
        "tokens_out": 100,
    }
    assert (one.endpoint.sent, one.counts.answered, one.counts.stored) == (3, 3, 0)
    assert one.budget.spent == Tokens(3000, 300)


def test_what_is_there_is_not_asked() -> None:
    shelf = Shelf()
    shelf.update(answers())
    with asking(shelf=shelf) as (one, replay):
        one.begin(map(request, NAMES))
        assert [one.answer(request(name)) for name in NAMES] == [answer(name) for name in NAMES]
        assert replay.seen == []
    assert (one.endpoint.sent, one.counts.stored) == (0, 3)


@pytest.mark.parametrize(
    "fault",
    [
        refusing(500, "boom"),
        too_many(0.02),
        misbehaving.cut_connection,
        misbehaving.closed_at_once,
        misbehaving.not_openai,
        refusing(503, "loading"),
    ],
)
def test_what_passes_is_tried_again(fault: misbehaving.Misbehaviour) -> None:
    with asking(every(2, fault)) as (one, _):
        assert [one.answer(request(name)) for name in NAMES] == [answer(name) for name in NAMES]
    assert one.endpoint.retried >= 1
    assert one.ended is None


@pytest.mark.parametrize("corruption", [misbehaving.malformed, misbehaving.chattering, misbehaving.truncated])
def test_an_answer_that_cannot_be_read_is_asked_for_once_more(corruption: misbehaving.Corruption) -> None:
    with asking(first(1, saying(corruption))) as (one, replay):
        assert one.answer(request("one.txt")) == answer("one.txt")
        messages = replay.seen[1].body["messages"]
    assert [message["role"] for message in messages] == ["system", "user", "assistant", "user"]
    assert messages[2]["content"] == corruption(answer("one.txt"))
    assert "could not be read" in messages[3]["content"]
    assert one.counts.repaired == 1
    assert one.budget.spent == Tokens(2000, 200)


def test_an_answer_that_cannot_be_read_twice_is_set_aside_and_not_kept() -> None:
    shelf = Shelf()
    with asking(first(2, saying(misbehaving.malformed)), shelf) as (one, _):
        with pytest.raises(AnswerError, match="cannot be read, asked twice"):
            one.answer(request("one.txt"))
        assert one.answer(request("two.txt")) == answer("two.txt")
    assert list(shelf) == [request("two.txt").id]


def test_an_answer_that_is_cut_twice_names_the_setting() -> None:
    with asking(first(2, misbehaving.cut_at_limit)) as (one, _), pytest.raises(AnswerError, match="max_answer_tokens"):
        one.answer(request("one.txt"))


def test_a_claim_that_does_not_fit_costs_no_other() -> None:
    misfit = answer("one.txt").replace('{"claims": [', '{"claims": [{"type": "song"}, ')
    with asking(lambda *_: saying(lambda _: misfit)) as (one, replay):
        assert one.answer(request("one.txt")) == misfit
        assert len(replay.seen) == 2


def test_a_wrong_key_costs_one_question_and_ends_the_asking() -> None:
    with asking(lambda *_: refusing(401, "no")) as (one, replay):
        one.begin(map(request, NAMES))
        with pytest.raises(EndpointError, match="asks for a key"):
            one.first_answer()
        for name in NAMES:
            with pytest.raises(LeftError):
                one.answer(request(name))
        assert len(replay.seen) == 1


def test_an_endpoint_that_is_gone_is_asked_no_more() -> None:
    def plan(number: int, _: str) -> misbehaving.Misbehaviour | None:
        return refusing(500, "boom") if number else None

    many = [request("one.txt"), *(_variant(number) for number in range(2 * IN_A_ROW))]
    with asking(plan, at_once=1, retries=QUICK._replace(attempts=2)) as (one, replay):
        one.begin(many)
        assert one.answer(many[0]) == answer("one.txt")
        errors = [_error(one, each) for each in many[1:]]
        assert len(replay.seen) == 1 + 2 * IN_A_ROW
    assert [type(error) for error in errors] == [AnswerError] * (IN_A_ROW - 1) + [LeftError] * (IN_A_ROW + 1)
    assert isinstance(one.ended, EndpointError)


def test_one_that_asks_to_wait_too_long_is_not_waited_for() -> None:
    with asking(first(9, too_many(3600))) as (one, replay):
        one.begin([request("one.txt")])
        with pytest.raises(EndpointError, match="429"):
            one.first_answer()
        assert len(replay.seen) == 1


def test_no_question_begins_that_the_budget_does_not_hold() -> None:
    budget = Budget(Prices(1000, 1000), most=2.5)  # each question takes 1.1
    with asking(budget=budget, at_once=1) as (one, replay):
        one.begin(map(request, NAMES))
        assert one.answer(request("one.txt"))
        assert one.answer(request("two.txt"))
        with pytest.raises(LeftError, match=r"budget of 2\.5 is spent"):
            one.answer(request("three.txt"))
        assert len(replay.seen) == 2
    assert one.ended is None
    assert budget.cost == pytest.approx(2.2)


def test_what_is_under_way_counts_as_spent() -> None:
    budget = Budget(Prices(1000, 0), most=1.5)
    with budget.holding(EACH), pytest.raises(LeftError), budget.holding(EACH):
        raise AssertionError("nothing is held twice")
    with budget.holding(EACH):
        assert budget.cost == 0


def test_a_request_that_was_cut_without_a_word_is_told_once() -> None:
    told: list[str] = []
    with asking(context=400, tell=told.append) as (one, _):
        assert [one.answer(request(name)) for name in NAMES] == [answer(name) for name in NAMES]
    (line,) = told
    assert "took in 400 of about 1,000 tokens" in line


def test_where_answers_cannot_be_kept_nothing_more_is_asked() -> None:
    with asking(shelf=Full(), at_once=1) as (one, replay):
        one.begin(map(request, NAMES))
        with pytest.raises(LedgerError, match=r"answers/1.json: No space left"):
            one.first_answer()
        assert len(replay.seen) == 1


def test_left_while_the_endpoint_hangs_it_does_not_wait() -> None:
    entered = threading.Event()

    def hang(exchange: misbehaving.Exchange) -> None:
        entered.set()
        exchange.begin(None)
        entered.clear()
        entered.wait(1)
        exchange.cut()

    with asking(lambda *_: hang) as (one, _):
        one.begin([request("one.txt")])
        assert entered.wait(5)
    with pytest.raises(LeftError, match="interrupted"):
        one.answer(request("one.txt"))


def test_the_pace_is_held_and_a_pause_is_everybodys() -> None:
    now = 100.0
    pace = Pace(60, clock=lambda: now)
    assert [pace.turn() for _ in range(3)] == [0.0, 1.0, 2.0]
    pace.pause(10)
    assert pace.turn() == 10.0
    assert [Pace(None, clock=lambda: now).turn() for _ in range(2)] == [0.0, 0.0]


def test_waits_double_up_to_the_longest_with_chance_in_their_upper_half() -> None:
    waits = Retries(first=1, longest=5).waits(chance=lambda: 1.0)
    assert [next(waits) for _ in range(5)] == [1, 2, 4, 5, 5]
    assert next(Retries(first=4).waits(chance=lambda: 0.0)) == 2


@pytest.mark.parametrize(
    ("met", "answered", "slow", "attempts"),
    [(True, True, False, 6), (False, True, False, 6), (False, False, False, 2), (True, True, True, 2)],
)
def test_how_often_depends_on_who_fails(met: bool, answered: bool, slow: bool, attempts: int) -> None:
    tried: list[float] = []

    def fails() -> None:
        raise TryAgainError("no", answered=answered, slow=slow)

    with pytest.raises(TryAgainError):
        persistently(fails, Retries(), met=met, pause=lambda seconds, _: tried.append(seconds))
    assert len(tried) == attempts - 1


def test_retry_after_says_seconds_or_a_moment() -> None:
    assert (seconds_of("7"), seconds_of("0.5"), seconds_of(None), seconds_of("soon")) == (7, 0.5, None, None)
    later = seconds_of(format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True))
    assert later is not None
    assert 55 < later <= 60
    assert seconds_of("Wed, 21 Oct 2015 07:28:00 GMT") == 0


def _variant(number: int) -> Request:
    return replace(request("two.txt"), id=f"{number:064x}")


def _error(one: Asking, asked: Request) -> AnswerError:
    with pytest.raises(AnswerError) as failed:
        one.answer(asked)
    return failed.value
