"""Every released schema comes up to this version's, with all that the ledger had learned, or stays as it was."""

import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.migrate.migration import Migrated, migrate
from foedus.ledger.proof.verify import faults
from foedus.ledger.store import Ledger
from foedus.ledger.stores.file_lock import FileLock
from foedus.ledger.tables import SCHEMA_VERSION
from foedus.model.claim_json import to_json
from foedus.model.errors import LedgerError
from tests.ledger.released_ledgers import RELEASED, made
from tests.ledger.reports import reports
from tests.ledger.test_open import open_folder, powerless

__all__ = ["open_folder", "powerless"]

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
_DYING = """
import os, signal, sys
from sqlalchemy import Engine, event
from foedus.ledger.migrate.migration import migrate
left = int(sys.argv[2])

def die(*args):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(Engine, "before_cursor_execute", die)
migrate(sys.argv[1], backup=False)
"""
_LIMITED = """
import resource, sys
from foedus.ledger.migrate.migration import migrate
from foedus.model.errors import LedgerError
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), hard))
try:
    migrate(sys.argv[1])
except LedgerError as error:
    print(error)
"""


@pytest.fixture(params=[schema for schema in RELEASED if schema < SCHEMA_VERSION])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A ledger of each older schema."""
    return made(request.param, tmp_path / "case.db")


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A ledger of schema 1."""
    return made(1, tmp_path / "case.db")


def rows(file: Path, sql: str, *values: object) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(sql, values).fetchall()


def dump(file: Path) -> list[str]:
    """The whole database as SQL."""
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def schema_of(file: Path) -> set[tuple[object, ...]]:
    """Every object of the database, its SQL without what means nothing."""
    found = rows(file, "SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return {(kind, name, table, _plain(str(sql))) for kind, name, table, sql in found}


def _plain(sql: str) -> str:
    return re.sub(r"\s*([(),;=]|\bSTRICT\b|\bWITHOUT\b)\s*", r"\1", re.sub(r"\s+", " ", sql)).replace('"', "").strip()


def details_of(file: Path) -> dict[str, list[list[tuple[object, ...]]]]:
    """Columns, foreign keys and indexes of every table, as the database understood them."""
    found = {}
    for (table,) in rows(file, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%words%'"):
        indexes = [index[1:] for index in rows(file, f"PRAGMA index_list('{table}')")]  # without their order
        asked = [f"PRAGMA {what}('{table}')" for what in ("table_xinfo", "foreign_key_list")]
        asked += [f"PRAGMA index_xinfo('{name}')" for name, *_ in sorted(indexes)]
        found[str(table)] = [sorted(indexes), *(rows(file, sql) for sql in asked)]
    return found


def test_migrated_equals_fresh(old: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.db"
    Ledger.open(fresh).close()
    migrate(old)
    assert schema_of(old) == schema_of(fresh)
    assert details_of(old) == details_of(fresh)


def test_an_older_ledger_is_refused_with_the_command_that_brings_it_up(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(LedgerError, match=r"has the older ledger schema \d+; bring it up with `foedus migrate`"):
        Ledger.open(old)
    assert old.read_bytes() == before


def test_a_migrated_ledger_is_whole_and_its_chain_holds(old: Path) -> None:
    schema = int(str(rows(old, "SELECT value FROM meta WHERE key = 'schema_version'")[0][0]))
    done = migrate(old, clock=lambda: NOW)
    assert done == Migrated(schema, SCHEMA_VERSION, old.with_name(f"case.schema-{schema}.db"))
    with Ledger.open(old) as ledger:
        assert ledger.check() == []
        with ledger._store.reading() as connection:
            assert list(faults(connection)) == []
    last = rows(old, "SELECT at, action, command FROM batches ORDER BY number DESC LIMIT 1")
    told = "foedus migrate: schema 1 to 2; batches up to 6 were put on the hash chain now"
    assert last == [("2026-05-01T12:00:00.000000Z", "migrate", told)]
    assert migrate(old) == Migrated(SCHEMA_VERSION, SCHEMA_VERSION, None)


def test_the_backup_is_the_ledger_as_it_was_and_none_is_ever_written_over(first: Path) -> None:
    before = dump(first)
    kept = first.with_name("case.schema-1.db")
    kept.write_bytes(b"another file")
    done = migrate(first)
    assert done.backup == first.with_name("case.schema-1-2.db")
    assert kept.read_bytes() == b"another file"
    assert done.backup is not None
    assert dump(done.backup) == before


def test_no_backup_where_none_is_wanted(first: Path) -> None:
    assert migrate(first, backup=False).backup is None
    assert sorted(file.name for file in first.parent.iterdir()) == ["case.db", "case.db.lock"]


def test_batches_keep_their_times_commands_and_readers(first: Path) -> None:
    before = rows(first, "SELECT id, started, command, reader FROM batches")
    migrate(first)
    assert rows(first, "SELECT number, at, command, reader FROM batches WHERE action = 'read'") == before


def test_every_reading_is_kept_with_what_it_said_and_when_it_held(first: Path) -> None:
    sql = "SELECT reading, id, twin, record, learned_at, superseded_at FROM claims ORDER BY reading"
    before = rows(first, sql)
    assert sum(row[5] is not None for row in before) == 5
    migrate(first)
    assert before == rows(
        first,
        "SELECT reading, id, twin, record, learned.at, ended.at FROM claims JOIN batches AS learned "
        "ON learned.number = batch LEFT JOIN batches AS ended ON ended.number = ended ORDER BY reading",
    )


def moments(file: Path) -> list[datetime]:
    """Each batch's time, a moment before and one after it."""
    times = [datetime.fromisoformat(str(at)) for (at,) in rows(file, "SELECT DISTINCT started FROM batches")]
    step = timedelta(seconds=1)
    return sorted({*times, *(one - step for one in times), *(one + step for one in times)})


def test_every_question_has_the_answer_it_had_as_of_any_moment(first: Path) -> None:
    held = (
        "SELECT claims.record FROM claims JOIN documents ON documents.id = claims.document "
        "WHERE claims.learned_at <= ?1 AND (superseded_at IS NULL OR superseded_at > ?1) "
        "ORDER BY published_earliest NULLS LAST, documents.id, trigger_start, claims.id, twin"
    )
    times = moments(first)
    before = {moment: [str(record) for (record,) in rows(first, held, _instant(moment))] for moment in times}
    documents = _documents(first, times)
    pages = rows(first, "SELECT document, url, outlet, published, source FROM sightings")
    migrate(first)
    with Ledger.open(first) as ledger:
        for moment in times:
            found = [to_json(claim).decode() for claim in ledger.claims(ClaimFilter(as_of=moment))]
            assert found == before[moment], moment
            assert [(one.id, one.text, one.title) for one in ledger.documents(as_of=moment)] == documents[moment]
        assert found == [to_json(claim).decode() for claim in ledger.claims()]
        assert len(list(ledger.pages())) == len(pages) == 8
        held_pages = {(one.id, one.url, one.outlet, one.published, one.source) for one in ledger.pages()}
        assert held_pages == set(pages)


def _documents(file: Path, times: list[datetime]) -> dict[datetime, list[tuple[object, ...]]]:
    sql = "SELECT id, text, title FROM documents WHERE learned_at <= ? ORDER BY published_earliest NULLS LAST, id"
    return {moment: rows(file, sql, _instant(moment)) for moment in times}


def _instant(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def test_who_has_read_a_text_is_told_as_far_as_it_was_known(first: Path) -> None:
    migrate(first)
    sql = (
        "SELECT documents.id, reader, version, claims, reads.batch FROM reads "
        "JOIN documents ON documents.number = document ORDER BY reads.number"
    )
    found = rows(first, sql)
    assert ("e986df984339bae8", "rules", "0.1", 0, 1) in found, "a text without claims was read as well"
    assert ("11213043eaa06b28", "rules", "0.2", 0, 3) in found, "the claim of this text was no longer found"
    assert ("948f81ee998f5f76") not in [row[0] for row in found], "of the last batch nobody knows who read it"


def test_words_are_found_in_migrated_claims(first: Path) -> None:
    migrate(first)
    with Ledger.open(first) as ledger:
        assert {claim.id for claim in ledger.claims(ClaimFilter(text="deploie orage"))} == {"b25467ffd2f69f74"}


def test_a_migrated_ledger_goes_on(first: Path) -> None:
    migrate(first, clock=lambda: NOW)
    with Ledger.open(first) as ledger:
        assert ledger.add(reports(0, 3)).documents == 3
        with ledger._store.reading() as connection:
            assert list(faults(connection)) == []


def _statements(file: Path) -> int:
    """How many statements a migration runs."""
    counting = _DYING.replace("left -= 1", "left += 1").replace("if left == 0", "if left < 0")
    script = f"{counting}\nprint(left)"
    done = subprocess.run([sys.executable, "-c", script, file, "0"], check=True, capture_output=True, text=True)
    return int(done.stdout)


def test_killed_at_any_statement_it_is_the_old_ledger_and_the_same_command_brings_it_up(tmp_path: Path) -> None:
    count = _statements(made(1, tmp_path / "counted.db"))
    chance = random.Random(8)  # noqa: S311 - chosen moments, to be chosen again
    for statement in sorted({1, count, *chance.sample(range(2, count), 8)}):
        file = made(1, tmp_path / f"{statement}.db")
        before = dump(file)
        died = subprocess.run([sys.executable, "-c", _DYING, file, str(statement)], check=False, capture_output=True)
        assert died.returncode == -signal.SIGKILL, died.stderr
        with pytest.raises(LedgerError, match="bring it up with `foedus migrate`"):
            Ledger.open(file)
        assert dump(file) == before
        migrate(file)
        with Ledger.open(file) as ledger:
            assert ledger.check() == []
            assert ledger.counts().claims == 5


def test_a_full_disk_leaves_the_old_ledger(first: Path) -> None:
    """Too little room for the backup, then for the log, then for the file; at last there is enough."""
    before, room, told = dump(first), 100_000, []
    while True:
        command = [sys.executable, "-c", _LIMITED, str(first), str(room)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        if not done.stdout:
            break
        told += done.stdout.splitlines()
        assert dump(first) == before
        assert not [one.name for one in first.parent.iterdir() if "schema" in one.name], "no copy of what is there"
        room += 60_000
    assert len(told) > 2
    assert all(re.search(r"case(\.schema-1)?\.db cannot be (written|used)", line) for line in told), told
    with Ledger.open(first) as ledger:
        assert ledger.check() == []


def test_what_may_only_be_read_is_told(open_folder: Path, request: pytest.FixtureRequest) -> None:
    file = made(1, open_folder / "case.db")
    file.chmod(0o444)
    open_folder.chmod(0o555)
    request.getfixturevalue("powerless")
    with pytest.raises(LedgerError, match=r"case\.db is read-only and cannot be brought up; copy it to where you can"):
        migrate(file)


def test_a_folder_that_takes_no_copy_is_told(open_folder: Path, request: pytest.FixtureRequest) -> None:
    file = made(1, open_folder / "case.db")
    file.chmod(0o666)
    open_folder.chmod(0o555)
    request.getfixturevalue("powerless")
    with pytest.raises(LedgerError, match=r"cannot be (written|used)|is read-only"):
        migrate(file)


def test_what_another_process_writes_cannot_be_brought_up_meanwhile(first: Path) -> None:
    with FileLock(first, 0.0).held():
        started = time.monotonic()
        with pytest.raises(LedgerError, match="is being written by another process"):
            migrate(first)
        assert time.monotonic() - started > 1
    assert dump(first)[:1] == ["BEGIN TRANSACTION;"]


def test_what_cannot_be_brought_up_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"there is no ledger .*nowhere\.db"):
        migrate(tmp_path / "nowhere.db")
    newer = made(1, tmp_path / "newer.db")
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("UPDATE meta SET value = '7' WHERE key = 'schema_version'")
        connection.commit()
    with pytest.raises(LedgerError, match=r"schema 7 .*reads up to schema \d+; install a newer Foedus"):
        migrate(newer)
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    with pytest.raises(LedgerError, match="no ledger of Foedus"):
        migrate(other)


def test_a_damaged_reading_stops_it_and_is_named(first: Path) -> None:
    with closing(sqlite3.connect(first)) as connection:
        connection.execute("UPDATE claims SET record = '{' WHERE reading = 4")
        connection.commit()
    before = dump(first)
    with pytest.raises(LedgerError, match="damaged record"):
        migrate(first)
    assert dump(first) == before


def test_a_new_ledger_in_either_store_needs_no_step(place: str) -> None:
    Ledger.open(place).close()
    assert migrate(place) == Migrated(SCHEMA_VERSION, SCHEMA_VERSION, None)
