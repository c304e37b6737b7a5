"""What later rooms compute from the claims, kept in versions: findings.

A room computes its view anew as often as it likes and gives the whole of it; what says the same stays as it is, so that
the ledger can tell since when a finding has held. (Stories are kept piece by piece: `kin/stories.py`.)
"""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, select

from foedus.ledger.records import Values
from foedus.ledger.tables import findings
from foedus.ledger.writing.transaction import Writing

_STRUCTURE = ("number", "id", "batch", "ended")


class Kept(NamedTuple):
    """How many are new, say something else than before, or are gone."""

    new: int
    changed: int
    gone: int


class Told(NamedTuple):
    """One finding: its rule and record."""

    record: str
    rule: str


def keep_findings(writing: Writing, told: Mapping[str, Told]) -> Kept:
    """All findings there are, by id."""
    rows: dict[str, Values] = {name: {"rule": one.rule, "record": one.record} for name, one in told.items()}
    return _keep(writing, findings, rows)


def current(connection: Connection, table: Table, as_of: int | None = None) -> dict[str, str]:
    """Records of `findings` by id, as they hold or held as of a batch, in the order of their ids."""
    holds: ColumnElement[bool] = table.c.ended.is_(None)
    if as_of is not None:
        holds = (table.c.batch <= as_of) & (holds | (table.c.ended > as_of))
    return {row.id: row.record for row in connection.execute(select(table).where(holds).order_by(table.c.id))}


def _keep(writing: Writing, table: Table, wanted: Mapping[str, Values]) -> Kept:
    """What changed."""
    rows = writing.connection.execute(select(table).where(table.c.ended.is_(None))).mappings().all()
    numbers = {row["id"]: row["number"] for row in rows}
    says = {row["id"]: {column: row[column] for column in row if column not in _STRUCTURE} for row in rows}
    added = sorted(key for key, values in wanted.items() if says.get(key) != values)
    gone = [key for key in says if key not in wanted]
    changed = [key for key in added if key in says]
    writing.end(table, {numbers[key]: None for key in (*gone, *changed)})
    writing.add(table, [{"id": key, **wanted[key]} for key in added])
    return Kept(len(added) - len(changed), len(changed), len(gone))
