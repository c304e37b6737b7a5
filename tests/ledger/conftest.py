"""The two stores: a test that takes `place` runs on both."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import postgres


@pytest.fixture
def server() -> postgres.Server:
    """The PostgreSQL server of this run. Without one the test is passed over, but never unnoticed by the CI."""
    if postgres.binaries() is None and not os.environ.get("CI"):
        pytest.skip("PostgreSQL is not installed: the Debian package postgresql has it")
    return postgres.server()


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Gives addresses of ledgers that are not there yet, all different, of one kind of store."""
    if request.param == "postgresql":
        server: postgres.Server = request.getfixturevalue("server")
        return server.fresh
    numbers = iter(range(1, 1000))
    return lambda: str(tmp_path / f"foedus{next(numbers)}.db")


@pytest.fixture
def place(new_place: Callable[[], str]) -> str:
    """The address of a ledger that is not there yet."""
    return new_place()
