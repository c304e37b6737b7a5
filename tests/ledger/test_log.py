"""SQLite's log is brought into the file deliberately: it does not grow with every write, nor stay long for nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from foedus.ledger.stores.opening import open_store
from foedus.ledger.stores.sqlite import LOG_BYTES, SqliteStore, log_bytes
from tests.ledger.test_store import SCRATCH

_MEGABYTES = LOG_BYTES // 2**20


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """A store with an empty scratch table."""
    made = open_store(tmp_path / "foedus.db", create=True, lock_seconds=1)
    assert isinstance(made, SqliteStore)
    with made.writing() as connection:
        SCRATCH.create(connection)
    yield made
    made.close()
    assert log_bytes(made.file) == 0


def _write(store: SqliteStore, first: int, megabytes: int) -> None:
    with store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, [(first + n, "x" * 1024, None) for n in range(megabytes * 1024)])


def _settings(store: SqliteStore) -> dict[str, object]:
    asked = ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "secure_delete", "page_size")
    with store.reading() as connection:
        return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked}


def test_a_new_file_has_the_settings_that_keep_it_safe(store: SqliteStore) -> None:
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1}
    assert _settings(store) == expected | {"secure_delete": 1, "page_size": 8192}


def test_many_writes_leave_a_short_log(store: SqliteStore) -> None:
    for n in range(3 * _MEGABYTES // 4):
        _write(store, n * 10_000, 4)
        assert log_bytes(store.file) < 2 * LOG_BYTES


def test_a_log_that_a_reader_let_grow_shrinks_after_it(store: SqliteStore) -> None:
    with store.reading() as reader:
        reader.execute(SCRATCH.select()).all()
        for n in range(2):
            _write(store, n * 100_000, _MEGABYTES)
        assert log_bytes(store.file) > 2 * LOG_BYTES
    _write(store, 1_000_000, 1)  # brings the log in
    _write(store, 2_000_000, 1)  # begins it anew
    assert log_bytes(store.file) <= LOG_BYTES


def test_a_file_that_lost_its_mode_gets_it_back(store: SqliteStore) -> None:
    """As a copy made by another program may."""
    store.close()
    pooled = store.engine.raw_connection()
    pooled.cursor().execute("PRAGMA journal_mode = DELETE")
    pooled.close()
    again = open_store(store.file, create=False, lock_seconds=1)
    assert isinstance(again, SqliteStore)
    assert _settings(again)["journal_mode"] == "delete"
    _write(again, 0, 1)
    assert _settings(again)["journal_mode"] == "wal"
    again.close()
