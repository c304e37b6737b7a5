"""The walk along the chain finds whatever another hand did to a ledger, in both stores."""

import random
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, select

from foedus.ledger.proof.chain import Link, content_digest, entry_digest, link
from foedus.ledger.proof.verify import faults, head
from foedus.ledger.store import Ledger
from foedus.ledger.tables import audit, batches, entries, metadata
from tests.factories import claim, document
from tests.ledger.every_table import fill
from tests.ledger.unguarded import Edit, disarm, tampering

EDITS = {"sqlite": 1_000, "postgresql": 100}

DONE = (
    ("INSERT INTO outlets (name, batch) VALUES ('The Forger', 1)", "batch 1: what it wrote about the ledger as a"),
    ("INSERT INTO outlets (name, batch) VALUES ('The Forger', 4)", "batch 4: rows about the ledger as a whole"),
    ("INSERT INTO outlets (name, batch) VALUES ('The Forger', 8)", "names batch 8, which is not there"),
    (
        "INSERT INTO reads (number, document, reader, version, claims, batch) VALUES (99, 1, 'rules', '2', 0, 6)",
        "batch 6: rows about document 1 that it did not write (1 in reads)",
    ),
    (
        "INSERT INTO reads (number, document, reader, version, claims, batch) VALUES (0, 1, 'rules', '2', 0, 6)",
        "row 0 of reads is of batch 6, but has a number of an earlier one",
    ),
    ("UPDATE claims SET ended = 6 WHERE reading = 5", "batch 6: rows about document 3"),
    ("UPDATE claims SET ended = NULL WHERE reading = 1", "batch 3: what it wrote about document 1 was changed"),
    ("UPDATE claims SET ended = 5 WHERE reading = 1", "batch 3: what it wrote about document 1 was changed"),
    ("UPDATE claims SET ended = 99 WHERE reading = 5", "row 5 of claims names batch 99, which is not there"),
    ("UPDATE claims SET ended = 7 WHERE document = 4 AND ended = 6", "batch 6: what it wrote about document 4"),
    ("UPDATE pages SET outlet = NULL WHERE document = 4", "batch 6: what it wrote about document 4 was changed"),
    ("UPDATE documents SET text = 'Quorn4' WHERE number = 4", "is here, though it was withdrawn"),
    ("UPDATE documents SET text = NULL WHERE number = 3", "is missing, and nobody withdrew it"),
    ("UPDATE batches SET at = '2024-05-01T12:30:00.000000Z' WHERE number = 1", "batch 1: its time, action, actor"),
    ("UPDATE batches SET at = '2024-06-01T12:30:00.000000Z' WHERE number = 2", "does not come after batch 2"),
    ("UPDATE batches SET actor = 'S. Second' WHERE number = 3", "batch 3: its time, action, actor, command or"),
    (
        "UPDATE batches SET command = "
        "'sha256:0000000000000000000000000000000000000000000000000000000000000000' WHERE number = 1",
        "batch 1: its command is hidden, and nothing that it brought was withdrawn",
    ),
    ("UPDATE ledger SET value = 'foedus 0' WHERE key = 'created_by'", "its link does not follow the beginning"),
    ("UPDATE fillers SET entity = 'CAR' WHERE entity = 'ARL'", "the fillers of claim"),
    ("DELETE FROM voices WHERE reading = 1", "the voices of claim"),
    ("INSERT INTO voices (reading, position, kind) VALUES (99, 0, 'person')", "voices of reading 99, which is not"),
    ("INSERT INTO audit SELECT 9, content, hash, content FROM audit WHERE batch = 2", "a link of batch 9, which"),
    ("INSERT INTO entries SELECT 9, document, digest FROM entries WHERE batch = 2", "an entry of batch 9, which"),
)
SWAPPED = (
    ("claims", ("record",)),
    ("claims", ("machine", "certainty")),
    ("pages", ("url",)),
    ("documents", ("text",)),
    ("reviews", ("reason",)),
    ("entries", ("digest",)),
)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """A ledger with rows in every table, its guards taken away."""
    fill(place)
    with Ledger.open(place) as opened:
        disarm(opened)
        yield opened


def found(ledger: Ledger, *statements: str, expect: str | None = None) -> list[str]:
    """What the walk finds after statements, which are taken back."""
    with tampering(ledger) as connection:
        for statement in statements:
            assert connection.exec_driver_sql(statement).rowcount != 0, statement
        return list(faults(connection, expect))


def test_a_whole_ledger_has_no_fault_and_rows_in_every_table(ledger: Ledger) -> None:
    assert found(ledger) == []
    with ledger._store.reading() as connection:
        empty = [t.name for t in metadata.sorted_tables if connection.execute(select(t).limit(1)).first() is None]
        assert empty == []
        last = head(connection)
    assert last is not None
    assert (last.batch, len(last.hash)) == (7, 64)


def test_an_empty_ledger_has_no_fault_and_no_head(place: str) -> None:
    with Ledger.open(place) as ledger, ledger._store.reading() as connection:
        assert list(faults(connection)) == []
        assert head(connection) is None


def test_a_whole_number_that_is_kept_as_a_real_one_is_no_fault(place: str) -> None:
    told = document()
    sure = claim(told, "delivered", supplier="ARL=Arland", recipient="BOR=Borland", item="tanks", confidence=1)
    with Ledger.open(place) as ledger:
        ledger.add([(told, [sure])])
        assert list(ledger.verify()) == []


def test_every_one_of_many_single_byte_edits_is_found(ledger: Ledger) -> None:
    chance = random.Random(20240501)  # noqa: S311 - chosen edits, to be chosen again
    edits, tables = 0, set()
    with tampering(ledger) as connection:
        while edits < EDITS[connection.dialect.name]:
            before = connection.begin_nested()
            edit = Edit(connection, chance)
            if edit.make(connection):
                edits += 1
                tables.add(edit.table.name)
                assert list(faults(connection)), f"not found: {edit}"
            before.rollback()
        assert list(faults(connection)) == []
    assert len(tables) > 15


def test_every_row_that_is_gone_is_found(ledger: Ledger) -> None:
    with tampering(ledger) as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)).mappings().all():
                before = connection.begin_nested()
                this = [column.is_not_distinct_from(row[column.name]) for column in table.columns]
                assert connection.execute(table.delete().where(*this)).rowcount == 1
                assert list(faults(connection)), row
                before.rollback()


def test_what_was_done_is_told(ledger: Ledger) -> None:
    for statement, fault in DONE:
        told = found(ledger, statement)
        assert any(fault in line for line in told), (statement, told)


def test_values_that_changed_places_are_found(ledger: Ledger) -> None:
    for name, columns in SWAPPED:
        rows = metadata.tables[name]
        with tampering(ledger) as connection:
            one, *_, other = connection.execute(select(rows)).mappings().all()
            for row, given in ((one, other), (other, one)):
                rest = [column for column in rows.columns if column.name not in columns]
                this = [column.is_not_distinct_from(row[column.name]) for column in rest]
                connection.execute(rows.update().where(*this).values({column: given[column] for column in columns}))
            assert list(faults(connection)), (name, columns)


def test_rows_that_changed_batches_are_found(ledger: Ledger) -> None:
    swap = "UPDATE {} SET batch = 3 - batch WHERE batch IN (1, 2)"
    assert found(ledger, *(swap.format(table) for table in ("documents", "pages", "claims", "reads")))


def test_a_cut_off_end_shows_only_against_a_noted_link(ledger: Ledger) -> None:
    with ledger._store.reading() as connection:
        noted = head(connection)
        earlier = connection.scalar(select(audit.c.hash).where(audit.c.batch == 3))
    assert noted is not None
    cut = [
        "UPDATE aliases SET ended = NULL WHERE ended = 7",
        "DELETE FROM audit WHERE batch = 7",
        "DELETE FROM entries WHERE batch = 7",
        "DELETE FROM batches WHERE number = 7",
    ]
    assert found(ledger, *cut) == []
    assert found(ledger, *cut, expect=earlier) == []
    (told,) = found(ledger, *cut, expect=noted.hash)
    assert told.startswith(f"no link of the chain is {noted.hash}")
    assert found(ledger, expect=noted.hash) == []


def test_a_chain_made_anew_shows_only_against_a_noted_link(ledger: Ledger) -> None:
    with tampering(ledger) as connection:
        noted = head(connection)
        assert noted is not None
        connection.exec_driver_sql("UPDATE batches SET actor = 'S. Second' WHERE number = 3")
        assert list(faults(connection))
        _seal_again(connection)
        assert list(faults(connection)) == []
        assert list(faults(connection, noted.hash))


def _seal_again(connection: Connection) -> None:
    """What a forger would do who can compute: every link from the changed batch on."""
    previous = connection.scalar(select(audit.c.previous).order_by(audit.c.batch).limit(1)) or ""
    for row in connection.execute(select(batches).order_by(batches.c.number)).all():
        listed = connection.execute(select(entries.c.document, entries.c.digest).where(entries.c.batch == row.number))
        sealed: Link = link(tuple(row), content_digest(tuple(one) for one in listed), previous)
        connection.execute(audit.update().where(audit.c.batch == row.number).values(sealed._asdict()))
        previous = sealed.hash


def test_digests_do_not_depend_on_the_order_of_rows() -> None:
    rows = [bytes([number]) * 32 for number in range(5)]
    assert entry_digest(rows) == entry_digest(reversed(rows))
