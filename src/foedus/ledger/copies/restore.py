"""A backup brought back: into a new file, or into an empty schema of PostgreSQL.

What is brought back is the ledger as it was, its id and its hash chain too: nothing is written about it.
"""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, inspect

from foedus.ledger.copies.backup import LOCK_SECONDS, copied_file
from foedus.ledger.copies.beside import free_name, made_beside
from foedus.ledger.copies.copying import copy_rows
from foedus.ledger.copies.set_aside import set_aside
from foedus.ledger.copies.sound import assert_sound
from foedus.ledger.create import assert_readable, ledger_facts
from foedus.ledger.stores.location import located
from foedus.ledger.stores.opening import open_store
from foedus.ledger.stores.sqlite import SqliteStore
from foedus.ledger.stores.store import Store
from foedus.model.errors import LedgerError


def restore(file: Path, where: str | Path, *, replace: bool = False) -> str | None:
    """Bring a backup back to a path or URL that holds nothing, and give the name of what was there before.

    With `replace` a ledger that is there goes on under another name: a file beside it, or another schema. LedgerError
    where the backup is none or is damaged, where something is there that may not be replaced, and where disk or
    server fail: then the place is as it was.
    """
    if not file.is_file():
        raise LedgerError(f"there is no backup {file}; check the name")
    with closing(open_store(file, create=False, lock_seconds=LOCK_SECONDS)) as backup:
        assert isinstance(backup, SqliteStore)  # noqa: S101 - it is a file
        assert_readable(backup)
        target = located(where)
        if isinstance(target, Path):
            return _to_file(backup, target.resolve(), replace=replace)
        with closing(open_store(where, create=True, lock_seconds=LOCK_SECONDS)) as store:
            return _to_database(backup, store, replace=replace)


def _to_file(backup: SqliteStore, target: Path, *, replace: bool) -> str | None:
    keep = None
    if target.exists() and target.stat().st_size:
        if target.samefile(backup.file):
            raise LedgerError(f"{target} is the backup itself; give another --ledger")
        with closing(open_store(target, create=False, lock_seconds=LOCK_SECONDS)) as old, old.reading() as connection:
            if _is_taken(connection, str(target), replace=replace):
                keep = free_name(target, _mark())
    with made_beside(target, mode=backup.file.stat().st_mode & 0o777, keep=keep) as partial:
        copied_file(backup, partial, target)
        with closing(open_store(partial, create=False, lock_seconds=LOCK_SECONDS)) as copy, copy.reading() as rows:
            assert_sound(rows, f"the backup {backup.where}")
    return str(keep) if keep else None


def _to_database(backup: Store, store: Store, *, replace: bool) -> str | None:
    kept = None
    with store.writing() as target, backup.reading() as rows:
        if _is_taken(target, store.where, replace=replace):
            kept = set_aside(target, _mark())
        copy_rows(rows, store, target)
        assert_sound(target, f"the backup {backup.where}")
    return kept


def _is_taken(target: Connection, where: str, *, replace: bool) -> bool:
    """Whether a place holds a ledger that may be put aside; LedgerError where it holds what may not."""
    if not inspect(target).get_table_names():
        return False
    if not ledger_facts(target):
        raise LedgerError(f"{where} holds something that is no ledger of Foedus; give another --ledger")
    if not replace:
        raise LedgerError(
            f"{where} holds a ledger already; give another --ledger, or --replace, which keeps it under another name"
        )
    return True


def _mark() -> str:
    """What tells the ledger that was there before from the one that was brought back."""
    return f"before-restore-{datetime.now(UTC):%Y%m%d-%H%M%S}"
