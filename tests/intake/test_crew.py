"""Several processes read: the same comes of it, in the same order, whoever is done first, and whatever ends one."""

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from foedus.ingest.problem import Problem
from foedus.ingest.sources import Item, read_sources
from foedus.intake.crew import Crew, EndedError, Recipe, crew
from foedus.intake.read_job import ReadJob
from foedus.intake.tally import Tally
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document, make_document
from foedus.reader.read import READABLE, Reader

SAMPLES = Path(__file__).parents[2] / "src" / "foedus" / "data" / "samples"


@pytest.fixture(scope="module")
def two() -> Iterator[Crew]:
    with crew(Recipe({}), 2) as made:
        yield made


@dataclass
class Order:
    """Remembers which documents came, in which order, with which claims."""

    came: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def put(self, file: str, document: Document, claims: Sequence[Claim]) -> None:
        self.came.append((document.sha256, tuple(one.id for one in claims)))


def run(items: Iterable[Item], place: Path, hands: Crew | None) -> tuple[Order, Tally, list[Claim], list[str]]:
    order, lines = Order(), list[str]()
    with Ledger.open(place) as ledger:
        job = ReadJob(
            Reader.load(),
            readable=READABLE,
            ledger=ledger,
            sink=order,
            min_confidence=None,
            note="test",
            tell=lines.append,
            crew=hands,
        )
        job.run(items)
        return order, job.tally, sorted(ledger.claims(), key=lambda one: one.id), lines


def test_what_two_processes_read_is_what_one_reads(two: Crew, tmp_path: Path) -> None:
    items = list(read_sources([str(SAMPLES)]))
    # one text comes a second time while it is under way, and one item cannot be read
    items = [*items[:3], items[0], Item("x", Problem("x", "x is empty")), *items[3:]]
    alone, together = run(items, tmp_path / "one.db", None), run(items, tmp_path / "two.db", two)
    assert together == alone
    assert alone[1].claims > 20
    assert alone[1].not_read == 1


def test_a_language_that_nobody_gave_is_told_by_who_reads(two: Crew, tmp_path: Path) -> None:
    said = make_document("La Russie a livré des chars T-72 à l'Arménie en mai 2019.", lang="und")
    order, tally, claims, _ = run([Item("a", said)], tmp_path / "a.db", two)
    assert (tally.read, len(claims), len(order.came)) == (1, 1, 1)
    assert claims[0].document.lang == "fr"


def test_a_process_that_ends_takes_nothing_along(two: Crew, tmp_path: Path) -> None:
    items = list(read_sources([str(SAMPLES)]))
    alone = run(items, tmp_path / "one.db", None)

    def killing() -> Iterator[Item]:
        for number, item in enumerate(items):
            if number == 2:
                for one in list(two._pool._processes):  # what a lack of memory would end
                    os.kill(one, signal.SIGKILL)
            yield item

    order, tally, claims, lines = run(killing(), tmp_path / "two.db", two)
    assert (order.came, claims, lines) == (alone[0].came, alone[2], [])
    assert tally == alone[1]


def test_what_ends_a_process_twice_is_left_out_by_name(two: Crew) -> None:
    good = two.hand_out(make_document("Moscow delivered tanks to Minsk.", lang="en"), None, frozenset())
    assert good.result().document.lang == "en"
    with crew(Recipe({}, models=Path("nowhere")), 1) as broken:  # its processes end as they begin
        handed = broken.hand_out(make_document("Any text.", lang="en"), None, frozenset())
        with pytest.raises(EndedError, match="ended the process"):
            handed.result()
