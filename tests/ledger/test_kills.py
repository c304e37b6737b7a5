"""The installed command killed at random moments: whole batches only, and the same command goes on to the same end.

`FOEDUS_KILLS` says how many kills each of the tests makes; the checks make few, as each costs a start of the command.
"""

import json
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from random import SystemRandom
from typing import Protocol

from foedus.ledger.store import Ledger
from foedus.model.errors import LedgerError
from tests.cli.command import COMMAND, environment, foedus
from tests.ledger.released_ledgers import made

KILLS = int(os.environ.get("FOEDUS_KILLS", "3"))
_DOCUMENTS = 120
_BATCHES = {0: 0, 50: 1, 100: 2, _DOCUMENTS: 3}
"""Batches by the documents that they make in all: the command writes fifty at a time."""


def _reports(folder: Path) -> Path:
    """A file of reports, one in ten with two claims."""
    file = folder / "reports.jsonl"
    plain = "Entry {n}. Rain fell on Harbour Road."
    told = "Entry {n}. Russia delivered {n} tanks to Syria in 2019. Turkey ordered {n} jets from France in 2023."
    with file.open("w", encoding="utf-8") as stream:
        for n in range(2, _DOCUMENTS + 2):
            text = (plain if n % 10 else told).format(n=n)
            stream.write(json.dumps({"text": text, "published": "2024-01-05", "lang": "en"}) + "\n")
    return file


def _timed(words: list[str], folder: Path) -> float:
    start = time.monotonic()
    assert foedus(*words, cwd=folder).code == 0
    return time.monotonic() - start


def _killed(words: list[str], folder: Path, seconds: float) -> bool:
    """Whether the command was still at work after so long, and was killed."""
    with subprocess.Popen(
        [COMMAND, *words], cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        return process.wait() == -9


class Work(Protocol):
    """A command, and what it works on."""

    words: list[str]
    place: str

    def begin(self) -> None:
        """Put it back to where the command has everything to do."""

    def assert_whole(self) -> None:
        """The ledger is what whole batches leave."""


def _assert_kills_do_no_harm(work: Work, folder: Path) -> None:
    """Kill the command so often, each time in the last two thirds of what it takes; where it ends, begin anew."""
    work.begin()
    taken = _timed(work.words, folder)
    undisturbed = _export(work.place, folder)
    assert undisturbed
    work.begin()
    kills = 0
    while kills < KILLS:
        killed = _killed(work.words, folder, SystemRandom().uniform(taken / 3, taken))
        work.assert_whole()
        kills += killed
        if not killed:
            work.begin()
    _timed(work.words, folder)
    work.assert_whole()
    assert _export(work.place, folder) == undisturbed


def _export(place: str, folder: Path) -> str:
    ran = foedus("claims", "--format", "jsonl", "--ledger", place, cwd=folder)
    assert ran.code == 0
    return ran.out


class Reading:
    """`foedus read` into a ledger that is not there yet."""

    def __init__(self, folder: Path, new_place: Callable[[], str]) -> None:
        """`new_place` gives where."""
        self._new_place = new_place
        self._reports = _reports(folder)

    def begin(self) -> None:
        """A ledger of its own."""
        self.place = self._new_place()
        self.words = ["read", str(self._reports), "--ledger", self.place]
        self._held = 0

    def assert_whole(self) -> None:
        """As many documents as before at least, in whole batches."""
        try:
            ledger = Ledger.open(self.place, create=False)
        except LedgerError as error:
            assert "there is no ledger" in str(error) or "is empty" in str(error)
            assert self._held == 0
            return
        with ledger:
            counts = ledger.counts()
            assert ledger.check() == []
        assert (counts.documents, counts.batches) in _BATCHES.items()
        assert counts.documents >= self._held
        self._held = counts.documents


class Migrating:
    """`foedus migrate` of a ledger of the first schema."""

    def __init__(self, folder: Path) -> None:
        """In a folder of its own."""
        self._file = folder / "old.db"
        self.place = str(self._file)
        self.words = ["migrate", "--ledger", self.place]

    def begin(self) -> None:
        """The old ledger again, and no copy of it."""
        for one in self._file.parent.glob("old*"):
            one.unlink()
        made(1, self._file)

    def assert_whole(self) -> None:
        """Old or new."""
        try:
            with Ledger.open(self.place, create=False) as ledger:
                assert ledger.check() == []
        except LedgerError as error:
            assert "has the older ledger schema 1" in str(error)


def test_reading(new_place: Callable[[], str], tmp_path: Path) -> None:
    _assert_kills_do_no_harm(Reading(tmp_path, new_place), tmp_path)


def test_migrating(tmp_path: Path) -> None:
    _assert_kills_do_no_harm(Migrating(tmp_path), tmp_path)
