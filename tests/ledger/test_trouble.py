"""Failures of database, disk and network, made for real: one line each, with the remedy and without a password."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from foedus.ledger.stores.opening import open_store
from foedus.ledger.stores.store import Store
from foedus.model.errors import LedgerError
from tests import postgres
from tests.ledger.test_store import SCRATCH

PHRASE = "p@ss/w:rd"
"""The password of whoever needs one."""
_LOST = r"was lost in the middle of the work \(.+\); the last batch is there whole or not at all: repeat the command"


@pytest.fixture
def own_server(server: postgres.Server) -> Iterator[postgres.Server]:
    """A server that the test may stop."""
    running = postgres.started()
    running.execute(f"CREATE DATABASE {postgres.OWNER}", database="postgres")
    yield running
    running.stop(at_once=True)
    shutil.rmtree(running.folder)


def _told(where: str) -> str:
    with pytest.raises(LedgerError) as told:
        open_store(where, create=True, lock_seconds=0)
    line = str(told.value)
    assert "\n" not in line
    assert PHRASE not in line
    return line


def _filled(where: str) -> Store:
    store = open_store(where, create=True, lock_seconds=1)
    with store.writing() as connection:
        SCRATCH.create(connection)
        store.bulk_insert(connection, SCRATCH, [(1, "kept", None)])
    return store


def _orders(store: Store) -> list[str]:
    with store.reading() as connection:
        return [row.order for row in connection.execute(SCRATCH.select().order_by(SCRATCH.c.number))]


def test_wrong_or_missing_passwords(server: postgres.Server) -> None:
    role = f"DROP ROLE IF EXISTS {postgres.KEYHOLDER}"
    server.execute(role, f"CREATE ROLE {postgres.KEYHOLDER} LOGIN PASSWORD '{PHRASE}'")
    open_store(server.url(user=postgres.KEYHOLDER, password=PHRASE), create=True, lock_seconds=0).close()
    for wrong in (PHRASE + "!", None):
        line = _told(server.url(user=postgres.KEYHOLDER, password=wrong))
        assert f"postgresql://{postgres.KEYHOLDER}@/foedus" in line
        assert "lets nobody in so (" in line
        assert "check user and password" in line


def test_users_and_databases_that_are_not_there(server: postgres.Server) -> None:
    assert 'lets nobody in so (role "nobody" does not exist)' in _told(server.url(user="nobody"))
    line = _told(server.url("nowhere"))
    assert 'is not there (database "nowhere" does not exist); make it with createdb' in line


def test_a_server_that_does_not_answer() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        port = silent.getsockname()[1]
        line = _told(f"postgresql://desk:p%40ss%2Fw%3Ard@127.0.0.1:{port}/news?connect_timeout=2")
    assert line == (
        f"postgresql://desk@127.0.0.1:{port}/news cannot be reached (connection timeout expired); "
        "check the address, and that the server runs"
    )


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        line = _told(f"postgresql://desk:p%40ss%2Fw%3Ard@127.0.0.1:{port}/news")
        assert "cannot be reached (Connection refused); check the address" in line
    assert "cannot be reached (No such file or directory)" in _told(f"postgresql:///news?host={tmp_path}")
    assert "cannot be reached (failed to resolve host" in _told("postgresql://host.invalid/news")


def test_options_that_are_none(server: postgres.Server) -> None:
    assert "connect_timeout" in _told(server.url(connect_timeout="soon"))
    assert 'refuses: invalid connection option "schemas"' in _told(server.url(schemas="a"))


def test_a_server_with_no_place_left(server: postgres.Server) -> None:
    server.execute("CREATE ROLE guest LOGIN CONNECTION LIMIT 0")
    assert 'takes no more connections (too many connections for role "guest")' in _told(server.url(user="guest"))


def test_a_session_ended_while_it_writes(server: postgres.Server) -> None:
    store = _filled(server.fresh())
    with pytest.raises(LedgerError, match=_LOST), store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, [(2, "lost", None)])
        connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    with store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, [(2, "again", None)])
    assert _orders(store) == ["kept", "again"]
    store.close()


@pytest.mark.parametrize("at_once", [True, False])
def test_a_server_that_stops_while_it_is_written_to(own_server: postgres.Server, at_once: bool) -> None:
    store = _filled(own_server.fresh())
    with pytest.raises(LedgerError, match=_LOST), store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, [(2, "lost", None)])
        own_server.stop(at_once=at_once)
        store.bulk_insert(connection, SCRATCH, [(3, "lost", None)])
    with pytest.raises(LedgerError, match=r"cannot be reached \(No such file or directory\)"):
        _orders(store)
    own_server.start()
    with store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, [(2, "again", None)])
    assert _orders(store) == ["kept", "again"]
    store.close()


def test_a_reader_outlives_a_restart_of_the_server(own_server: postgres.Server) -> None:
    store = _filled(own_server.fresh())
    assert _orders(store) == ["kept"]
    own_server.stop()
    own_server.start()
    assert _orders(store) == ["kept"]
    store.close()


def test_a_limit_on_time(server: postgres.Server) -> None:
    store = _filled(server.fresh())
    line = r"stopped the work \(.*timeout\); nothing of this batch was kept"
    with pytest.raises(LedgerError, match=line), store.writing() as connection:
        connection.execute(text("SET LOCAL statement_timeout = 50"))
        connection.execute(text("SELECT pg_sleep(5)"))
    store.close()


@pytest.mark.parametrize("new_place", ["postgresql"], indirect=True)
def test_two_who_change_one_row(place: str) -> None:
    """Past the lock, as another program could: one of them is told to repeat."""
    store = _filled(place)
    change = SCRATCH.update().values(order="changed")
    with store.engine.connect().execution_options(isolation_level="REPEATABLE READ") as slow:
        slow.execute(SCRATCH.select())
        with store.writing() as connection:
            connection.execute(change)
        line = r"was busy with other work at that moment \(could not serialize"
        with pytest.raises(LedgerError, match=line), store.lock.held():
            slow.execute(change)
    store.close()


def test_a_text_that_no_store_can_hold(place: str) -> None:
    store = _filled(place)
    line = r"cannot hold a text with half a character: odd \\ud800"
    with pytest.raises(LedgerError, match=line), store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, [(2, "odd \ud800", None)])
    assert _orders(store) == ["kept"]
    store.close()


def test_an_error_names_the_store_it_comes_from(place: str, tmp_path: Path) -> None:
    """A block may work with two, as a restore does."""
    store, other = _filled(place), _filled(str(tmp_path / "other.db"))
    with pytest.raises(LedgerError) as told, store.writing(), other.writing() as connection:
        connection.execute(text("SELECT nonsense"))
    assert str(told.value).startswith(f"{other.where} refuses: ")
    with pytest.raises(LedgerError) as told, other.reading(), store.reading() as connection, other.reading():
        connection.execute(text("SELECT nonsense"))
    assert str(told.value).startswith(f"{store.where} refuses: ")
    store.close()
    other.close()


@pytest.fixture
def small_tablespace(server: postgres.Server) -> Iterator[str]:
    """The name of a tablespace of three megabytes, where this user may mount one."""
    folder = Path(tempfile.mkdtemp(prefix="foedus-small-"))
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], check=False, capture_output=True
    ).returncode:
        folder.rmdir()
        pytest.skip("mounting a small file system needs the superuser")
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    server.execute(f"CREATE TABLESPACE small LOCATION '{folder}'")
    yield "small"
    server.execute("DROP SCHEMA in_small CASCADE", "CHECKPOINT", "DROP TABLESPACE small")
    subprocess.run(["umount", folder], check=True)
    folder.rmdir()


def test_a_server_with_a_full_disk(server: postgres.Server, small_tablespace: str) -> None:
    store = _filled(server.url(schema="in_small", options=f"-cdefault_tablespace={small_tablespace}"))
    line = "cannot be written: the server's disk is full; nothing of this batch was kept"
    with pytest.raises(LedgerError, match=line), store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, [(number, "x" * 1000, None) for number in range(2, 9000)])
    assert _orders(store) == ["kept"]
    with store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, [(2, "more", None)])
    assert _orders(store) == ["kept", "more"]
    store.close()
