"""What both stores promise: one moment for a reader, all or nothing for a writer, rows in bulk as they are."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import REAL, Column, Integer, MetaData, Table, Text, func, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from foedus.ledger.stores.opening import open_store
from foedus.ledger.stores.store import STREAM, Store
from foedus.model.errors import LedgerError

_METADATA = MetaData()
SCRATCH = Table(
    "Scratch",
    _METADATA,
    Column("number", Integer, primary_key=True),
    Column("order", Text, nullable=False),
    Column("share", REAL),
)
Row = tuple[int, str, float | None]


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    """A store with an empty scratch table."""
    made = open_store(place, create=True, lock_seconds=30)
    with made.writing() as connection:
        _METADATA.create_all(connection)
    yield made
    made.close()


def _rows(first: int, last: int) -> list[Row]:
    return [(number, f"é\t{number}\\n\n", None if number % 2 else number / 4) for number in range(first, last)]


def _count(store: Store) -> int:
    with store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(SCRATCH)) or 0


def test_rows_in_bulk_come_back_as_they_went(store: Store) -> None:
    rows = _rows(0, 2000)
    with store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, rows)
        store.bulk_insert(connection, SCRATCH, [])
    with store.reading() as connection:
        assert [tuple(row) for row in connection.execute(select(SCRATCH).order_by(SCRATCH.c.number))] == rows


def test_an_error_in_the_block_keeps_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, _rows(0, 10))
        1 / 0  # noqa: B018 - the error is the point
    assert _count(store) == 0


def test_a_rollback_at_the_end_of_the_block_keeps_nothing_and_frees_the_lock(store: Store) -> None:
    with store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, _rows(0, 10))
        connection.rollback()
    assert _count(store) == 0
    with store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, _rows(0, 1))
    assert _count(store) == 1


def test_rows_that_are_there_are_refused(store: Store) -> None:
    with store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, _rows(0, 3))
    with pytest.raises(LedgerError, match=r"refuses: .*(?i:unique)"), store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, _rows(2, 4))
    assert _count(store) == 3


def test_errors_inside_the_block_are_still_the_library_s(store: Store) -> None:
    with pytest.raises(LedgerError) as told, store.writing() as connection:
        connection.execute(SCRATCH.insert(), {"number": 1, "order": None})
    assert isinstance(told.value.__cause__, IntegrityError)


def test_a_reader_sees_one_moment(store: Store) -> None:
    question = select(func.count()).select_from(SCRATCH)
    with store.reading() as reader:
        assert reader.scalar(question) == 0
        with store.writing() as writer:
            store.bulk_insert(writer, SCRATCH, _rows(0, 10))
        assert reader.scalar(question) == 0
    assert _count(store) == 10


def test_a_stream_holds_its_view_and_can_be_left(store: Store) -> None:
    with store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, _rows(0, 5 * STREAM))
    question = select(SCRATCH.c.number).order_by(SCRATCH.c.number).execution_options(yield_per=STREAM)
    with store.reading() as reader:
        stream = reader.scalars(question)
        assert next(stream) == 0
        with store.writing() as writer:
            writer.execute(SCRATCH.delete())
        assert sum(1 for _ in stream) == 5 * STREAM - 1
    with store.reading() as reader:
        assert list(reader.scalars(question)) == []


def test_writers_take_turns(store: Store) -> None:
    """Each adds one to what it found: without the lock, some would find the same."""

    def add(_: int) -> None:
        with store.writing() as connection:
            found = connection.scalar(select(func.count()).select_from(SCRATCH)) or 0
            store.bulk_insert(connection, SCRATCH, _rows(found, found + 1))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, range(20)))
    assert _count(store) == 20


def test_the_lock_held_round_several_writes_keeps_others_out(store: Store, place: str) -> None:
    other = open_store(place, create=False, lock_seconds=0.1)
    with store.lock.held():
        for first in (0, 10):
            with store.writing() as connection:
                store.bulk_insert(connection, SCRATCH, _rows(first, first + 10))
            with pytest.raises(LedgerError, match="is being written by another process; wait"), other.writing():
                pass
    with other.writing() as connection:
        other.bulk_insert(connection, SCRATCH, _rows(20, 21))
    assert _count(store) == 21
    other.close()


def test_stores_of_other_names_do_not_wait_for_each_other(store: Store, new_place: Callable[[], str]) -> None:
    other = open_store(new_place(), create=True, lock_seconds=0)
    with store.writing(), other.writing():
        pass
    other.close()


@pytest.mark.parametrize("new_place", ["postgresql"], indirect=True)
def test_a_reader_cannot_write_where_the_database_knows_readers(store: Store) -> None:
    with pytest.raises(LedgerError, match="may only read") as told, store.reading() as connection:
        connection.execute(SCRATCH.delete())
    assert isinstance(told.value.__cause__, DBAPIError)
