"""The database itself lets a row end once, lets nothing but withdrawn documents be blanked, and refuses the rest."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import Table, func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql import Executable

from foedus.ledger import guards
from foedus.ledger.proof.chain import hidden
from foedus.ledger.store import Ledger
from foedus.ledger.tables import aliases, batches, claims, documents, edges, facts, metadata, outlets, pages
from tests.ledger.every_table import WITHDRAWN, fill
from tests.ledger.unguarded import tampering

TABLES = metadata.sorted_tables
ENDING = [table for table in TABLES if "ended" in table.c]
BLANKED = [(table, table.c[name], value) for table, blank in guards.BLANKED.items() for name, value in blank.items()]


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """A ledger with rows in every table."""
    fill(place)
    with Ledger.open(place) as opened:
        yield opened


def refuses(ledger: Ledger, statement: Executable) -> bool:
    """Whether a guard, by its name, refuses a statement; one that passes must have met a row. It is taken back."""
    with tampering(ledger) as connection:
        try:
            assert connection.execute(statement).rowcount > 0, statement
        except IntegrityError as error:
            assert re.search(r"guard_\w+: the ledger never changes or deletes", str(error)), error
            return True
    return False


def test_no_table_lets_its_rows_be_deleted(ledger: Ledger) -> None:
    for table in TABLES:
        assert refuses(ledger, table.delete()), table


def test_no_column_of_any_table_can_be_written_again(ledger: Ledger) -> None:
    for column in (column for table in TABLES for column in table.columns if column.name != "ended"):
        assert refuses(ledger, column.table.update().values({column: column})), column


def test_a_row_ends_once(ledger: Ledger) -> None:
    for table in ENDING:
        assert not refuses(ledger, table.update().where(table.c.ended.is_(None)).values(ended=7)), table
    for table in (aliases, claims, pages):
        over = table.update().where(table.c.ended.is_not(None))
        assert refuses(ledger, over.values(ended=None)), table
        assert refuses(ledger, over.values(ended=7)), table


def test_nothing_else_changes_when_a_row_ends(ledger: Ledger) -> None:
    for column in (column for table in ENDING for column in table.columns if column.name != "ended"):
        ended = column.table.c.ended
        words = column.type.python_type is str
        other = func.coalesce(column, "").concat("x") if words else func.coalesce(column, 0) + 1
        ending = column.table.update().where(ended.is_(None))
        assert refuses(ledger, ending.values({column: other, ended: 7})), column


def test_only_withdrawn_documents_are_blanked(ledger: Ledger) -> None:
    for table, column, blank in BLANKED:
        whose = table.c.number if table is documents else table.c.document
        withdrawn = table.update().where(whose == WITHDRAWN)
        words = "words" if column.type.python_type is str else 0.5
        assert refuses(ledger, table.update().where(whose == 1).values({column: blank})), column
        assert not refuses(ledger, withdrawn.values({column: blank})), column
        assert refuses(ledger, withdrawn.values({column: blank, table.c.batch: 7})), column
        assert refuses(ledger, withdrawn.values({column: words})), column


def test_an_edge_that_leads_to_a_withdrawn_document_is_blanked_and_no_other(ledger: Ledger) -> None:
    with ledger._store.reading() as connection:
        withdrawn = connection.scalar(select(documents.c.id).where(documents.c.number == WITHDRAWN))
    leads_there = edges.update().where(edges.c.earlier == withdrawn)
    assert not refuses(ledger, leads_there.values(sealed=None))
    assert refuses(ledger, leads_there.values(sealed="{}"))
    assert refuses(ledger, leads_there.values(sealed=None, kind="excerpt"))
    assert refuses(ledger, edges.update().where(edges.c.earlier == "outlet:The Courier").values(sealed=None))


@pytest.mark.parametrize("table", guards.LOOKED_UP, ids=str)
def test_what_is_looked_up_goes_with_a_withdrawn_document_only(ledger: Ledger, table: Table) -> None:
    with tampering(ledger) as connection:
        gone = connection.scalar(select(claims.c.reading).where(claims.c.document == WITHDRAWN))
        row = connection.execute(select(table).where(table.c.reading == 1)).mappings().first()
        assert row is not None
        connection.execute(table.insert().values({**row, "reading": gone}))
        assert connection.execute(table.delete().where(table.c.reading == gone)).rowcount == 1
    assert refuses(ledger, table.delete().where(table.c.reading == 1))


def test_no_table_can_be_truncated(ledger: Ledger) -> None:
    for table in TABLES if ledger._store.engine.dialect.name == "postgresql" else ():
        assert refuses(ledger, text(f"TRUNCATE {table.name} CASCADE")), table


def test_only_commands_of_withdrawn_documents_are_hidden(ledger: Ledger) -> None:
    first, second = (batches.update().where(batches.c.number == number) for number in (1, 2))
    assert refuses(ledger, first.values(command=hidden("read reports")))
    assert not refuses(ledger, second.values(command=hidden("read more")))
    assert refuses(ledger, second.values(command="read more"))
    assert refuses(ledger, second.values(command=None))
    assert refuses(ledger, second.values(command=hidden("read more"), actor="S. Second"))


def test_of_the_facts_only_the_schema_changes(ledger: Ledger) -> None:
    schema = facts.c.key == "schema_version"
    assert not refuses(ledger, facts.update().where(schema).values(value="3"))
    assert refuses(ledger, facts.update().where(schema).values(key="schema"))
    assert refuses(ledger, facts.update().where(facts.c.key == "id").values(value="3"))


def test_the_guards_can_be_taken_away_and_made_again(ledger: Ledger) -> None:
    again = outlets.update().values(name=outlets.c.name)
    with ledger._store.writing() as connection:
        dialect = connection.dialect.name
        for statement in guards.removals(dialect):
            connection.exec_driver_sql(statement)
        assert connection.execute(again).rowcount == 1
        for statement in guards.statements(dialect):
            connection.exec_driver_sql(statement)
    assert refuses(ledger, again)
