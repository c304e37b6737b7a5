"""The tables enforce what the contract closes, and can name whatever they enforce."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import CheckConstraint

from foedus.ledger.schema import metadata
from foedus.ledger.store import Ledger
from tests.ledger.reports import report


@pytest.fixture
def raw(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection to a ledger with one report, as another tool would open it."""
    file = tmp_path / "foedus.db"
    with Ledger.open(file) as ledger:
        ledger.add([report()])
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA foreign_keys = ON")
    yield connection
    connection.close()


def test_every_constraint_and_index_has_a_name() -> None:
    for table in metadata.tables.values():
        assert all(constraint.name for constraint in table.constraints), table.name
        assert all(index.name for index in table.indexes), table.name


def test_every_table_is_strict(raw: sqlite3.Connection) -> None:
    listed = {name: strict for _, name, kind, _, _, strict in raw.execute("PRAGMA table_list") if kind == "table"}
    assert {name: listed[name] for name in metadata.tables} == dict.fromkeys(metadata.tables, 1)


def test_every_check_stands_in_the_file_by_its_name(raw: sqlite3.Connection) -> None:
    made = " ".join(sql for (sql,) in raw.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))
    checks = [c for t in metadata.tables.values() for c in t.constraints if isinstance(c, CheckConstraint)]
    assert len(checks) > 15
    assert all(f"CONSTRAINT {check.name} CHECK" in made for check in checks)


@pytest.mark.parametrize(
    ("sql", "constraint"),
    [
        ("UPDATE claims SET type = 'gift'", "ck_claims_type"),
        ("UPDATE claims SET stage = 'dreamt'", "ck_claims_stage"),
        ("UPDATE claims SET polarity = 'maybe'", "ck_claims_polarity"),
        ("UPDATE claims SET certainty = 'sure'", "ck_claims_certainty"),
        ("UPDATE claims SET standing = 'gossip'", "ck_claims_standing"),
        ("UPDATE claims SET zone = 'margin'", "ck_claims_zone"),
        ("UPDATE claims SET confidence = 1.5", "ck_claims_confidence"),
        ("UPDATE claims SET superseded_at = '1999'", "ck_claims_superseded"),
        ("UPDATE fillers SET kind = 'thing'", "ck_fillers_kind"),
        ("UPDATE fillers SET via = 'magic'", "ck_fillers_via"),
        ("UPDATE fillers SET role = 'villain'", "ck_fillers_role"),
        ("UPDATE documents SET sha256 = replace(sha256, substr(sha256, 1, 1), 'x')", "ck_documents_id"),
        ("UPDATE claims SET document = 'none'", "FOREIGN KEY"),
        ("DELETE FROM documents", "FOREIGN KEY"),
        ("UPDATE claims SET trigger_start = 'two'", "cannot store TEXT value in INTEGER column"),
        (
            "INSERT INTO sightings SELECT NULL, document, url, outlet, published, published_earliest, published_latest,"
            " title, raw_sha256, extractor, source, notes, batch, learned_at FROM sightings",
            "uq_sightings_identity",
        ),
    ],
)
def test_the_file_refuses_what_the_contract_excludes(raw: sqlite3.Connection, sql: str, constraint: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=constraint):
        raw.execute(sql)
