"""A site and a desk for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.watching.case import Desk, desk
from tests.watching.site import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """A server on this computer."""
    with serving() as found:
        yield found


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Desk]:
    """A desk that may ask it."""
    with desk(tmp_path / "seen.watch.db") as found:
        yield found
