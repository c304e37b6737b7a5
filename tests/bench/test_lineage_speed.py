"""Made-up pages with planted copies: the same for the same seed; what is planted is there, and is found."""

from importlib.util import find_spec

import pytest
from bench.speed import lineage
from bench.speed.lineage_engines import foedus
from bench.speed.lineage_measured import Found, Result
from bench.speed.lineage_page import tables
from bench.speed.lineage_texts import KINDS, document, plan

PAGES = 300


def test_the_same_seed_makes_the_same_pages() -> None:
    first, again, other = ([document(plan(PAGES, seed), number).id for number in (0, 150, 299)] for seed in (3, 3, 4))
    assert first == again
    assert first != other


def test_every_kind_is_planted_from_an_earlier_original() -> None:
    planned = plan(PAGES, 1)
    assert set(planned.kinds.tolist()) == set(range(len(KINDS)))
    for number, (kind, root) in enumerate(zip(planned.kinds.tolist(), planned.roots.tolist(), strict=True)):
        assert root == number if kind == 0 else (root < number and planned.kinds[root] == 0)


def test_what_is_planted_is_found_and_nothing_else() -> None:
    found, words, keys = foedus(PAGES, 1)
    assert set(found.recall) == set(KINDS[1:])
    assert min(found.recall.values()) > 0.9
    assert found.precision == 1.0
    assert found.peak_mib > 10
    assert 90 < 1000 * keys / words < 120


def test_figures_are_ratios_to_the_yardstick_that_finds_most() -> None:
    recalls = ({"copy": 1.0}, {"copy": 0.8}, {"copy": 0.9})
    names = ("foedus", "datasketch 128 (0.5)", "datasketch 128 (0.3)")
    seconds = ((1.0, 1.0, 2.0), (10.0, 2.0, 0.0), (15.0, 5.0, 0.0))
    every = [Found(name, *some, 99.5, recall, 1.0) for name, some, recall in zip(names, seconds, recalls, strict=True)]
    speed, recall = tables([Result(1000, 2000, 200, "2026-01-01", True, tuple(every))])
    assert speed.rows[0] == ("foedus, 1,000", "1,000", "500", "10.0", "250", "5.0", "100", "100")
    assert [row[3] for row in speed.rows[1:]] == ["1.7", "1.0"]
    assert [row[1] for row in recall.rows] == ["1.000", "0.800", "0.900"]


@pytest.mark.skipif(not find_spec("datasketch") or not find_spec("rensa"), reason="the bench group is not installed")
def test_the_command_measures_all_engines_and_prints_both_tables(capsys: pytest.CaptureFixture[str]) -> None:
    assert lineage.main(["--pages", "120"]) == 0
    said = capsys.readouterr().out
    assert "Speed and memory" in said and "Recall by kind" in said
    assert all(name in said for name in ("foedus, 120", "datasketch 128 (0.3)", "rensa 64"))


def test_too_few_pages_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        lineage.main(["--pages", "99"])
    assert "--pages" in capsys.readouterr().err
