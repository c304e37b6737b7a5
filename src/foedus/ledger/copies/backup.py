"""A backup: one SQLite file with all that a ledger holds at one moment, which is itself a ledger.

It is made beside its place, verified, and only then put there. Others may go on reading and writing meanwhile.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, select

from foedus.ledger.asking.documents import select_counts
from foedus.ledger.copies.beside import made_beside
from foedus.ledger.copies.copying import copy_file, copy_rows
from foedus.ledger.copies.sound import assert_sound
from foedus.ledger.create import ledger_facts
from foedus.ledger.proof.sealed_texts import TEXTS
from foedus.ledger.proof.verify import head
from foedus.ledger.stores.opening import open_store
from foedus.ledger.stores.sqlite import SqliteStore
from foedus.ledger.stores.store import Store
from foedus.ledger.stores.trouble import told
from foedus.ledger.tables import audit
from foedus.model.errors import LedgerError

LOCK_SECONDS = 5.0
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


class Backup(NamedTuple):
    """A backup that was written: how much it holds, and the last link of its hash chain, if any."""

    file: Path
    documents: int
    claims: int
    batches: int
    link: str | None


def back_up(store: Store, file: Path, *, texts: bool = True) -> Backup:
    """Write a backup; an earlier one of the same ledger is replaced by it.

    Without `texts` the documents' texts are left out, and the words to search in them; all claims stay, with the
    sentences that carry them. LedgerError where the place is taken by something else, where the ledger or the copy is
    not whole, and where the disk fails: then the place is as it was.
    """
    file = file.resolve()
    _assert_may_replace(store, file, texts=texts)
    mode = store.file.stat().st_mode & 0o777 if isinstance(store, SqliteStore) else None
    with made_beside(file, mode=mode) as partial:
        if texts and isinstance(store, SqliteStore):
            copied_file(store, partial, file)
        else:
            _write_rows(store, partial, texts=texts)
        with closing(open_store(partial, create=False, lock_seconds=LOCK_SECONDS)) as copy, copy.reading() as rows:
            assert_sound(rows, f"the copy of {store.where}")
            done = _told(file, rows)
    return done


def copied_file(source: SqliteStore, partial: Path, target: Path) -> None:
    """Copy a file; LedgerError names the source where it is damaged, else the target, whose disk it is that fails."""
    try:
        copy_file(source, partial)
    except sqlite3.Error as error:
        name = str(getattr(error, "sqlite_errorname", None) or "")
        with told(source.where if name.startswith(_DAMAGED) else str(target)):
            raise


def _told(file: Path, rows: Connection) -> Backup:
    documents, _, claims, _, batches = rows.execute(select_counts(rows)).one()
    last = head(rows)
    return Backup(file, documents, claims, batches, last.hash if last else None)


def _write_rows(source: Store, partial: Path, *, texts: bool) -> None:
    copy = open_store(partial, create=True, lock_seconds=LOCK_SECONDS)
    with closing(copy), copy.writing() as target, source.reading() as rows:
        copy_rows(rows, copy, target, texts=texts)


def _assert_may_replace(store: Store, file: Path, *, texts: bool) -> None:
    """Only what is in this ledger too, and will be in the new backup, may be written over."""
    if not file.exists() or file.stat().st_size == 0:
        return
    if isinstance(store, SqliteStore) and file.samefile(store.file):
        raise LedgerError(f"{file} is the ledger itself; give the backup another name")
    with store.reading() as own, closing(open_store(file, create=False, lock_seconds=LOCK_SECONDS)) as old:
        why = _more_in(old, own, texts=texts)
    if why:
        raise LedgerError(f"{file} is there and {why.format(store.where)}; give the backup another name")


def _more_in(old: Store, own: Connection, *, texts: bool) -> str | None:
    """What an earlier backup has that the new one would not."""
    told = ledger_facts(own)
    with old.reading() as there:
        kept = ledger_facts(there)
        if kept.get("id") != told.get("id"):
            return "no backup of {}"
        last = head(there)
    if last is not None and own.scalar(select(audit.c.hash).where(audit.c.hash == last.hash)) is None:
        return "holds what {} does not"
    if TEXTS not in kept.items() and not (texts and TEXTS not in told.items()):
        return "holds the texts, which this backup of {} would not"
    return None
