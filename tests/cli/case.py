"""A ledger with one case of invented states, for the views that put claims together."""

from pathlib import Path

import pytest

from foedus.ledger.store import Ledger
from tests.register.case import CASE


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A folder with the ledger of the case."""
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add(CASE)
    return tmp_path
