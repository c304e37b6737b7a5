"""What asking costs, and how much it may: no question begins that would take more than is left."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import NamedTuple

from foedus.careful.errors import LeftError

_MILLION = 1_000_000


class Tokens(NamedTuple):
    """Tokens of requests and of their answers."""

    given: int = 0
    answered: int = 0


class Prices(NamedTuple):
    """Of a million tokens, in a currency of the user's choice."""

    given: float
    answered: float

    def cost(self, tokens: Tokens) -> float:
        """What so many tokens cost."""
        return (tokens.given * self.given + tokens.answered * self.answered) / _MILLION


@dataclass
class Budget:
    """Counts tokens and what they cost; `most` is what may be spent, None without end. For several threads.

    A question is held for what it is expected to take while it is under way, and counted for what it took. So the
    limit can be passed only by as much as the answers under way are longer than expected.
    """

    prices: Prices | None = None
    most: float | None = None
    spent: Tokens = field(default_factory=Tokens)
    _held: float = 0.0
    _lock: Lock = field(default_factory=Lock, repr=False)

    @property
    def cost(self) -> float | None:
        """What was spent; None where nobody gave prices."""
        return self.prices.cost(self.spent) if self.prices else None

    @contextmanager
    def holding(self, expected: Tokens) -> Iterator[None]:
        """While a question is under way; LeftError where it would take more than is left."""
        cost = self.prices.cost(expected) if self.prices else 0.0
        with self._lock:
            if self.most is not None and (self.cost or 0.0) + self._held + cost > self.most:
                raise LeftError(f"the budget of {self.most:g} is spent")
            self._held += cost
        try:
            yield
        finally:
            with self._lock:
                self._held -= cost

    def spend(self, tokens: Tokens) -> None:
        """Count what an answer took."""
        with self._lock:
            self.spent = Tokens(self.spent.given + tokens.given, self.spent.answered + tokens.answered)
