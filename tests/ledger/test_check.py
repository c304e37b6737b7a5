"""The check finds what another hand changed."""

import sqlite3
from pathlib import Path

import pytest

from foedus.ledger.store import Ledger
from tests.ledger.reports import report


@pytest.mark.parametrize(
    ("sql", "finding"),
    [
        ("UPDATE documents SET text = replace(text, 'delivered', 'abandoned')", "is not the one that was hashed"),
        ("UPDATE documents SET text = replace(text, 'delivered', 'abandoned')", "does not say 'delivered' at"),
        ("UPDATE claims SET record = replace(record, '\"Arland\"', '\"Zarland\"')", "does not say 'Zarland' at"),
        ("UPDATE claims SET record = '{}' WHERE stage = 'ordered'", "cannot be read"),
        (
            "UPDATE claims SET record = (SELECT record FROM claims WHERE stage = 'ordered') WHERE stage = 'delivered'",
            "is that of another claim",
        ),
        ("DELETE FROM documents", "of claims points to nothing in documents"),
        ("DELETE FROM claims", "points to nothing in claims"),
    ],
)
def test_a_change_by_another_hand_is_found(tmp_path: Path, sql: str, finding: str) -> None:
    file = tmp_path / "foedus.db"
    with Ledger.open(file) as ledger:
        ledger.add([report()])
        assert ledger.check() == []
    connection = sqlite3.connect(file)
    connection.execute(sql)
    connection.commit()
    connection.close()
    with Ledger.open(file) as ledger:
        assert any(finding in line for line in ledger.check()), ledger.check()
