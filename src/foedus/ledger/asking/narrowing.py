"""How an answer that is not wanted whole is found fast: from the few that an index gives, else from the newest on."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Column, Connection, Join, SelectBase, cast, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from foedus.ledger.asking.condition import WORTH_GATHERING, Condition, Test
from foedus.ledger.create_search import is_postgres
from foedus.ledger.tables import claims, documents

FEW = 2_000
"""As many rows are fetched and put in order in less time than a page is found otherwise."""


class Narrowed(NamedTuple):
    """Conditions in their fastest forms; `few` where they begin with a short list, out of which all that pass come.

    `keys` are those of the condition that the fewest meet, where an index knows one, and `others` what is to be asked
    of them still.
    """

    tests: tuple[Test, ...]
    few: bool
    keys: SelectBase | None
    others: tuple[Test, ...]


def narrowed(connection: Connection, asked: Sequence[Condition]) -> Narrowed:
    """Take the first list of keys that is short; where none is, see how each condition is met fastest."""
    for place, one in enumerate(asked):
        if one.keys is not None:
            found = _first(connection, one.keys, FEW + 1)
            if len(found) <= FEW:
                others = tuple(
                    _fastest(connection, other) if other.gathered > WORTH_GATHERING else other.test
                    for at, other in enumerate(asked)
                    if at != place or not one.exact
                )
                return Narrowed((among(connection, found), *others), few=True, keys=one.keys, others=others)
    counts = {place: _count(connection, one) for place, one in enumerate(asked) if one.keys is not None}
    tests = tuple(
        one.whole if counts.get(place, one.gathered) <= one.gathered else one.test for place, one in enumerate(asked)
    )
    first = min(counts, key=lambda place: counts[place], default=None)
    if first is None:
        return Narrowed(tests, few=False, keys=None, others=tests)
    others = tuple(test for place, test in enumerate(tests) if place != first or not asked[first].exact)
    return Narrowed(tests, few=False, keys=asked[first].keys, others=others)


def among(connection: Connection, numbers: Sequence[int], key: Column[int] = claims.c.reading) -> Test:
    """Rows by their keys, however many: one value to the database."""
    if is_postgres(connection):
        return key.in_(select(func.unnest(cast(list(numbers), ARRAY(BigInteger)))))
    listed = func.json_each(json.dumps(list(numbers))).table_valued("value")
    return key.in_(select(listed.c.value))


def claims_with_documents(narrow: Narrowed) -> Join:
    """What an ordered answer is taken from: a long one along the days of publication, which saves sorting it."""
    joined = _AlongDays if not narrow.few else Join
    return joined(claims, documents, documents.c.number == claims.c.document)


class _AlongDays(Join):
    """Claims in the order of an index. SQLite knows no statistics and would sort them; it has to be told."""

    inherit_cache = True


@compiles(_AlongDays, "sqlite")
def _indexed(join: Join, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own options
    written: str = compiler.visit_join(join, **options)  # type: ignore[no-untyped-call]  # SQLAlchemy's own
    return written.replace("claims JOIN", "claims INDEXED BY ix_claims_published JOIN", 1)


def _first(connection: Connection, keys: SelectBase, most: int) -> list[int]:
    return [row[0] for row in connection.execute(select(keys.subquery()).limit(most))]


def _fastest(connection: Connection, one: Condition) -> Test:
    return one.whole if _count(connection, one) <= one.gathered else one.test


def _count(connection: Connection, one: Condition) -> int:
    """How many keys, up to one more than are worth gathering."""
    if one.keys is None:
        return one.gathered
    some = select(func.count()).select_from(select(one.keys.subquery()).limit(one.gathered + 1).subquery())
    return connection.scalar(some) or 0
