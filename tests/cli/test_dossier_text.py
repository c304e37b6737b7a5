"""A dossier on a screen: the elements as a table where it fits, else one below the other."""

import re
from pathlib import Path

import pytest

from foedus.cli.dossier_text import as_text
from tests.publish.dossier.told import tell

_BOLD = re.compile(r"\x1b\[\d+m")


def _shown(folder: Path, monkeypatch: pytest.MonkeyPatch, width: int) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    told = tell(folder / "case.db")
    return _BOLD.sub("", as_text(told, "en", screen=True).decode()).splitlines()


def test_a_wide_screen_has_a_table_with_a_column_for_each_viewpoint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = _shown(tmp_path, monkeypatch, 180)
    head = next(line for line in lines if "Element" in line)
    assert all(f"according to {name}" in head for name in ("the record", "Armenia", "CSTO", "the text itself"))
    assert max(map(len, lines)) <= 180


def test_a_narrow_screen_has_each_element_with_its_viewpoints_below(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = _shown(tmp_path, monkeypatch, 70)
    assert "Elements" in lines
    conduct = lines.index("  Conduct")
    below = " ".join(line.strip() for line in lines[conduct + 1 : conduct + 6])
    assert "according to the record, the text itself: left open: the sides differ" in below
    assert "according to CSTO: as owed" in below
    assert max(map(len, lines)) <= 70
