"""The bench of the page asks every view of a small ledger, and its tables tell what misses its bound."""

import pytest
from bench.page.__main__ import main
from bench.page.measured import Asked, Loaded, Mixed, Result
from bench.page.page import tables


def test_every_view_is_asked_for_alone_and_by_many_beside_a_writer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--claims", "400", "--times", "1", "--seconds", "1", "--no-browser"]) == 0
    told = capsys.readouterr().out
    assert all(view in told for view in ("today", "claims, full text", "document, a claim open", "network", "deal"))
    assert "beside a writer" in told


def test_a_figure_that_misses_its_bound_stands_out() -> None:
    views = (Asked("quick", 10, 20.0, 40.0, 50.0, 9.0), Asked("slow", 10, 20.0, 400.0, 500.0, 9.0))
    loads = (Loaded("large", 151.0, 4, 100.0, 200.0),)
    mixed = (Mixed(8, 1.0, 300, 0, 300.0, 1.0, 2.0, 0.0), Mixed(8, 1.0, 90, 1, 89.0, 1.0, 2.0, 500.0))
    text = "\n".join(one.markdown() for one in tables([Result("sqlite", 400, "2026-01-10", True, views, loads, mixed)]))
    assert "| quick | 20 / 40, 9 |" in text
    assert "| slow | 20 / **400**, 9 |" in text
    assert all(one in text for one in ("**151**", "| 300 |", "**89**", "**1**"))
