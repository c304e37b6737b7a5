"""Questions to a model's endpoint: a few at a time, ahead of the reading, each answer kept as soon as it comes.

What is in the store is not asked. What fails for good ends the asking: whoever waits gets LeftError, and `ended` says
why. The first question goes alone, so that a wrong key or address costs one.
"""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Event, Lock, Thread
from typing import Any, Protocol, Self

from foedus.careful.budget import Budget, Tokens
from foedus.careful.completion import Reply
from foedus.careful.endpoint import Endpoint
from foedus.careful.errors import AnswerError, EndpointError, LeftError, TryAgainError
from foedus.careful.pace import Pace
from foedus.careful.repair import better, fault_of, is_whole, repairing
from foedus.careful.request import Request
from foedus.careful.retries import Retries, persistently
from foedus.model.errors import FoedusError, LedgerError

IN_A_ROW = 3
"""Questions that an endpoint fails to answer, one after the other, until it is taken to be gone."""


class Answers(Protocol):
    """Where answers are kept."""

    def get(self, request: str, /) -> str | None:
        """The answer to a request, by its id."""

    def put(self, request: Request, answer: str, how: Mapping[str, Any], /) -> bool:
        """Keep an answer, and how it came."""


@dataclass
class AskedSoFar:
    """What came of asking: requests sent, answers that came, answers that were there, and those asked for again."""

    asked: int = 0
    answered: int = 0
    stored: int = 0
    repaired: int = 0
    retried: int = 0


class Asking:
    """Asks an endpoint. Use it as a context manager: left, it asks no more, and what came is kept."""

    def __init__(
        self,
        endpoint: Endpoint,
        answers: Answers,
        expected: Callable[[Request], Tokens],
        *,
        budget: Budget | None = None,
        pace: Pace | None = None,
        retries: Retries | None = None,
        at_once: int = 4,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        """`expected` says what a request will take; `tell` takes a line when the endpoint asks to wait long."""
        self.counts = AskedSoFar()
        self.budget = budget or Budget()
        self.ended: FoedusError | None = None
        self._endpoint = endpoint
        self._answers = answers
        self._expected = expected
        self._pace = pace or Pace(None)
        self._retries = retries or Retries()
        self._at_once = at_once
        self._tell = tell
        self._waiting: dict[str, Future[str]] = {}
        self._queue: SimpleQueue[tuple[Request, Future[str]] | None] = SimpleQueue()
        self._workers: list[Thread] = []
        self._closing = Event()
        self._first = Lock()
        self._lock = Lock()
        self._failed = 0

    def begin(self, requests: Iterable[Request]) -> None:
        """Ask ahead, in this order; what is in the store is not asked."""
        for request in requests:
            if self._answers.get(request.id) is None:
                self._future(request)

    def answer(self, request: Request) -> str:
        """The answer to a request: the store's, else one that is waited for.

        LeftError where it is not asked in this run, AnswerError where it has no answer that can be used.
        """
        if request.id not in self._waiting and (stored := self._answers.get(request.id)) is not None:
            self.counts.stored += 1
            return stored
        return self._future(request).result()

    def first_answer(self) -> None:
        """Wait until the endpoint has answered once, or cannot: what keeps it from answering anything is raised."""
        for future in self._waiting.values():
            error = future.exception()
            if self.ended is not None:
                raise self.ended
            if error is None:
                return

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        for _worker in self._workers:
            self._queue.put(None)
        self._endpoint.close()
        for worker in self._workers:
            worker.join(timeout=0.5)  # one that waits for an answer ends with the process

    def _future(self, request: Request) -> Future[str]:
        if request.id not in self._waiting:
            self._waiting[request.id] = future = Future[str]()
            if len(self._workers) < self._at_once:
                self._workers.append(Thread(target=self._work, daemon=True))
                self._workers[-1].start()
            self._queue.put((request, future))
        return self._waiting[request.id]

    def _work(self) -> None:
        while (task := self._queue.get()) is not None:
            request, future = task
            try:
                answer = self._asked(request)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(answer)

    def _asked(self, request: Request) -> str:
        self._go_on()
        with self.budget.holding(self._expected(request)):
            try:
                answer, how = self._read_well(request, self._alone_at_first(request.body))
            except EndpointError as error:
                self._end(error)
                raise LeftError(str(error)) from error
            self._keep(request, answer, how)
        with self._lock:
            self.counts.answered += 1
        return answer

    def _keep(self, request: Request, answer: str, how: Mapping[str, Any]) -> None:
        """Put an answer into the store; where that cannot be written, nothing more is asked."""
        try:
            self._answers.put(request, answer, {"by": "endpoint", "endpoint": self._endpoint.shown, **how})
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            self._end(LedgerError(f"{place}{error.strerror or error}; free or choose another place with --answers"))
            raise LeftError(str(self.ended)) from error

    def _read_well(self, request: Request, reply: Reply) -> tuple[str, dict[str, Any]]:
        """The answer, after one round of repair where it cannot be read, with what it took."""
        tokens = self._spent(request, reply)
        fault = fault_of(reply.text)
        if fault is None:
            return reply.text, _took(tokens)
        with self._lock:
            self.counts.repaired += 1
        try:
            second = self._persistent(repairing(request, reply.text, fault))
        except AnswerError:
            if is_whole(reply.text):
                return reply.text, _took(tokens)
            raise
        more = self._spent(request, second)
        answer = better(reply.text, second.text)
        if answer is None:
            raise AnswerError(_unreadable(request, reply if reply.cut else second, fault))
        both = Tokens(tokens.given + more.given, tokens.answered + more.answered)
        return answer, {**_took(both), "repaired": answer == second.text}

    def _spent(self, request: Request, reply: Reply) -> Tokens:
        """What an answer took, as the endpoint says, else as was expected."""
        expected = self._expected(request)
        given = expected.given if reply.tokens_in is None else reply.tokens_in
        answered = expected.answered if reply.tokens_out is None else reply.tokens_out
        tokens = Tokens(given, answered)
        self.budget.spend(tokens)
        return tokens

    def _alone_at_first(self, body: dict[str, Any]) -> Reply:
        if not self._endpoint.met:
            with self._first:
                if not self._endpoint.met:
                    self._go_on()
                    return self._persistent(body)
        return self._persistent(body)

    def _persistent(self, body: dict[str, Any]) -> Reply:
        """The endpoint's answer, tried again where that can help."""

        def attempt() -> Reply:
            self._wait(self._pace.turn())
            with self._lock:
                self.counts.asked += 1
            return self._endpoint.ask(body)

        try:
            reply = persistently(attempt, self._retries, met=self._endpoint.met, pause=self._pause)
        except TryAgainError as failure:
            raise self._given_up(failure) from failure
        with self._lock:
            self._failed = 0
        return reply

    def _given_up(self, failure: TryAgainError) -> FoedusError:
        with self._lock:
            self._failed += 1
            failed = self._failed
        if not self._endpoint.met or failed >= IN_A_ROW or (failure.seconds or 0) > self._retries.patience:
            return EndpointError(f"{failure}; {failure.remedy or 'run the same command again later to go on'}")
        return AnswerError(f"{failure}; run the same command again to go on")

    def _pause(self, seconds: float, failure: TryAgainError) -> None:
        """Wait; where the endpoint asks for it, all wait."""
        with self._lock:
            self.counts.retried += 1
        if failure.seconds:
            self._pace.pause(seconds)
            self._tell(f"{failure}: waiting {seconds:.0f} s")
        self._wait(seconds)

    def _wait(self, seconds: float) -> None:
        if self._closing.wait(seconds) if seconds > 0 else self._closing.is_set():
            raise LeftError("interrupted")
        self._go_on()

    def _go_on(self) -> None:
        """LeftError where nothing more is asked."""
        if self._closing.is_set():
            raise LeftError("interrupted")
        if self.ended is not None:
            raise LeftError(str(self.ended))

    def _end(self, error: FoedusError) -> None:
        with self._lock:
            self.ended = self.ended or error


def _took(tokens: Tokens) -> dict[str, Any]:
    return {"tokens_in": tokens.given, "tokens_out": tokens.answered}


def _unreadable(request: Request, reply: Reply, fault: str) -> str:
    model = request.body.get("model")
    if reply.cut:
        return (
            f"the answer of {model} is cut at its limit of tokens, twice: "
            "set max_answer_tokens below [model] in foedus.toml higher"
        )
    return f"the answer of {model} cannot be read, asked twice: {fault} Run the same command again to ask anew"
