"""PostgreSQL's planner knows how long the tables are as soon as much was written, without waiting for the server."""

from pathlib import Path

from sqlalchemy import text

from foedus.ledger.copies.restore import restore
from foedus.ledger.store import Ledger
from tests.ledger.reports import reports
from tests.postgres import Server


def _rows(ledger: Ledger) -> float:
    """As many claims as the planner believes there are; -1 where it was never told."""
    asked = "SELECT reltuples FROM pg_class WHERE oid = to_regclass('claims')"
    with ledger._store.reading() as connection:
        return float(connection.scalar(text(asked)))


def test_a_write_that_doubles_the_ledger_is_counted_and_a_short_one_is_not(server: Server) -> None:
    with Ledger.open(server.fresh()) as ledger:
        ledger.add(reports(0, 1))
        assert _rows(ledger) == -1
        ledger.add(reports(1, 400))
        assert _rows(ledger) == 800
        ledger.add(reports(400, 401))
        assert _rows(ledger) == 800


def test_a_ledger_that_was_brought_back_is_counted(server: Server, tmp_path: Path) -> None:
    where = server.fresh()
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add(reports(0, 400))
        ledger.backup(tmp_path / "kept.db")
    restore(tmp_path / "kept.db", where)
    with Ledger.open(where) as ledger:
        assert _rows(ledger) == 800
