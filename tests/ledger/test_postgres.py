"""PostgreSQL: one schema a ledger, made where it may be; who may only read, reads."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from foedus.ledger.stores.opening import open_store
from foedus.ledger.stores.postgres import PostgresStore
from foedus.ledger.stores.postgres_session import OLDEST, assert_fit
from foedus.ledger.stores.store import STREAM
from foedus.model.errors import LedgerError
from tests.postgres import OWNER, Server


@contextmanager
def _opened(where: str, *, create: bool = True) -> Iterator[PostgresStore]:
    store = open_store(where, create=create, lock_seconds=0.1)
    assert isinstance(store, PostgresStore)
    try:
        yield store
    finally:
        store.close()


def _make_table(store: PostgresStore) -> None:
    with store.writing() as connection:
        connection.execute(text("CREATE TABLE scratch (number integer)"))


def _tables(store: PostgresStore) -> int:
    with store.reading() as connection:
        sql = "SELECT count(*) FROM pg_tables WHERE tablename = 'scratch' AND schemaname = current_schema()"
        return int(connection.scalar(text(sql)) or 0)


def test_a_missing_schema_is_made_only_where_it_may_be(server: Server) -> None:
    where = server.fresh()
    with (
        pytest.raises(LedgerError, match=r"there is no ledger postgresql://.*: it has no schema ledger_\d+ that"),
        _opened(where, create=False),
    ):
        pass
    with _opened(where) as store:
        _make_table(store)
    with _opened(where, create=False) as store:
        assert _tables(store) == 1


def test_schemas_of_one_database_are_ledgers_of_their_own(server: Server) -> None:
    with _opened(server.fresh()) as one, _opened(server.fresh()) as other:
        _make_table(one)
        assert (_tables(one), _tables(other)) == (1, 0)
        _make_table(other)


@pytest.mark.parametrize("schema", ["Case 7", "élysée", 'we"ird\\', "select"])
def test_a_schema_may_have_any_name(server: Server, schema: str) -> None:
    database = server.database()
    for _ in range(2):
        with _opened(server.url(database, schema=schema)) as store:
            assert store.schema == schema
    with _opened(server.url(database, schema=schema)) as store:
        _make_table(store)
        assert _tables(store) == 1


def test_without_a_name_the_schema_is_that_of_the_connection(server: Server) -> None:
    database = server.database()
    with _opened(server.url(database)) as store:
        assert store.schema == "public"
    with _opened(server.url(database, options="-csearch_path=side")) as store:
        assert store.schema == "side"
        _make_table(store)
    with _opened(server.url(database, options="-csearch_path=side,public"), create=False) as store:
        assert _tables(store) == 1


def test_tables_of_another_schema_in_sight_are_not_the_ledger_s(server: Server) -> None:
    database = server.database()
    with _opened(server.url(database)) as store:
        _make_table(store)
    server.execute(f"CREATE SCHEMA {OWNER}", database=database)
    with _opened(server.url(database)) as store:
        assert store.schema == OWNER
        with pytest.raises(LedgerError, match='relation "scratch" does not exist'), store.reading() as connection:
            connection.execute(text("SELECT * FROM scratch"))


def test_a_database_of_another_encoding_is_told(server: Server) -> None:
    database = server.database("TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc")
    with pytest.raises(LedgerError, match="keeps text as LATIN1; a ledger needs UTF8"), _opened(server.url(database)):
        pass


def test_an_older_server_is_told() -> None:
    assert_fit("postgresql://desk@host/news", OLDEST * 10_000, "UTF8")
    with pytest.raises(LedgerError, match="is on PostgreSQL 14; a ledger needs 15 or later"):
        assert_fit("postgresql://desk@host/news", 140_009, "UTF8")


def _reader(server: Server, where: str, name: str, *statements: str) -> str:
    """The address for a new user who may use and read what is in the schema."""
    with _opened(where) as store:
        _make_table(store)
        schema = store.schema
    server.execute(
        f"CREATE ROLE {name} LOGIN",
        f"GRANT USAGE ON SCHEMA {schema} TO {name}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {name}",
        *(statement.format(name=name, schema=schema) for statement in statements),
    )
    return where.replace(f"{OWNER}@", f"{name}@")


@pytest.mark.parametrize(
    ("name", "statement"),
    [
        ("lector", "GRANT CREATE ON SCHEMA {schema} TO {name}"),
        (
            "sleeper",
            "GRANT ALL ON ALL TABLES IN SCHEMA {schema} TO {name}; "
            "ALTER ROLE {name} SET default_transaction_read_only = on",
        ),
    ],
)
def test_who_may_only_read_reads(server: Server, name: str, statement: str) -> None:
    where = _reader(server, server.fresh(), name, statement)
    for create in (True, False):
        with _opened(where, create=create) as store:
            assert not store.is_writable
            assert _tables(store) == 1
            with (
                pytest.raises(LedgerError, match=r"is read-only; .* may only read; ask .*for the right"),
                store.writing(),
            ):
                pass


def test_who_may_make_no_schema_or_see_none_is_told(server: Server) -> None:
    where = server.fresh()
    server.execute("CREATE ROLE stranger LOGIN")
    strange = where.replace(f"{OWNER}@", "stranger@")
    with pytest.raises(LedgerError, match=r"does not let this user do that \(permission denied for database"):
        open_store(strange, create=True, lock_seconds=0)
    _reader(server, where, "unseeing", "REVOKE ALL ON SCHEMA {schema} FROM {name}")
    with pytest.raises(LedgerError, match=r"does not let this user (do that|see schema)"):
        open_store(where.replace(f"{OWNER}@", "unseeing@"), create=True, lock_seconds=0)


def test_sessions_say_who_they_are_and_notice_a_line_that_was_cut(server: Server) -> None:
    with _opened(server.fresh()) as store, store.reading() as connection:
        info = connection.connection.driver_connection.info  # type: ignore[union-attr]  # the driver is psycopg
        told = info.get_parameters()
        assert (told["connect_timeout"], told["keepalives_idle"], told["tcp_user_timeout"]) == ("10", "30", "60000")
        assert connection.scalar(text("SHOW application_name")) == "foedus"


def test_a_stream_is_fetched_in_parts(server: Server) -> None:
    with _opened(server.fresh()) as store, store.reading() as connection:
        numbers = connection.scalars(text("SELECT generate_series(1, 1000000000)").execution_options(yield_per=STREAM))
        assert next(numbers) == 1
        assert connection.scalar(text("SELECT count(*) FROM pg_cursors")) == 1
        numbers.close()
