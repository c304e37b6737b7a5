"""The job behind `foedus reread`: whole batches, gone on with after an interruption, one document's failure its own."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from foedus.cli.claim_changes import change_line, fields_changed
from foedus.cli.reread_job import RereadJob, RereadTally
from foedus.cli.reread_report import interrupted, summary
from foedus.intake.read_job import BATCH_DOCUMENTS
from foedus.intake.taking import notes_now, take
from foedus.ledger.reading.incoming import Incoming, ReaderVersion
from foedus.ledger.reading.rereading import Rereading
from foedus.ledger.reading.statement import Change, Held, State
from foedus.ledger.store import Ledger
from foedus.model.document import Document, Note
from foedus.reader.read import Reading
from tests.factories import claim, document

OLD, NEW = ReaderVersion("one-word", "1"), ReaderVersion("one-word", "2")
EN = frozenset({"en"})


class OneWord:
    """Reads one sentence, with two claims of which it is sure in different degrees; stops or breaks when told to."""

    def __init__(self, stop_at: int | None = None, *, sure: float = 0.9) -> None:
        self.read_so_far = 0
        self._stop_at = stop_at
        self._sure = sure

    def read(self, document: Document, *, min_confidence: float | None = None) -> Reading:
        if self.read_so_far == self._stop_at:
            raise KeyboardInterrupt
        self.read_so_far += 1
        if "breaks" in document.text:
            raise ZeroDivisionError("a fault of the reader")
        made = [
            claim(document, "delivered", supplier="Arland", confidence=self._sure, version="2"),
            claim(document, "tanks", type="possession", stage="held", holder="Arland", confidence=0.01, version="2"),
        ]
        least = 0.5 if min_confidence is None else min_confidence
        kept = [one for one in made if isinstance(one.reader.confidence, float) and one.reader.confidence >= least]
        return Reading(kept, [], len(made) - len(kept))


def reread(ledger: Ledger, reader: OneWord, *, dry: bool = False, agree: bool = True) -> tuple[RereadJob, list[int]]:
    """The job after it has read what the new reader has not; how many documents each batch showed as changed."""
    shown: list[int] = []

    def show(read: Sequence[Rereading]) -> None:
        shown.append(len(read))

    job = RereadJob(reader, ledger, NEW, level=None, show=show, ask=lambda _: agree, command="reread --older", dry=dry)
    job.run(ledger.texts(ledger.readable(EN, NEW)))
    return job, shown


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A ledger with more documents than a batch holds, in which the old reader found nothing."""
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        told = [document(f"Arland delivered {number} tanks.") for number in range(BATCH_DOCUMENTS + 20)]
        ledger.add([Incoming(one, reader=OLD) for one in told])
    return tmp_path / "foedus.db"


def test_it_goes_on_where_it_stopped(file: Path) -> None:
    with Ledger.open(file) as ledger:
        with pytest.raises(KeyboardInterrupt):
            reread(ledger, OneWord(stop_at=BATCH_DOCUMENTS + 10))
        assert ledger.counts().claims == BATCH_DOCUMENTS, "whole batches only"
        job, shown = reread(ledger, OneWord())
        assert (job.tally.read, shown) == (20, [20])
        assert ledger.counts().claims == BATCH_DOCUMENTS + 20
        assert reread(ledger, OneWord())[0].tally.read == 0


def test_a_dry_run_counts_and_writes_nothing(file: Path) -> None:
    with Ledger.open(file) as ledger:
        before = ledger.counts()
        job, shown = reread(ledger, OneWord(), dry=True)
        assert (job.tally.new, job.tally.exit_code, sum(shown)) == (BATCH_DOCUMENTS + 20, 0, BATCH_DOCUMENTS + 20)
        assert ledger.counts() == before


def test_a_document_on_which_the_reader_breaks_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken, sound = document("This breaks it."), document("Arland delivered 3 tanks.")
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add([Incoming(broken, reader=OLD), Incoming(sound, reader=OLD)])
        job, _ = reread(ledger, OneWord())
        assert (job.tally.read, job.tally.not_read, job.tally.exit_code) == (1, 1, 1)
        assert f"{broken.id} stays as it is: internal error, ZeroDivisionError" in capsys.readouterr().err
        assert [one.id for one in ledger.texts(ledger.readable(EN, NEW))] == [broken.id], "it is still to be read"


@pytest.mark.parametrize(("agree", "left"), [(True, 0), (False, 1)])
def test_a_document_stays_whole_where_nobody_agrees(tmp_path: Path, agree: bool, left: int) -> None:
    told = document("Arland delivered 3 tanks.")
    read = claim(told, "delivered", supplier="Arland", confidence=0.9)
    doubtful = claim(told, "tanks", type="possession", stage="held", holder="Arland", certainty="possible")
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add([Incoming(told, [replace(read, certainty="possible"), doubtful], reader=OLD)])
        ledger.review("ana").accept(read.id)
        job, _ = reread(ledger, OneWord(), agree=agree)
        assert (job.tally.left, job.tally.left_claims, job.tally.exit_code) == (left, left, left)
        assert [one.certainty for one in ledger.claims()] == ["possible", "certain" if agree else "possible"]
        assert len(ledger.readable(EN, NEW)) == left


def test_what_is_kept_stays_while_it_is_read_at_all() -> None:
    told = document("Arland delivered 3 tanks.")
    usual = take(OneWord(), told, None, frozenset())
    assert (len(usual.claims), usual.held_back) == (1, 1)
    doubtful = claim(told, "tanks", type="possession", stage="held", holder="Arland")
    held = take(OneWord(), told, None, frozenset({doubtful.id}))
    assert (len(held.claims), len(held.shown), held.held_back) == (2, 1, 0)


def test_notes_of_an_earlier_reading_make_way_for_those_of_this_one() -> None:
    got, spun = Note("encoding", "not UTF-8"), Note("garbled", "looks machine-spun")
    assert notes_now([got, spun], []) == (got,)
    assert notes_now([got], [spun]) == (got, spun)


def test_every_change_has_a_line() -> None:
    told = document("Arland delivered 12 tanks to Borland in 2021.")
    old = claim(told, "delivered", supplier="Arland", recipient="BOR=Borland", confidence=0.5)
    new = claim(
        told,
        "delivered",
        supplier="ARL=Arland",
        recipient="BOR=Borland",
        quantity="12",
        when="2021=2021",
        quoted=True,
        confidence=0.9,
    )
    fields = (
        "supplier Arland → Arland (ARL); quantity nothing → 12; when nothing → 2021; quoted no → yes; "
        "confidence 0.50 → 0.90"
    )
    assert fields_changed(old, new) == fields
    head = f"{old.id[:8]} transfer delivered · supplier Arland; recipient Borland"
    held = Held(1, State(old, 0))
    judged = Held(1, State(old, 0, review="accepted"))
    assert change_line(Change(None, State(old, 0))) == f"new       {head}"
    assert change_line(Change(held, None)) == f"gone      {head}"
    assert change_line(Change(held, State(new, 0))) == f"changed   {head}; 12: {fields}"
    beside = f"reviewed  {head} (accepted): "
    assert change_line(Change(judged, judged.state._replace(machine=new))) == f"{beside}the reader now says {fields}"
    unread = judged.state._replace(origin="person")
    assert change_line(Change(judged, unread)) == f"{beside}the reader no longer reads it"
    assert change_line(Change(Held(1, unread), judged.state)) == f"{beside}the reader reads it again"
    other = Change(Held(1, unread), judged.state._replace(machine=new))
    assert change_line(other) == f"{beside}the reader reads it again, with {fields}"


def test_the_counts_say_what_was_left() -> None:
    tally = RereadTally(read=7, not_read=1, new=2, gone=1, reviewed=1, left=2, left_claims=3, overtaken=1)
    assert list(summary(tally, NEW, 1.25, dry=False)) == [
        "2 documents left as they are: what the reader says beside 3 reviewed claims would change (shown above); "
        "--yes lets it",
        "1 document changed by others meanwhile and left out: run it again",
        "7 documents read again by one-word/2, 1 not read (named above); "
        "claims: 2 new, 1 gone, 1 beside reviewed ones; 1.2 s",
    ]
    assert interrupted(None, "x.db").startswith("interrupted: 0 documents read again in x.db")
