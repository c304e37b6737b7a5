"""The style sheet is one of many files behind one another: none may leave something open for the next."""

from importlib.resources import files
from pathlib import Path

import pytest

FOLDER = Path(str(files("foedus.serve"))) / "static" / "css"


@pytest.mark.parametrize("name", sorted(one.name for one in FOLDER.glob("*.css")))
def test_a_file_closes_what_it_opens(name: str) -> None:
    depth = 0
    for sign in (FOLDER / name).read_text(encoding="utf-8"):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0, "more is closed than was open"
    assert depth == 0
