"""What is killed: reading reports, judging claims, bringing an older ledger up; each with its ledger and its end."""

import json
import shutil
import sqlite3
from abc import ABC, abstractmethod
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from bench.ledger.generate import batches
from bench.ledger.kills import schema_1
from foedus.ledger.copies.restore import restore
from foedus.ledger.filters import REVIEWED, ClaimFilter
from foedus.ledger.proof.verify import faults
from foedus.ledger.store import Ledger
from foedus.ledger.tables import audit, reviews
from foedus.model.claim_json import to_json
from foedus.model.errors import LedgerError

Links = list[tuple[int, str]]
"""Batches that are kept, with the hashes of their links."""

_SUPPLIERS = ("Turkey", "Germany", "Poland", "South Korea", "Norway")
_WARES = ("howitzers", "tanks", "radars", "patrol boats", "helicopters", "drones")


class LostError(Exception):
    """A ledger that a kill left other than it must be."""


class Case(ABC):
    """Commands that write, and the ledger that they are run on; `folder` is where they are run."""

    name: str

    def __init__(self, folder: Path) -> None:
        """In an empty folder."""
        self.folder = folder

    @abstractmethod
    def prepare(self, place: str) -> None:
        """Make the ledger that the commands are run on, in a place that holds nothing."""

    @abstractmethod
    def commands(self, place: str) -> list[list[str]]:
        """The commands, to be run one after the other."""

    def links(self, place: str) -> Links:
        """What is kept; LostError where the ledger is not whole."""
        if "://" not in place and not Path(place).exists():
            return []
        with Ledger.open(place, lock_seconds=30) as ledger:
            return checked(ledger)

    def export(self, place: str) -> bytes:
        """All claims, by what people judged of them, and every judgement."""
        with Ledger.open(place, create=False) as ledger:
            claims = [to_json(claim) for judged in REVIEWED for claim in ledger.claims(ClaimFilter(review=(judged,)))]
            with ledger._store.reading() as connection:
                asked = select(reviews.c.action, reviews.c.claim, reviews.c.reviewer).order_by(reviews.c.number)
                judgements = [" ".join(row).encode() for row in connection.execute(asked)]
        return b"\n".join([*claims, *judgements])


class Read(Case):
    """`foedus read` of a file of reports: fifty are a batch, and few claim anything, for writing is to be killed."""

    name = "read"

    def __init__(self, folder: Path, reports: int = 60) -> None:
        """The reports are written into the folder."""
        super().__init__(folder)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "reports.jsonl").open("w", encoding="utf-8") as file:
            for number in range(reports):
                told = {"text": _report(number), "published": "2024-01-05", "lang": "en"}
                file.write(json.dumps(told) + "\n")

    def prepare(self, place: str) -> None:
        """Nothing: the command makes the ledger."""

    def commands(self, place: str) -> list[list[str]]:
        """One reading of all reports."""
        return [["read", "reports.jsonl", "--ledger", place]]


class Review(Case):
    """`foedus review accept` and `reject`, a claim at a time."""

    name = "review"

    def __init__(self, folder: Path, claims: int = 400, judged: int = 2) -> None:
        """A ledger of so many claims is made once, and brought into each place from its backup."""
        super().__init__(folder)
        folder.mkdir(parents=True, exist_ok=True)
        self._backup = folder / "reviewed.backup.db"
        with Ledger.open(folder / "reviewed.db") as ledger:
            for made in batches(claims):
                ledger.add(made.documents)
            self._ids = [claim.id for claim in ledger.claims()][:: claims // judged][:judged]
            ledger.backup(self._backup)

    def prepare(self, place: str) -> None:
        """The backup, brought back."""
        restore(self._backup, place)

    def commands(self, place: str) -> list[list[str]]:
        """Every other claim is rejected."""
        return [
            ["review", "reject" if number % 2 else "accept", claim, "--reviewer", "A. Analyst", "--ledger", place]
            for number, claim in enumerate(self._ids)
        ]


class Migrate(Case):
    """`foedus migrate` of a ledger of schema 1, which only SQLite had."""

    name = "migrate"

    def __init__(self, folder: Path, claims: int = 2000) -> None:
        """The old ledger is made once."""
        super().__init__(folder)
        folder.mkdir(parents=True, exist_ok=True)
        self._old = folder / "old.db"
        schema_1.make(self._old, claims)
        with closing(sqlite3.connect(self._old)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        self._dump = _dump(self._old)

    def prepare(self, place: str) -> None:
        """A copy of the old ledger."""
        shutil.copyfile(self._old, place)

    def commands(self, place: str) -> list[list[str]]:
        """One migration; copies of the old ledger stay beside it."""
        return [["migrate", "--ledger", place]]

    def links(self, place: str) -> Links:
        """None while it is the old ledger, which must be whole then."""
        try:
            with Ledger.open(place, create=False) as ledger:
                return checked(ledger)
        except LedgerError as error:
            if "bring it up with `foedus migrate`" not in str(error):
                raise
        if _dump(Path(place)) != self._dump:
            raise LostError("the old ledger is not what it was")
        return []


def checked(ledger: Ledger) -> Links:
    """The links of a ledger; LostError where it is not whole."""
    with ledger._store.reading() as connection:
        wrong = [*ledger.check(), *faults(connection)]
        if wrong:
            raise LostError(wrong[0])
        return [(row.batch, row.hash) for row in connection.execute(select(audit).order_by(audit.c.batch))]


def _dump(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def _report(number: int) -> str:
    if number % 10:
        return f"Entry {number}: rain fell on the harbour road."
    supplier, ware = _SUPPLIERS[number % len(_SUPPLIERS)], _WARES[number % len(_WARES)]
    return (
        f"Entry {number}: {supplier} delivered {number + 2} {ware} to Ukraine in {2014 + number % 9}. "
        f"Estonia ordered {number + 3} {ware} from {supplier} in 2023, the defence ministry said."
    )
