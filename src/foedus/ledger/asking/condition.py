"""One thing that is asked of a row, in the forms that are fast for few and for many rows."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Column, ColumnElement, Select, SelectBase

Test = ColumnElement[bool]
Sieve = Callable[[Sequence[int]], Iterable[int]]

FEW_TO_GATHER = 5_000
"""Where a row is tested by a look into an index, so many keys are gathered in the time that a page takes that way."""


class Road(NamedTuple):
    """Rows by which an index leads to keys in the order of days: all that have `tests` pass, once or more."""

    day: Column[str]
    key: Column[int]
    tests: tuple[Test, ...]


class Walk(NamedTuple):
    """Roads that together lead to all keys that meet a condition, and at most how many rows they pass, as far as they
    were counted."""

    roads: tuple[Road, ...]
    rows: int


class Days(NamedTuple):
    """Days of publication, both included, on which all rows lie that meet a condition, but for those of the texts (by
    number, not many) that a page published on another day than the one that names them."""

    first: str
    last: str
    strays: tuple[int, ...] = ()


class Condition(NamedTuple):
    """`test` asks it of one row after the other, `whole` of all rows together; `sieve` gives those of some keys that
    meet it, where an index can say so without a look at the rows themselves, and `on_the_way` asks at least a part of
    it of the index of days.

    `keys` are those of an index among which all rows that pass are, where there is such an index; `exact` says that
    they are no others. Up to `gathered` keys are found faster together than rows are tested for a page. `walk` leads
    to the keys along the days, where an index can. `newest` are questions for the keys that came last, whose answers
    can be cut where they are long enough: none where nothing but all rows can be gone through. `days` says where along
    the days the rows lie, where not everywhere.
    """

    test: Test
    whole: Test
    keys: SelectBase | None = None
    exact: bool = False
    gathered: int = 0
    sieve: Sieve | None = None
    on_the_way: Test | None = None
    walk: Walk | None = None
    newest: tuple[Select[int], ...] = ()
    days: Days | None = None


def plain(test: Test, keys: SelectBase | None = None) -> Condition:
    """A condition on a row's own values, or such that are found by them."""
    return Condition(test, test, keys)


def looked_up(key: Column[int], test: Test, keys: SelectBase, *, gathered: int = FEW_TO_GATHER) -> Condition:
    """A condition that exactly those keys meet that an index gives."""
    return Condition(test, key.in_(keys), keys, exact=True, gathered=gathered)
