"""A password in the ledger's address is used, and neither shown nor kept."""

from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from foedus.ledger.stores.opening import open_store
from tests import postgres
from tests.cli.command import Ran, foedus

_PASSWORD = "geheim-7"  # noqa: S105 - it opens nothing: the tests' server trusts this user
_REPORT = "Russia delivered two S-400 systems to Turkey in July 2019."


@pytest.fixture
def address(server: postgres.Server) -> str:
    """Of a ledger that is not there yet, with a password in it."""
    return server.fresh().replace(f"{postgres.OWNER}@", f"{postgres.OWNER}:{_PASSWORD}@")


def _shows_none(ran: Ran) -> None:
    assert _PASSWORD not in ran.out + ran.err


def test_no_command_shows_it_and_no_table_keeps_it(address: str, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(_REPORT, encoding="utf-8")
    (tmp_path / "foedus.toml").write_text(f'ledger = "{address}"\n', encoding="utf-8")
    for words in (("claims",), ("read", "report.txt"), ("claims",), ("register",)):
        ran = foedus(*words, cwd=tmp_path)
        _shows_none(ran)
    store = open_store(address, create=False, lock_seconds=0)
    with store.reading() as connection:
        for table in inspect(connection).get_table_names():
            rows = connection.execute(text(f"SELECT * FROM {table}")).all()  # noqa: S608 - the ledger's own names
            assert not [row for row in rows if _PASSWORD in str(row)], table
    store.close()


@pytest.mark.parametrize("words", [("claims",), ("read", "report.txt")])
@pytest.mark.parametrize("host", ["127.0.0.1:1", "host.invalid", "[::1", "a@b"])
def test_no_failure_shows_it(tmp_path: Path, words: tuple[str, ...], host: str) -> None:
    (tmp_path / "report.txt").write_text(_REPORT, encoding="utf-8")
    ran = foedus(*words, "--ledger", f"postgresql://desk:{_PASSWORD}@{host}/news", cwd=tmp_path)
    assert (ran.code, len(ran.errors)) == (5, 1)
    _shows_none(ran)
