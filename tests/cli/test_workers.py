"""`foedus read --workers`: several processes print and keep what one does."""

from pathlib import Path

import pytest

from foedus.cli.workers_option import MUCH, cores, crew_for
from foedus.ledger.store import Ledger
from tests.cli.command import foedus

REPORTS = {
    "a.txt": "Russia delivered four S-400 systems to Turkey in July 2019, the Turkish defence ministry said.\n",
    "b.txt": "La Russie a livré quatre systèmes S-400 à la Turquie en juillet 2019, a annoncé le ministère turc.\n",
    "c.txt": "Россия поставила Индии четыре системы С-400 в июле 2019 года, сообщило министерство.\n",
    "d.txt": "",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def test_two_processes_print_and_keep_what_one_does(folder: Path) -> None:
    alone = foedus("read", *REPORTS, "--format", "jsonl", "--ledger", "one.db", cwd=folder)
    together = foedus("read", *REPORTS, "--format", "jsonl", "--ledger", "two.db", "--workers", "2", cwd=folder)
    assert alone.out.count("\n") >= 3
    assert (together.code, together.out) == (alone.code, alone.out)
    assert together.errors[0] == alone.errors[0]
    with Ledger.open(folder / "one.db") as one, Ledger.open(folder / "two.db") as two:
        assert list(two.claims()) == list(one.claims())


@pytest.mark.parametrize("reader", ["model", "both"])
def test_a_model_is_asked_by_one_process(folder: Path, reader: str) -> None:
    ran = foedus("read", "a.txt", "--reader", reader, "--workers", "2", "--no-ledger", cwd=folder)
    assert ran.code == 2
    assert ran.errors[-1] == f"foedus: --workers is of the built-in reader: leave it out with --reader {reader}"


def test_one_process_reads_what_is_little(folder: Path) -> None:
    with crew_for([str(folder), str(folder / "nowhere"), "-"], None, {}, None) as made:
        assert made is None


def test_each_core_has_a_process_where_there_is_much(folder: Path) -> None:
    (folder / "e.txt").write_text("Snow fell. " * (MUCH // 10))
    with crew_for([str(folder)], None, {}, None) as made:
        assert (made is None) == (cores() == 1)
    with crew_for([str(folder)], 1, {}, None) as made:
        assert made is None
