"""A count of what was found right, of what was found, and of what there was to find."""

from typing import NamedTuple


class Score(NamedTuple):
    """Precision, recall and F1 of counts; None where there is nothing to take a share of."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def plus(self, other: "Score") -> "Score":
        """Both counted together."""
        return Score(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float | None:
        """Right of what was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Right of what there was."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else None
