"""Proven claims are not lost when their documents are read again by the built-in reader."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from foedus.cli.read_summary import summary
from foedus.ingest.options import Metadata
from foedus.ingest.sources import Item
from foedus.intake.given import Given
from foedus.intake.read_job import ReadJob
from foedus.intake.tally import Tally
from foedus.ledger.reading.incoming import Incoming, ReaderVersion
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document, Note
from foedus.reader.read import Reading
from tests.factories import claim, document

PLAIN, MODEL = ReaderVersion("foedus", "1"), ReaderVersion("careful/some-model", "0123456789ab")
FIRST, SECOND = (
    document(f"Arland delivered {count} tanks.", source=f"{count}.txt", published="2022-05-19") for count in (4, 7)
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "foedus.db") as opened:
        opened.add([Incoming(FIRST, [of_model(FIRST)], reader=MODEL)])
        yield opened


def of_model(of: Document) -> Claim:
    made = claim(of, "delivered", supplier="Arland")
    return replace(made, certainty="probable", reader=replace(made.reader, name=MODEL.name, version=MODEL.version))


class Plain:
    """Reads one claim in every document; `meanwhile` is what happens in the ledger as it reads."""

    def __init__(self, ledger: Ledger, meanwhile: Sequence[Incoming] = ()) -> None:
        self._ledger = ledger
        self._meanwhile = meanwhile
        self.read_texts: list[str] = []

    def read(self, document: Document, *, min_confidence: float | None = None) -> Reading:
        self.read_texts.append(document.text)
        if self._meanwhile:
            self._ledger.add(self._meanwhile)
        return Reading([claim(document, "delivered", supplier="Arland", confidence=0.9)], [])


class Shown:
    """What is shown, by the document's text."""

    def __init__(self) -> None:
        self.claims: dict[str, list[Claim]] = {}

    def put(self, file: str, document: Document, claims: Sequence[Claim]) -> None:
        self.claims[document.text] = list(claims)


def run(ledger: Ledger, reader: Plain, *given: Document, version: ReaderVersion = PLAIN) -> tuple[Tally, Shown]:
    shown, given_by = Shown(), Given(Metadata())
    job = ReadJob(
        reader,
        readable=frozenset({"en"}),
        ledger=ledger,
        sink=shown,
        min_confidence=None,
        note="test",
        tell=pytest.fail,
        version=version,
        given=given_by,
    )
    job.run([Item(one.source or "", one) for one in given])
    return job.tally, shown


def test_what_a_model_read_stays_and_is_shown_and_the_rest_is_read(ledger: Ledger) -> None:
    reader = Plain(ledger)
    tally, shown = run(ledger, reader, FIRST, SECOND)
    assert reader.read_texts == [SECOND.text]
    assert (tally.read, tally.stood, tally.redated, tally.new, tally.known) == (1, 1, 0, 1, 1)
    assert {one.reader.name for one in ledger.claims()} == {MODEL.name, claim(SECOND, "delivered").reader.name}
    assert shown.claims[FIRST.text] == [of_model(FIRST)]
    line, counts = summary(tally, "foedus.db", 1.0)
    assert line.startswith("1 document was left as a model read it; `foedus reread --built-in --all`")
    assert counts.startswith("1 document read; 2 claims (1 new, 1 known in foedus.db)")


def test_where_all_stands_the_command_has_done_its_work(ledger: Ledger) -> None:
    tally, _ = run(ledger, Plain(ledger), FIRST)
    assert (tally.read, tally.exit_code) == (0, 0)


def test_a_corrected_date_is_kept_and_told(ledger: Ledger) -> None:
    now = replace(FIRST, published="2022-05-20")
    tally, _ = run(ledger, Plain(ledger), now)
    assert (tally.stood, tally.redated, tally.corrected) == (1, 1, 1)
    (held,) = ledger.claims()
    assert (held.reader.name, held.document.published) == (MODEL.name, "2022-05-20")
    assert "1 with another date than before" in next(summary(tally, "foedus.db", 1.0))


def test_notes_of_the_last_reading_stay(ledger: Ledger) -> None:
    noted = replace(SECOND, notes=(Note("not_read", "an answer was cut off"),))
    ledger.add([Incoming(noted, [of_model(SECOND)], reader=MODEL)])
    run(ledger, Plain(ledger), SECOND)
    assert ledger.document(SECOND.id).notes == noted.notes


def test_what_a_model_reads_while_the_built_in_reader_reads_it_stays(ledger: Ledger) -> None:
    reader = Plain(ledger, [Incoming(SECOND, [of_model(SECOND)], reader=MODEL)])
    tally, shown = run(ledger, reader, SECOND)
    assert tally.stood == 1
    assert shown.claims[SECOND.text] == [of_model(SECOND)]
    assert {one.reader.name for one in ledger.claims()} == {MODEL.name}


def test_another_model_replaces_what_a_model_read(ledger: Ledger) -> None:
    tally, _ = run(ledger, Plain(ledger), FIRST, version=ReaderVersion("careful/other", "1"))
    assert (tally.stood, tally.changed) == (0, 1)
