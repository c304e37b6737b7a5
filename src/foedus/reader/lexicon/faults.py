"""Faults of a lexicon: the first is raised, or, for a check of the whole, all that can be told apart are kept."""

from collections.abc import Iterator
from contextlib import contextmanager

from foedus.model.errors import DataError


class Faults:
    """What to do with a fault; `kept` are the faults met so far, where they are kept."""

    def __init__(self, *, keep: bool = False) -> None:
        self.kept: list[str] = []
        self._keep = keep

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part that can be left out where it is wrong, such as a family: the rest is looked at all the same."""
        try:
            yield
        except DataError as error:
            if not self._keep:
                raise
            self.kept.append(str(error))
