"""The check finds what a fault of disk or program leaves, on both stores."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from foedus.ledger import guards
from foedus.ledger.checking.check import findings
from foedus.ledger.create_search import claim_words, document_words
from foedus.ledger.store import Ledger
from tests import postgres
from tests.ledger.every_table import fill
from tests.ledger.unguarded import disarm, tampering

FAULTS = (
    ("UPDATE documents SET text = replace(text, 'delivered', 'abandoned')", "is not the one that was hashed"),
    ("UPDATE documents SET text = replace(text, 'delivered', 'abandoned')", "does not say 'delivered' at"),
    ("UPDATE documents SET text = NULL WHERE number = 1", "is missing, and nobody withdrew it"),
    ("UPDATE claims SET record = replace(record, '\"Arland\"', '\"Zarland\"')", "does not say 'Zarland' at"),
    ("UPDATE claims SET record = '{}' WHERE stage = 'ordered'", "cannot be read"),
    ("UPDATE claims SET record = NULL WHERE reading = 1", "is missing, and nobody withdrew it"),
    ("UPDATE claims SET record = (SELECT record FROM claims WHERE reading = 2)", "is that of another claim"),
    ("UPDATE claims SET certainty = 'possible' WHERE reading = 1", "its certainty is not that of its record"),
    ("UPDATE claims SET when_latest = '2031-12-31' WHERE reading = 1", "its when_latest is not that of its record"),
    ("UPDATE fillers SET entity = 'ZAR' WHERE entity = 'ARL'", "are not those of its record"),
    ("UPDATE voices SET name = 'Nobody'", "the voices of claim"),
    ("DELETE FROM fillers WHERE reading = 3", "(reading 3) are not those of its record"),
    ("DELETE FROM documents WHERE number = 2", "of claims points to nothing in documents"),
    ("DELETE FROM claims WHERE reading = 2", "of fillers points to nothing in claims"),
    ("DELETE FROM batches WHERE number = 3", "points to nothing in batches"),
    ("UPDATE pages SET outlet = 'The Forger' WHERE number = 1", "row 1 of pages points to nothing in outlets"),
)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """A ledger with rows in every table, its guards and constraints taken away."""
    fill(place)
    with Ledger.open(place) as opened:
        assert opened.check() == []
        disarm(opened)
        yield opened


def test_guards_that_are_gone_are_found(ledger: Ledger) -> None:
    told = ledger.check()
    names = guards.names(ledger._store.engine.dialect.name)
    assert told == [f"{name} is not there: what the ledger has learned could be changed" for name in sorted(names)]


def test_every_fault_is_found(ledger: Ledger) -> None:
    for statement, finding in FAULTS:
        with tampering(ledger) as connection:
            assert connection.exec_driver_sql(statement).rowcount > 0, statement
            told = list(findings(connection))
        assert any(finding in line for line in told), (statement, told)


def test_words_that_are_missing_are_found(ledger: Ledger) -> None:
    with tampering(ledger) as connection:
        for words in (claim_words, document_words):
            number = connection.scalar(select(words.c.rowid).limit(1))
            if connection.dialect.name == "postgresql":
                connection.execute(words.delete().where(words.c.rowid == number))
            else:
                everything = "INSERT INTO {name}({name}) VALUES ('delete-all')"
                connection.exec_driver_sql(everything.format(name=words.name))
        told = list(findings(connection))
    assert any(line.startswith("claim_words has the words of") for line in told), told
    assert any(line.startswith("document_words has the words of") for line in told), told


def test_a_server_goes_through_its_indexes_where_it_can(server: postgres.Server) -> None:
    place = server.fresh()
    fill(place)
    server.execute("CREATE EXTENSION IF NOT EXISTS amcheck")
    try:
        with Ledger.open(place) as ledger:
            assert ledger.check() == []
            with ledger._store.writing() as connection:
                broken = "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_pages_outlet'::regclass"
                connection.exec_driver_sql(broken)
            assert ledger.check() == ["the index ix_pages_outlet of pages is not valid"]
    finally:
        server.execute("DROP EXTENSION amcheck")
