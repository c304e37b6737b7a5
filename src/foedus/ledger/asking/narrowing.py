"""How an answer that is not wanted whole is found fast: from the few that an index gives, else along the days."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, SelectBase, func, select

from foedus.ledger.asking.condition import Condition, Days, Road, Test
from foedus.ledger.asking.walking import every_claim

FEW = 1_000
"""As many rows are fetched and put in order in less time than a page is found otherwise, wherever they lie."""
_FEW_OF = 500_000
"""Of more versions it takes longer to find a page otherwise: the more rows are fetched, as their square root."""


class Narrowed(NamedTuple):
    """The way to an answer: `few` where one condition has a short list, the `keys` out of which all come; else the
    `roads` along the days, `sets`, conditions whose keys are gathered to be met on them, and the `days` on which all
    lie but for strays.

    `others` are the conditions that are to be asked still.
    """

    few: bool
    others: tuple[Condition, ...]
    keys: Sequence[int] = ()
    roads: tuple[Road, ...] = ()
    sets: tuple[Condition, ...] = ()
    days: Days | None = None


class Sieved(NamedTuple):
    """Keys of rows that may pass, and what their rows are to be asked still."""

    keys: Sequence[int]
    tests: tuple[Test, ...]


def sieved(keys: Sequence[int], others: Sequence[Condition]) -> Sieved:
    """What indexes know is asked before a row is looked at, for a row may have to come from the disk."""
    for one in others:
        if one.sieve is not None and keys:
            passing = set(one.sieve(keys))
            keys = [key for key in keys if key in passing]
    return Sieved(keys, tuple(one.test for one in others if one.sieve is None))


def narrowed(connection: Connection, asked: Sequence[Condition], last_reading: int = 0) -> Narrowed:
    """Take the first list of keys that is short; where none is, the way along the days that passes the fewest rows.

    `last_reading` says how many versions there are, where that matters."""
    few = int(FEW * max(1, last_reading / _FEW_OF) ** 0.5) if len(asked) > 1 else FEW
    # what an index gives alone first: of a type or an outlet, the rows may have to be looked at
    for place, one in sorted(enumerate(asked), key=lambda placed: not placed[1].exact):
        if one.keys is not None and (one.walk is None or one.walk.rows <= few):
            found = first_keys(connection, one.keys, few + 1)
            if len(found) <= few:
                others = tuple(other for at, other in enumerate(asked) if at != place or not one.exact)
                return Narrowed(few=True, keys=list(dict.fromkeys(found)), others=others)
    walks = {place: one.walk for place, one in enumerate(asked) if one.walk is not None}
    walked = min(walks, key=lambda place: walks[place].rows, default=None)
    sets = {place for place, one in enumerate(asked) if place != walked and _is_worth_gathering(connection, one)}
    return Narrowed(
        few=False,
        roads=every_claim(asked) if walked is None else walks[walked].roads,
        sets=tuple(asked[place] for place in sorted(sets)),
        others=tuple(one for place, one in enumerate(asked) if place != walked and place not in sets),
        days=next((one.days for one in asked if one.days is not None), None),
    )


def first_keys(connection: Connection, keys: SelectBase, most: int) -> list[int]:
    """The first ones that an index gives, in no order."""
    return [row[0] for row in connection.execute(select(keys.subquery()).limit(most))]


def _is_worth_gathering(connection: Connection, one: Condition) -> bool:
    """Whether the keys are not too many, and no others than those that are meant."""
    if one.keys is None or not one.exact or not one.gathered or (one.walk is not None and one.walk.rows > one.gathered):
        return False
    some = select(func.count()).select_from(select(one.keys.subquery()).limit(one.gathered + 1).subquery())
    return (connection.scalar(some) or 0) <= one.gathered
