"""Counts of what a trigger should be given, is given, and is given rightly."""

from typing import NamedTuple


class Tally(NamedTuple):
    """How many the gold gives, the reader gives, and how many of these agree."""

    gold: int = 0
    given: int = 0
    right: int = 0

    def plus(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(*(one + two for one, two in zip(self, other, strict=True)))

    @property
    def f1(self) -> float:
        """F1 of what is given."""
        return 2 * self.right / (self.gold + self.given) if self.gold + self.given else 0.0
