"""The job behind `foedus read`: one document's failure is its own, and what is shown is also kept."""

import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from foedus.asked.levels import level
from foedus.careful.errors import AnswerError, LeftError
from foedus.cli.console import tell
from foedus.cli.health import sqlite_finding
from foedus.cli.read_summary import summary
from foedus.cli.sinks import Folder
from foedus.ingest.problem import Problem
from foedus.ingest.sources import Item
from foedus.intake.read_job import BATCH_DOCUMENTS, ReadJob
from foedus.intake.tally import Tally
from foedus.intake.turns import told_when_slow
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.reader.read import Reading
from tests.factories import claim, document

READABLE = frozenset({"en"})


class OneWord:
    """A reader that knows one sentence, is as sure of it as it is told, and breaks on another."""

    def __init__(self, sure: float = 0.4) -> None:
        self._sure = sure

    def read(self, document: Document, *, min_confidence: float | None = None) -> Reading:
        if "breaks" in document.text:
            raise ZeroDivisionError("a fault of the reader")
        if "Arland" not in document.text:
            return Reading([], [])
        return Reading([claim(document, "delivered", supplier="Arland", confidence=self._sure)], [])


def reports(count: int) -> list[Item]:
    return [Item("in.jsonl", document(f"Arland delivered {number} tanks.")) for number in range(count)]


def run(folder: Path, items: Sequence[Item], sure: float | None = None) -> ReadJob:
    with Ledger.open(folder / "foedus.db") as ledger, Folder(folder / "out") as sink:
        job = ReadJob(
            OneWord(), readable=READABLE, ledger=ledger, sink=sink, min_confidence=sure, note="test", tell=tell
        )
        job.run(items)
    return job


def job_of(reader: OneWord, items: Sequence[Item], least: str | None, ledger: Ledger | None, out: Path) -> ReadJob:
    with Folder(out) as sink:
        job = ReadJob(
            reader, readable=READABLE, ledger=ledger, sink=sink, min_confidence=level(least), note="test", tell=tell
        )
        job.run(items)
    return job


def kept(folder: Path) -> list[Claim]:
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        return list(ledger.claims())


def test_a_document_on_which_the_reader_breaks_is_left_out_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = Item("b.txt", document("This breaks it.", source="b.txt"))
    job = run(tmp_path, [*reports(1), broken, *reports(2)[1:]])
    assert (job.tally.read, job.tally.not_read, job.tally.exit_code) == (2, 1, 1)
    assert "b.txt left out: internal error, ZeroDivisionError" in capsys.readouterr().err
    assert len(kept(tmp_path)) == 2


class Choosy(OneWord):
    """A reader that leaves a report for another run, and cannot read one at all."""

    def read(self, document: Document, *, min_confidence: float | None = None) -> Reading:
        if "later" in document.text:
            raise LeftError("the budget is spent")
        if "huge" in document.text:
            raise AnswerError("it does not fit: split it")
        return super().read(document, min_confidence=min_confidence)


def test_what_a_reader_leaves_is_counted_and_what_it_cannot_read_is_told_and_neither_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    others = [Item(name, document(f"This is {name}.", source=name)) for name in ("later", "huge")]
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        job = job_of(Choosy(), [*others, *reports(1)], None, ledger, tmp_path / "out")
        assert ledger.counts().documents == 1
    assert (job.tally.read, job.tally.left, job.tally.not_read) == (1, 1, 1)
    assert capsys.readouterr().err == "foedus: huge left out: it does not fit: split it\n"


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ([], 3),
        ([Item("a", Problem("a", "a is empty"))], 3),
        ([Item("a", Problem("a", "a is empty")), *reports(1)], 1),
        (reports(1), 0),
        ([Item("a", document("Die Panzer kamen.", lang="de"))], 3),
    ],
)
def test_the_exit_code_says_how_much_was_read(items: list[Item], code: int, tmp_path: Path) -> None:
    assert run(tmp_path, items).tally.exit_code == code


def test_more_than_a_batch_is_kept_in_order(tmp_path: Path) -> None:
    job = run(tmp_path, reports(2 * BATCH_DOCUMENTS + 7))
    assert (job.tally.kept, job.tally.new, job.tally.claims) == (107, 107, 107)
    with Ledger.open(tmp_path / "foedus.db", create=False) as ledger:
        assert ledger.counts().batches == 3
    assert len((tmp_path / "out" / "in.jsonl").read_text().splitlines()) == 107


def test_what_is_not_sure_enough_is_kept_and_not_shown(tmp_path: Path) -> None:
    assert run(tmp_path, reports(1), sure=0.5).tally.claims == 0
    assert len(kept(tmp_path)) == 1


def test_the_summary_says_how_many_are_sure_and_how_many_are_held_back(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        tallies = {
            (sure, least, kept): job_of(OneWord(sure), reports(2), least, ledger if kept else None, tmp_path).tally
            for sure in (0.0, 1.0)
            for least in ("all", "sure")
            for kept in (True, False)
        }
    told = {call: next(summary(tally, "x.db" if call[2] else None, 1)) for call, tally in tallies.items()}
    assert told[0.0, "all", False] == "2 documents read; 2 claims, 0 sure, 2 to check; 1.0 s"
    assert told[0.0, "sure", False] == (
        "2 documents read; 0 claims; 2 more held back (--min-confidence all gives them too); 1.0 s"
    )
    assert told[0.0, "all", True] == "2 documents read; 2 claims (2 new, 0 known in x.db), 0 sure, 2 to check; 1.0 s"
    assert told[0.0, "sure", True] == (
        "2 documents read; 0 claims shown (0 new, 2 known in x.db), 0 sure, 2 to check; 1.0 s"
    )
    for least in ("all", "sure"):
        assert told[1.0, least, False] == "2 documents read; 2 claims, 2 sure; 1.0 s"


def test_what_the_reader_holds_back_is_told() -> None:
    (line,) = summary(Tally(read=1, claims=3, new=3, sure=1, held_back=4), "x.db", 0.5)
    assert line == (
        "1 document read; 3 claims (3 new, 0 known in x.db), 1 sure, 2 to check; "
        "4 more held back (--min-confidence all gives them too); 0.5 s"
    )


class Overtaken(OneWord):
    """A reader that is slow enough for somebody else to correct the page while it reads."""

    def __init__(self, ledger: Ledger, corrected: Document) -> None:
        super().__init__()
        self.dates: list[str | None] = []
        self._ledger = ledger
        self._corrected = corrected

    def read(self, document: Document, *, min_confidence: float | None = None) -> Reading:
        self.dates.append(document.published)
        self._ledger.add([(self._corrected, [])])
        return super().read(document, min_confidence=min_confidence)


def test_what_others_correct_while_it_is_read_is_read_anew(tmp_path: Path) -> None:
    told = document("Arland delivered 12 tanks.", source="a.txt")
    corrected = replace(told, published="2022-06-01")
    same = replace(told, published=None, outlet=None)
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add([(told, [])])
        reader = Overtaken(ledger, corrected)
        job = job_of(reader, [Item("a.txt", same)], None, ledger, tmp_path)
        (kept_claim,) = ledger.claims()
    assert reader.dates == ["2022-05-19", "2022-06-01"]
    assert kept_claim.document.published == "2022-06-01"
    assert (job.tally.read, job.tally.new, job.tally.known) == (1, 1, 0)


def test_a_text_twice_in_a_batch_is_read_once(tmp_path: Path) -> None:
    told = document("Arland delivered 12 tanks.", source="a.txt")
    copy = replace(told, url="https://herald.example/1", outlet="The Herald", published="2022-06-01", source="b.txt")
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        reader = Overtaken(ledger, document("Another text."))
        job = job_of(reader, [Item("a.txt", told), Item("b.txt", copy)], None, ledger, tmp_path)
        assert [page.outlet for page in ledger.pages(told.id)] == ["The Gazette", "The Herald"]
    assert reader.dates == ["2022-05-19"]
    assert (job.tally.read, job.tally.new, job.tally.known) == (2, 1, 1)
    (told_last,) = summary(job.tally, "x.db", 1)
    assert "; 1 page more with a text known from another; " in told_last


def test_a_long_wait_is_told_and_a_short_one_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    with told_when_slow("x.db", tell, 0.01):
        time.sleep(0.2)
    with told_when_slow("x.db", tell, 10):
        pass
    assert capsys.readouterr().err == (
        "foedus: x.db is busy, most likely another process writes into it: waiting up to 60 s for a turn\n"
    )


@pytest.mark.parametrize(("version", "state"), [((3, 51, 2), "warn"), ((3, 51, 3), "ok"), ((4, 0, 0), "ok")])
def test_doctor_warns_of_the_sqlite_that_may_damage_a_shared_log(version: tuple[int, ...], state: str) -> None:
    assert sqlite_finding(version).state == state
