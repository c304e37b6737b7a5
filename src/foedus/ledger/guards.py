"""Triggers by which the database itself keeps the ledger append-only, whoever writes to it.

No row is deleted or changed, with two exceptions: `ended`, where a table has it, goes from null to a batch once; and
of a document that has a tombstone, what quotes it may be blanked. They guard against mistakes and other programs. A
hand that drops them first is found by the hash chain (`foedus audit verify`).
"""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Table

from foedus.ledger.tables import batches, claims, documents, edges, facts, fillers, metadata, pages, reviews, voices

BLANKED: Mapping[Table, Mapping[str, str | None]] = {
    documents: {"text": None},
    pages: {"url": None, "title": None, "source": None, "notes": "[]"},
    claims: dict.fromkeys(("when_edtf", "when_earliest", "when_latest", "confidence", "machine", "record")),
    reviews: {"reason": None, "detail": "{}"},
    edges: {"earlier": "", "sealed": None},
}
"""What the rows of a withdrawn document become: their other columns quote nothing and stay, so that what was there,
when, and who judged it can still be told."""

LOOKED_UP = (fillers, voices)
"""Tables whose rows repeat a claim's record to look it up by: the withdrawal of the document deletes them."""

_CHANGES = "old.key = 'schema_version' AND new.key = old.key"
"""The one fact that changes: a migration writes it."""

_COMMAND_WITHDRAWN = (
    "substr(new.command, 1, 7) = 'sha256:' AND length(new.command) = 71 AND EXISTS (SELECT 1 FROM tombstones "
    "JOIN pages ON pages.document = tombstones.document WHERE pages.batch = old.number "
    "UNION ALL SELECT 1 FROM tombstones JOIN reviews ON reviews.document = tombstones.document "
    "WHERE reviews.batch = old.number)"
)
"""A command that may name the file, address or title of what was withdrawn is hidden behind its hash."""

_TEXT_WITHDRAWN = "EXISTS (SELECT 1 FROM tombstones WHERE document = old.number)"
_WITHDRAWN = "EXISTS (SELECT 1 FROM tombstones WHERE document = old.document)"
_EARLIER_WITHDRAWN = (
    "EXISTS (SELECT 1 FROM tombstones JOIN documents ON documents.number = tombstones.document "
    "WHERE documents.id = old.earlier)"
)
"""An edge can quote the document that it leads to as well."""
_READING_WITHDRAWN = (
    "EXISTS (SELECT 1 FROM tombstones JOIN claims ON claims.document = tombstones.document "
    "WHERE claims.reading = old.reading)"
)


def statements(dialect: str) -> list[str]:
    """SQL that makes every guard in a new ledger, in the dialect of `sqlite` or `postgresql`."""
    made = _sqlite if dialect == "sqlite" else _postgresql
    return [sql for table in metadata.sorted_tables for sql in made(table, _may_change(table, dialect), _may_go(table))]


def removals(dialect: str) -> list[str]:
    """SQL that takes the guards away, for a migration that must change rows or tables; it makes them again."""
    if dialect == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for name in names(dialect)]
    return [f"DROP FUNCTION IF EXISTS {name}() CASCADE" for name in names(dialect)]


def names(dialect: str) -> list[str]:
    """The guards of all tables."""
    kinds = ("update", "delete") if dialect == "sqlite" else ("update", "delete", "truncate")
    return [f"guard_{table.name}_{kind}" for table in metadata.sorted_tables for kind in kinds]


def _may_change(table: Table, dialect: str) -> str | None:
    """The condition on `old` and `new` under which a row may change; None: never."""
    if table is facts:
        return _CHANGES
    allowed = []
    if table is batches:
        others = [column.name for column in table.columns if column.name != "command"]
        allowed.append(_all(*_same(others, dialect), _COMMAND_WITHDRAWN))
    if "ended" in table.c:
        others = [column.name for column in table.columns if column.name != "ended"]
        allowed.append(_all("old.ended IS NULL", "new.ended IS NOT NULL", *_same(others, dialect)))
    if table in BLANKED:
        blank = BLANKED[table]
        kept = [column.name for column in table.columns if column.name not in blank]
        withdrawn = _TEXT_WITHDRAWN if table is documents else _WITHDRAWN
        allowed.append(_all(*_same(kept, dialect), *_becomes(blank), withdrawn))
    if table is edges:
        others = [column.name for column in table.columns if column.name != "sealed"]
        allowed.append(_all(*_same(others, dialect), "new.sealed IS NULL", _EARLIER_WITHDRAWN))
    return " OR ".join(allowed) or None


def _may_go(table: Table) -> str | None:
    """The condition on `old` under which a row may be deleted; None: never."""
    return _READING_WITHDRAWN if table in LOOKED_UP else None


def _same(columns: Sequence[str], dialect: str) -> Iterator[str]:
    same = "IS" if dialect == "sqlite" else "IS NOT DISTINCT FROM"
    return (f"new.{name} {same} old.{name}" for name in columns)


def _becomes(blank: Mapping[str, str | None]) -> Iterator[str]:
    return (f"new.{name} IS NULL" if value is None else f"new.{name} = '{value}'" for name, value in blank.items())


def _all(*conditions: str) -> str:
    return f"({' AND '.join(conditions)})"


def _message(table: Table, kind: str) -> str:
    return f"guard_{table.name}_{kind}: the ledger never changes or deletes what it has learned"


def _sqlite(table: Table, change: str | None, go: str | None) -> Iterator[str]:
    for kind, allowed in (("update", change), ("delete", go)):
        when = f"WHEN ({allowed}) IS NOT TRUE" if allowed else ""
        yield (
            f"CREATE TRIGGER guard_{table.name}_{kind} BEFORE {kind.upper()} ON {table.name} {when} "
            f"BEGIN SELECT RAISE(ABORT, '{_message(table, kind)}'); END"
        )


def _postgresql(table: Table, change: str | None, go: str | None) -> Iterator[str]:
    for kind, allowed in (("update", change), ("delete", go), ("truncate", None)):
        name = f"guard_{table.name}_{kind}"
        passes = f"IF {allowed} THEN RETURN {'new' if kind == 'update' else 'old'}; END IF; " if allowed else ""
        refuses = f"RAISE EXCEPTION '{_message(table, kind)}' USING ERRCODE = 'integrity_constraint_violation'"
        # the path of the moment of making: a dump that is brought back, or another session's path, finds no tables
        yield (
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT "
            f"AS $guard$ BEGIN {passes}{refuses}; END $guard$"
        )
        each = "STATEMENT" if kind == "truncate" else "ROW"
        yield (f"CREATE TRIGGER {name} BEFORE {kind.upper()} ON {table.name} FOR EACH {each} EXECUTE FUNCTION {name}()")
