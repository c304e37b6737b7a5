"""`foedus backup` and `foedus restore`, as a user runs them, on both stores."""

import re
from pathlib import Path

import pytest

from foedus.ledger.store import Ledger
from tests import postgres
from tests.cli.command import foedus
from tests.ledger.conftest import new_place, place, server
from tests.ledger.reports import reports

__all__ = ["new_place", "place", "server"]


@pytest.fixture
def filled(place: str) -> str:
    """A ledger with six claims."""
    with Ledger.open(place) as ledger:
        ledger.add(reports(0, 3))
    return place


def test_a_backup_says_what_it_holds_and_can_be_used_at_once(filled: str, tmp_path: Path) -> None:
    ran = foedus("backup", "kept.db", "--ledger", filled, cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert re.fullmatch(r"kept\.db: 3 documents, 6 claims, 1 batch; last link [0-9a-f]{64}\n", ran.out)
    claims = foedus("claims", "--ledger", "kept.db", "--format", "jsonl", cwd=tmp_path)
    assert claims.out == foedus("claims", "--ledger", filled, "--format", "jsonl", cwd=tmp_path).out
    assert claims.out.count("\n") == 6


def test_a_round_trip_gives_the_same_export(filled: str, tmp_path: Path) -> None:
    asked = ("claims", "--format", "jsonl", "--ledger")
    before = foedus(*asked, filled, cwd=tmp_path).out
    told = foedus("backup", "kept.db", "--ledger", filled, cwd=tmp_path).out.partition(": ")[2]
    ran = foedus("restore", "kept.db", "--ledger", "back.db", cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, f"kept.db is back as back.db: {told}", "")
    assert foedus(*asked, "back.db", cwd=tmp_path).out == before


def test_to_a_server_and_back(tmp_path: Path, server: postgres.Server) -> None:
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add(reports(0, 3))
    there = server.fresh()
    lines = [
        foedus("backup", "one.db", cwd=tmp_path).out,
        foedus("restore", "one.db", "--ledger", there, cwd=tmp_path).out,
        foedus("backup", "two.db", "--ledger", there, cwd=tmp_path).out,
    ]
    assert lines[0].split(":")[1] == lines[2].split(":")[1], "the same counts and the same last link"
    exports = [
        foedus("claims", "--format", "jsonl", "--ledger", ledger, cwd=tmp_path).out
        for ledger in ("foedus.db", there, "two.db")
    ]
    assert exports[0] == exports[1] == exports[2] != ""


def test_without_texts(filled: str, tmp_path: Path) -> None:
    ran = foedus("backup", "shared.db", "--without-texts", "--ledger", filled, cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    for words in (("register",), ("sources",), ("doctor",)):
        assert foedus(*words, "--ledger", "shared.db", cwd=tmp_path).code == 0, words
    with Ledger.open(filled) as ledger:
        one, *_ = ledger.documents()
    ran = foedus("document", one.id, "--text", "--ledger", "shared.db", cwd=tmp_path)
    assert ran.code == 2
    assert ran.errors == [f"foedus: document {one.id} is kept in this ledger without its text"]
    ran = foedus("document", one.id[:8], "--ledger", "shared.db", cwd=tmp_path)
    told = f"foedus: document {one.id} is kept in this ledger without its text: the rest that is known of it follows"
    assert (ran.code, ran.errors) == (0, [told])
    whole = foedus("document", one.id, "--ledger", filled, cwd=tmp_path).out.splitlines()
    assert ran.out.splitlines() == [line for line in whole if not line.startswith("characters")]


def test_what_is_there_is_never_written_over(filled: str, tmp_path: Path) -> None:
    foedus("backup", "kept.db", "--ledger", filled, cwd=tmp_path)
    with Ledger.open(tmp_path / "back.db") as ledger:
        ledger.add(reports(7, 8))
    ran = foedus("restore", "kept.db", "--ledger", "back.db", cwd=tmp_path)
    assert ran.code == 5
    assert "back.db holds a ledger already; give another --ledger, or --replace" in ran.errors[0]
    ran = foedus("restore", "kept.db", "--ledger", "back.db", "--replace", cwd=tmp_path)
    aside = re.fullmatch(r"kept\.db is back as back\.db: .+; what was there is now (.+)\n", ran.out)
    assert aside is not None
    with Ledger.open(aside[1]) as ledger:
        assert ledger.counts().documents == 1
    ran = foedus("backup", "back.before.db", "--ledger", "nowhere.db", cwd=tmp_path)
    assert (ran.code, len(ran.errors)) == (5, 1)


def test_bad_backups_are_one_line(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Arland delivered tanks.")
    for name in ("nowhere.db", "notes.txt", "."):
        ran = foedus("restore", name, "--ledger", "back.db", cwd=tmp_path)
        assert (ran.code, len(ran.errors)) == (5, 1), name
    assert not (tmp_path / "back.db").exists()
