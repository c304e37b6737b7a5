"""A ledger with one case of invented states, for the views that put claims together."""

from pathlib import Path

import pytest

from tests.cli.compared import add_compared
from tests.register.case import CASE


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A folder with the ledger of the case."""
    add_compared(tmp_path / "foedus.db", CASE)
    return tmp_path
