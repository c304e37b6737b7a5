"""Questions to a model's endpoint: a few at a time, ahead of the reading, each answer kept as soon as it comes.

What is in the store is not asked, and no question begins that the budget does not hold.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any, NamedTuple, Protocol, Self

from foedus.careful.budget import Budget, Tokens
from foedus.careful.completion import Reply
from foedus.careful.crew import Crew
from foedus.careful.errors import AnswerError, LeftError
from foedus.careful.persevering import Persevering
from foedus.careful.repair import better, fault_of, is_whole, repairing
from foedus.careful.request import Request
from foedus.model.errors import FoedusError, LedgerError

SHORT = 0.5
"""Share of the tokens expected of a request below which it was most likely cut; the estimate is not as far off."""


class Answers(Protocol):
    """Where answers are kept."""

    def get(self, request: str, /) -> str | None:
        """The answer to a request, by its id."""

    def put(self, request: Request, answer: str, how: Mapping[str, Any], /) -> bool:
        """Keep an answer, and how it came."""


@dataclass
class AskedSoFar:
    """What came of asking: answers that came, answers that were there, and those asked to be written anew."""

    answered: int = 0
    stored: int = 0
    repaired: int = 0


class _Answered(NamedTuple):
    text: str
    tokens: Tokens
    repaired: bool = False


class Asking:
    """Asks an endpoint. Use it as a context manager: left, it asks no more, and what came is kept."""

    def __init__(
        self,
        endpoint: Persevering,
        answers: Answers,
        expected: Callable[[Request], Tokens],
        *,
        budget: Budget | None = None,
        at_once: int = 4,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        """`expected` says what a request will take; `tell` takes a line where requests seem to be cut."""
        self.counts = AskedSoFar()
        self.budget = budget or Budget()
        self.endpoint = endpoint
        self._answers = answers
        self._expected = expected
        self._crew: Crew[Request, str] = Crew(self._asked, at_once)
        self._tell = tell
        self._told_short = False
        self._lock = Lock()

    @property
    def ended(self) -> FoedusError | None:
        """Why nothing more is asked; None as long as something is."""
        return self.endpoint.ended

    def begin(self, requests: Iterable[Request]) -> None:
        """Ask ahead, in this order; what is in the store is not asked."""
        for request in requests:
            if self._answers.get(request.id) is None:
                self._crew.outcome(request.id, request)

    def answer(self, request: Request) -> str:
        """The answer to a request: the store's, else one that is waited for.

        LeftError where it is not asked in this run, AnswerError where it has no answer that can be used.
        """
        if request.id not in self._crew and (stored := self._answers.get(request.id)) is not None:
            self.counts.stored += 1
            return stored
        return self._crew.outcome(request.id, request).result()

    def first_answer(self) -> None:
        """Wait until the endpoint has answered once, or cannot: what keeps it from answering anything is raised."""
        for outcome in self._crew.outcomes():
            error = outcome.exception()
            if self.ended is not None:
                raise self.ended
            if error is None:
                return

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.endpoint.close()
        self._crew.dismiss()

    def _asked(self, request: Request) -> str:
        self.endpoint.go_on()
        with self.budget.holding(self._expected(request)):
            found = self._read_well(request, self.endpoint.ask(request.body))
        self._keep(request, found)
        with self._lock:
            self.counts.answered += 1
        return found.text

    def _keep(self, request: Request, found: _Answered) -> None:
        """Put an answer into the store; where that cannot be written, nothing more is asked."""
        how: dict[str, Any] = {
            "by": "endpoint",
            "endpoint": self.endpoint.shown,
            "tokens_in": found.tokens.given,
            "tokens_out": found.tokens.answered,
        }
        if found.repaired:
            how["repaired"] = True
        try:
            self._answers.put(request, found.text, how)
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            self.endpoint.end(LedgerError(f"{place}{error.strerror}; free or choose another place with --answers"))
            raise LeftError(str(self.ended)) from error

    def _read_well(self, request: Request, reply: Reply) -> _Answered:
        """The answer, after one round of repair where it cannot be read, with what both took."""
        tokens = self._spent(request, reply)
        fault = fault_of(reply.text)
        if fault is None:
            return _Answered(reply.text, tokens)
        with self._lock:
            self.counts.repaired += 1
        try:
            second = self.endpoint.ask(repairing(request, reply.text, fault))
        except FoedusError:
            if is_whole(reply.text):
                return _Answered(reply.text, tokens)
            raise
        more = self._spent(request, second)
        answer = better(reply.text, second.text)
        if answer is None:
            raise AnswerError(_unreadable(request, reply if reply.cut else second, fault))
        both = Tokens(tokens.given + more.given, tokens.answered + more.answered)
        return _Answered(answer, both, repaired=answer == second.text)

    def _spent(self, request: Request, reply: Reply) -> Tokens:
        """What an answer took, as the endpoint says, else as was expected."""
        expected = self._expected(request)
        given = expected.given if reply.tokens_in is None else reply.tokens_in
        answered = expected.answered if reply.tokens_out is None else reply.tokens_out
        if given < SHORT * expected.given:
            self._tell_short(given, expected.given)
        tokens = Tokens(given, answered)
        self.budget.spend(tokens)
        return tokens

    def _tell_short(self, given: int, expected: int) -> None:
        """Some servers cut what does not fit into their context, and do not say so: once, the user is told."""
        with self._lock:
            told, self._told_short = self._told_short, True
        if not told:
            self._tell(
                f"{self.endpoint.shown} took in {given:,} of about {expected:,} tokens: most likely its server cuts "
                "requests to a context that is too small; give it the max_context_tokens of [model] in foedus.toml"
            )


def _unreadable(request: Request, reply: Reply, fault: str) -> str:
    model = request.body.get("model")
    if reply.cut:
        return (
            f"the answer of {model} is cut at its limit of tokens, twice: "
            "set max_answer_tokens below [model] in foedus.toml higher"
        )
    return f"the answer of {model} cannot be read, asked twice: {fault} Run the same command again to ask anew"
