"""One thing that is asked of a row, in the forms that are fast for few and for many rows."""

from typing import NamedTuple

from sqlalchemy import Column, ColumnElement, SelectBase

Test = ColumnElement[bool]

WORTH_GATHERING = 20_000


class Condition(NamedTuple):
    """`test` asks it of one row after the other, `whole` of all rows together; `keys` are those of an index among
    which all rows that pass are, where there is such an index. Up to `gathered` keys are found faster together than
    as many rows as are looked at for a page are tested."""

    test: Test
    whole: Test
    keys: SelectBase | None = None
    gathered: int = WORTH_GATHERING
    exact: bool = False


def plain(test: Test, keys: SelectBase | None = None) -> Condition:
    """A condition on a row's own values, or such that are found by them."""
    return Condition(test, test, keys)


def looked_up(key: Column[int], test: Test, keys: SelectBase, *, gathered: int = WORTH_GATHERING) -> Condition:
    """A condition that exactly those keys meet that an index gives."""
    return Condition(test, key.in_(keys), keys, gathered, exact=True)
