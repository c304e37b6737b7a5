"""Ids as tables show them: short enough for a column, and long enough to be asked for."""

from collections.abc import Sequence

LENGTH = 8
"""Digits: among a hundred thousand claims hardly one pair begins with the same eight."""

_LISTED = 2


def short_id(id: str) -> str:
    """The beginning of an id; `foedus show` and `foedus document` take it."""
    return id[:LENGTH]


def short_ids(ids: Sequence[str]) -> str:
    """The first ones, and how many more there are: `22c8de7f 9060c60a +3`."""
    listed = " ".join(map(short_id, ids[:_LISTED]))
    more = len(ids) - _LISTED
    return f"{listed} +{more}" if more > 0 else listed
