"""The installed commands killed twenty times: at moments of their whole run, and at steps of their database.

Whatever the moment, the ledger is whole, nothing that was kept is lost, and the same command goes on to the same end.
`python -m bench.ledger.kills` does so two hundred times in either store.
"""

from collections.abc import Callable
from pathlib import Path

from bench.ledger.kills.cases import Case, Migrate, Read, Review
from bench.ledger.kills.rounds import rounds


def assert_nothing_lost(case: Case, new_place: Callable[[], str], kills: int) -> None:
    done = list(rounds(case, new_place, kills, seed=8))
    assert len(done) == kills
    assert [one.lost for one in done if one.lost] == []
    assert any(one.killed for one in done)


def test_reading(tmp_path: Path, new_place: Callable[[], str]) -> None:
    assert_nothing_lost(Read(tmp_path / "case"), new_place, 3)


def test_judging(tmp_path: Path, new_place: Callable[[], str]) -> None:
    assert_nothing_lost(Review(tmp_path / "case"), new_place, 4)


def test_bringing_up_an_older_ledger(tmp_path: Path) -> None:
    numbers = iter(range(1, 100))
    assert_nothing_lost(Migrate(tmp_path / "case"), lambda: str(tmp_path / f"{next(numbers)}.db"), 6)
