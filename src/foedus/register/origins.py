"""How many independent origins tell what a row says."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from foedus.model.claim import Claim


class Counted(NamedTuple):
    """How many origins, and why so many; `bound` says that some of them are not independent of others."""

    number: int
    reason: str
    bound: bool


CountOrigins = Callable[[Iterable[Claim]], Counted]
"""Claims to their origins, as the caller knows who has it from whom."""
