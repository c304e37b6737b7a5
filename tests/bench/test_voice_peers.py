"""Peers of voice and surety: how they are asked, and how they are counted beside the reader."""

import sys
from pathlib import Path

import pytest
from bench.voice import __main__ as command
from bench.voice.hearing import hear_all
from bench.voice.peers.asking import Asked, ask, missing
from bench.voice.peers.compared import peer_tables, told_by
from bench.voice.peers.listed import PEERS
from bench.voice.peers.peer import Told

from foedus.model.errors import InputError
from tests.bench.voice_rows import Knows, own_rows

NEGEX = PEERS[0]


def test_peers_are_counted_on_the_rows_that_ask(tmp_path: Path) -> None:
    rows = [row for row in own_rows(tmp_path).values() if row.part == "open"]
    told = {row.id: Told(negated=row.id == "en-s-001") for row in rows}
    asked = [Asked(NEGEX, "1.1.0", told)]
    denied, unsure, reported = peer_tables(hear_all(rows, Knows(rows, deaf=["en-s-001"])), asked)
    assert denied.rows == [
        ("en", "open", "Foedus", "1", "1", "0.000", "0.000", "0.000", "0.000"),
        ("en", "open", "negspacy", "1", "1", "1.000", "1.000", "1.000", "1.000"),
        ("en", "open", "always the commoner", "1", "1", "1.000", "—", "—", "—"),
    ]
    assert [line[2] for line in unsure.rows] == ["Foedus", "always the commoner"]
    assert reported.rows[0] == ("en", "open", "Foedus", "2", "1", "1.000", "1.000", "1.000", "1.000")
    assert "negspacy 1.1.0 (en)" in told_by(asked, "a command")


def test_a_python_without_peers_gives_none_and_each_is_named(tmp_path: Path) -> None:
    asked = ask([sys.executable], list(own_rows(tmp_path).values()))
    there = {one.peer.package for one in asked}
    assert {line.split()[0] for line in missing(asked)} == {peer.package for peer in PEERS} - there


def test_a_peer_tells_of_every_row(tmp_path: Path) -> None:
    rows = list(own_rows(tmp_path).values())
    for one in ask([sys.executable], rows):
        assert one.told.keys() == {row.id for row in rows}


def test_a_python_that_is_not_there_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = str(tmp_path / "python")
    with pytest.raises(InputError, match="cannot be run"):
        ask([nowhere], [])
    assert command.main(["--peers", nowhere, "--part", "open", "--lang", "en"], lambda: Knows([])) != 0
    assert capsys.readouterr().err.count("\n") == 1
