"""The tables enforce what the contract closes, and can name whatever they enforce, in both stores."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy.exc import DBAPIError

from foedus.ledger import guards
from foedus.ledger.store import Ledger
from foedus.ledger.tables import metadata
from tests.ledger.every_table import fill

REFUSED = (
    ("UPDATE claims SET type = 'gift'", "ck_claims_type"),
    ("UPDATE claims SET stage = 'dreamt'", "ck_claims_stage"),
    ("UPDATE claims SET polarity = 'maybe'", "ck_claims_polarity"),
    ("UPDATE claims SET certainty = 'sure'", "ck_claims_certainty"),
    ("UPDATE claims SET standing = 'gossip'", "ck_claims_standing"),
    ("UPDATE claims SET zone = 'margin'", "ck_claims_zone"),
    ("UPDATE claims SET quoted = 2", "ck_claims_quoted"),
    ("UPDATE claims SET confidence = 1.5", "ck_claims_confidence"),
    ("UPDATE claims SET origin = 'dream'", "ck_claims_origin|ck_claims_judged"),
    ("UPDATE claims SET review = 'liked'", "ck_claims_review"),
    ("UPDATE claims SET origin = 'person' WHERE review IS NULL", "ck_claims_judged"),
    ("UPDATE claims SET ended = batch", "ck_claims_ended"),
    ("UPDATE claims SET when_earliest = '2030', when_latest = '2029'", "ck_claims_when"),
    ("UPDATE fillers SET kind = 'thing'", "ck_fillers_kind"),
    ("UPDATE fillers SET via = 'magic'", "ck_fillers_via"),
    ("UPDATE fillers SET role = 'villain'", "ck_fillers_role"),
    ("UPDATE voices SET kind = 'ghost'", "ck_voices_kind"),
    ("UPDATE batches SET action = 'dream'", "ck_batches_action"),
    ("UPDATE documents SET sha256 = replace(sha256, substr(sha256, 1, 1), 'x')", "ck_documents_id"),
    ("UPDATE reviews SET action = 'ponder'", "ck_reviews_action"),
    ("UPDATE reviews SET reviewer = ''", "ck_reviews_reviewer"),
    ("UPDATE reviews SET undoes = 1", "ck_reviews_undoes"),
    ("UPDATE reviews SET twin = NULL", "ck_reviews_claim"),
    ("UPDATE dependencies SET depends_on = source", "ck_dependencies_itself"),
    ("UPDATE redirects SET to_claim = claim, to_twin = twin", "ck_redirects_itself"),
    ("UPDATE tombstones SET reason = ''", "ck_tombstones_reason"),
    ("UPDATE audit SET hash = 'short'", "ck_audit_hashes"),
    ("UPDATE claims SET document = 99", "fk_claims_document|FOREIGN KEY"),
    ("DELETE FROM documents", "fk_\\w+_document|FOREIGN KEY"),
    ("UPDATE claims SET ended = NULL", "uq_claims_version"),
    ("UPDATE claims SET trigger_start = 'two'", "cannot store TEXT value in INTEGER|invalid input syntax"),
)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """A ledger with rows in every table and without guards, which would speak before the constraints do."""
    fill(place)
    with Ledger.open(place) as opened:
        with opened._store.writing() as connection:
            for statement in guards.removals(connection.dialect.name):
                connection.exec_driver_sql(statement)
        yield opened


def test_every_constraint_and_index_has_a_name() -> None:
    for table in metadata.tables.values():
        assert all(constraint.name for constraint in table.constraints), table.name
        assert all(index.name for index in table.indexes), table.name


def test_every_constraint_and_index_stands_in_the_database_by_its_name(ledger: Ledger) -> None:
    with ledger._store.reading() as connection:
        if connection.dialect.name == "sqlite":
            made = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").all()
            found = {name for name, _ in made} | set(re.findall(r"CONSTRAINT (\w+)", " ".join(sql for _, sql in made)))
        else:
            named = "SELECT conname FROM pg_constraint UNION SELECT relname FROM pg_class"
            found = set(connection.exec_driver_sql(named).scalars())
    tables = metadata.sorted_tables
    constraints = {str(one.name) for table in tables for one in table.constraints}
    assert constraints - {"pk_entries"} <= found, "a table without a key has no constraint of it"
    assert {str(index.name) for table in tables for index in table.indexes} <= found
    assert len(constraints) > 100


def test_every_table_of_a_file_is_strict(ledger: Ledger) -> None:
    if ledger._store.engine.dialect.name == "sqlite":
        with ledger._store.reading() as connection:
            listed = {row.name: row.strict for row in connection.exec_driver_sql("PRAGMA table_list")}
        assert {name: listed[name] for name in metadata.tables} == dict.fromkeys(metadata.tables, 1)


def test_the_database_refuses_what_the_contract_excludes(ledger: Ledger) -> None:
    for statement, constraint in REFUSED:
        with pytest.raises(DBAPIError, match=constraint), ledger._store.engine.connect() as connection:
            connection.exec_driver_sql(statement)
