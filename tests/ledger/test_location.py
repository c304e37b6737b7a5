"""Where a ledger lies is read from paths and URLs, and told without anything that may be secret."""

from pathlib import Path

import pytest

from foedus.ledger.stores.location import PostgresDatabase, located, shown
from foedus.model.errors import LedgerError


@pytest.mark.parametrize(
    ("where", "file"),
    [
        ("foedus.db", "foedus.db"),
        ("sqlite:///foedus.db", "foedus.db"),
        ("sqlite:////var/what%3F.db", "/var/what?.db"),
        ("what? 100% #1.db", "what? 100% #1.db"),
        ("C:case.db", "C:case.db"),
        (Path("mysql:") / "x", "mysql:/x"),
    ],
)
def test_files(where: str | Path, file: str) -> None:
    assert located(where) == Path(file)
    assert shown(where) == file


@pytest.mark.parametrize(
    ("where", "told", "schema"),
    [
        ("postgresql://desk@host/news", "postgresql://desk@host/news", None),
        ("postgres://desk@host:5433/news", "postgresql://desk@host:5433/news", None),
        ("PostgreSQL+psycopg:///news?schema=a", "postgresql:///news?schema=a", "a"),
        ("postgresql:///news?host=/run/pg&schema=b", "postgresql:///news?host=/run/pg&schema=b", "b"),
        ("postgresql://desk:s3cret@host/news", "postgresql://desk@host/news", None),
        ("postgresql://desk:s3/cr%40et@host/news", "postgresql://desk@host/news", None),
        ("postgresql://host/news?password=s3cret&sslpassword=s3cret&user=s3cret", "postgresql://host/news", None),
    ],
)
def test_databases(where: str, told: str, schema: str | None) -> None:
    place = located(where)
    assert isinstance(place, PostgresDatabase)
    assert place.schema == schema
    assert "schema" not in place.url.query
    assert shown(where) == told


@pytest.mark.parametrize(
    "where",
    [
        "postgresql://desk:s3cret@s3cret@host/news",
        "postgresql://desk:s3cret@host:s3cret/news",
        "postgresql://desk:s3cret@[::1/news",
        "postgresql://desk@host/news@s3cret",
        "postgresql:desk:s3cret@host/news",
        "postgresql:/desk:s3cret@host/news",
        "mysql://desk:s3cret@host/news",
        "postgresql+asyncpg://desk:s3cret@host/news",
        "postgresql://desk:s3cret@host/news?schema=a&schema=b",
    ],
)
def test_addresses_that_cannot_be_read_are_told_without_what_they_hold(where: str) -> None:
    with pytest.raises(LedgerError) as told:
        located(where)
    assert "s3cret" not in str(told.value)
    assert "postgresql://" in str(told.value)


@pytest.mark.parametrize("where", ["", ":memory:", "sqlite://", "sqlite:///", "sqlite:foedus.db", "http://host/x"])
def test_what_is_no_place_is_told_with_what_would_be_one(where: str) -> None:
    with pytest.raises(LedgerError, match=r"cannot be a ledger: give a file, as foedus\.db, or a database, as postgr"):
        located(where)
