"""The scanner keeps its level on own-worded lines that nobody mended it on."""

import pytest

from tests.gazetteer.measured import PARTS, items, tally

_FLOORS = {"systems": (0.95, 0.01), "items": (0.87, 0.1)}
"""Least share that is right, sure or not; greatest share that is wrong."""


@pytest.mark.parametrize("name", sorted(_FLOORS))
def test_held_out_lines_keep_their_level(name: str) -> None:
    counted = tally(name, "test")
    total = sum(counted.values())
    least, most = _FLOORS[name]
    assert (counted["right"] + counted["unsure"]) / total >= least
    assert counted["wrong"] / total <= most


@pytest.mark.parametrize("name", sorted(_FLOORS))
def test_parts_share_no_line(name: str) -> None:
    lines = [item for part in PARTS for item in items(name, part)]
    assert len(set(lines)) == len(lines) >= 200
