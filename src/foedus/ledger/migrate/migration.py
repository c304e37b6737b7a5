"""`foedus migrate`: every step that an older ledger needs, in one transaction, after a backup beside it.

A process killed on the way leaves the old ledger, whole.
"""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection

from foedus.ledger.copies.backup import LOCK_SECONDS, copied_file
from foedus.ledger.copies.beside import free_name, made_beside
from foedus.ledger.copies.sound import assert_sound
from foedus.ledger.create import assert_readable, ledger_facts
from foedus.ledger.migrate.from_1.step import step as from_1
from foedus.ledger.records import instant
from foedus.ledger.stores.opening import open_store
from foedus.ledger.stores.sqlite import SqliteStore
from foedus.ledger.stores.store import Store
from foedus.ledger.tables import SCHEMA_VERSION
from foedus.ledger.writing.transaction import Writing
from foedus.model.errors import LedgerError

STEPS: Mapping[int, Callable[[Store, Connection], str]] = {1: from_1}
"""By the schema that a step begins with; it leads to the next one, and says what is to be remembered of it."""


class Migrated(NamedTuple):
    """The schema that was found and the one that is there now; the file that holds the ledger as it was."""

    found: int
    now: int
    backup: Path | None


def migrate(
    where: str | Path, *, backup: bool = True, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Migrated:
    """Bring a ledger up to the schema of this version; one that has it stays as it is.

    LedgerError where there is no ledger, where it is newer or damaged, where disk or rights stand in the way, and
    where a ledger in PostgreSQL is to be brought up with a backup: its server makes those. The ledger is then as it
    was.
    """
    with closing(open_store(where, create=False, lock_seconds=LOCK_SECONDS)) as store:
        if _schema(store) == SCHEMA_VERSION:
            return Migrated(SCHEMA_VERSION, SCHEMA_VERSION, None)
        if not store.is_writable:
            raise LedgerError(f"{store.where} is read-only and cannot be brought up; copy it to where you can write")
        with store.lock.held():
            found = _schema(store)  # now that nobody else brings it up
            kept = _backed_up(store, found) if backup else None
            try:
                with store.writing() as connection:
                    _climb(store, connection, found, clock())
            except LedgerError:
                if kept is not None:
                    kept.unlink()  # of a ledger that is as it was nobody needs a copy, least of all on a full disk
                raise
        return Migrated(found, SCHEMA_VERSION, kept)


def _schema(store: Store) -> int:
    """The schema that is there; LedgerError where it is none of ours."""
    with store.reading() as connection:
        found = ledger_facts(connection).get("schema_version", "")
    if found not in map(str, STEPS):
        assert_readable(store)
    return int(found)


def _climb(store: Store, connection: Connection, first: int, now: datetime) -> None:
    told = [STEPS[schema](store, connection) for schema in range(first, SCHEMA_VERSION)]
    command = f"foedus migrate: schema {first} to {SCHEMA_VERSION}; {'; '.join(told)}"
    Writing(store, connection, action="migrate", now=instant(now), command=command).close()
    assert_sound(connection, f"{store.where}, brought up to schema {SCHEMA_VERSION},", rewritten=True)


def _backed_up(store: Store, schema: int) -> Path:
    if not isinstance(store, SqliteStore):
        raise LedgerError(f"{store.where}: make a backup with pg_dump, then bring it up with --no-backup")
    file = store.file.resolve()
    kept = free_name(file, f"schema-{schema}")
    with made_beside(kept, mode=file.stat().st_mode & 0o777) as partial:
        copied_file(store, partial, kept)
        with closing(sqlite3.connect(partial)) as copy:
            answer = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if answer != "ok":
            raise LedgerError(f"{store.where} is damaged ({answer}); restore it from a backup")
    return kept
