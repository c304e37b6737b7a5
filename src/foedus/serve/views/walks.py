"""Where a walk through claims, newest publication first, begins on a day."""

from foedus.ledger.asking.cursor import Place, cursor
from foedus.ledger.filters import ClaimFilter


def from_day(batch: int, which: ClaimFilter, day: str) -> str:
    """The cursor from which on nothing comes that was published after a day."""
    return cursor(Place(batch, day, "", -1, "", -1), which, newest_first=True)
