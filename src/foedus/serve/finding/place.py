"""Where a page of findings begins: behind so many, as of the batch of the first page, whatever is written meanwhile."""

import re
from typing import NamedTuple, Self

from foedus.model.errors import UsageError

_SHAPE = re.compile(r"(\d{1,15})\.(\d{1,9})")


class Place(NamedTuple):
    """As `41.50` in an address: as of batch 41, behind the first 50."""

    batch: int | None
    behind: int

    @classmethod
    def of(cls, after: str | None) -> Self:
        """The place that an address names, else the beginning; UsageError where it means nothing."""
        if not after:
            return cls(None, 0)
        found = _SHAPE.fullmatch(after)
        if found is None:
            raise UsageError(f"after {after!r} is no place in a list of findings: begin with the first page")
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.batch}.{self.behind}"
