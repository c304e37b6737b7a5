"""A withdrawn document is gone from every table, every answer and the file; that it was here, and the chain, stay."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from foedus.ledger.create_search import claim_words, document_words
from foedus.ledger.proof.chain import hidden
from foedus.ledger.store import Ledger
from foedus.ledger.tables import claims, fillers, metadata, tombstones, voices
from foedus.ledger.withdrawal.forget import forget
from foedus.ledger.withdrawal.withdrawn import withdrawal_of
from foedus.model.errors import LedgerError
from tests.factories import document
from tests.ledger.every_table import WITHDRAWN, fill
from tests.ledger.reports import Read, report, reports

WORD = f"Quorn{WITHDRAWN}"
"""A name that stands in the withdrawn text alone."""
QUOTED = (
    WORD,
    WORD.lower(),
    f"Deal {WITHDRAWN}",
    f"gazette.example/{WITHDRAWN}",
    f"report {WITHDRAWN} is not",
    f"reports/{WITHDRAWN}.txt",
)


@pytest.fixture
def told(place: str) -> list[Read]:
    """What went into a ledger with rows in every table, of which one document was withdrawn."""
    return fill(place)


@pytest.fixture
def ledger(place: str, told: list[Read]) -> Iterator[Ledger]:
    """That ledger, open."""
    with Ledger.open(place) as opened:
        yield opened


def held(ledger: Ledger) -> str:
    """Every value of every table."""
    with ledger._store.reading() as connection:
        tables = [*metadata.sorted_tables]
        if connection.dialect.name == "postgresql":
            tables += [claim_words, document_words]
        return "\n".join(str(tuple(row)) for table in tables for row in connection.execute(select(table)))


def found(ledger: Ledger, word: str) -> int:
    """How many claims and documents the words to search give."""
    with ledger._store.reading() as connection:
        if connection.dialect.name == "postgresql":
            asked = [select(words).where(words.c.words.contains(word)) for words in (claim_words, document_words)]
            return sum(len(connection.execute(one).all()) for one in asked)
        asked_of = "SELECT rowid FROM {0} WHERE {0} MATCH ?"
        names = (claim_words.name, document_words.name)
        return sum(len(connection.exec_driver_sql(asked_of.format(name), (word,)).all()) for name in names)


def test_nothing_quotes_a_withdrawn_document(ledger: Ledger) -> None:
    everything = held(ledger)
    assert [word for word in QUOTED if word in everything] == []
    assert "Quorn3" in everything
    assert (found(ledger, WORD.lower()), found(ledger, "quorn3")) == (0, 2)


def test_the_rest_is_whole(ledger: Ledger) -> None:
    assert list(ledger.verify()) == []
    assert ledger.check() == []
    if ledger._store.engine.dialect.name == "sqlite":
        with ledger._store.writing() as connection:
            for words in (claim_words, document_words):
                check = "INSERT INTO {name}({name}) VALUES ('integrity-check')"
                connection.exec_driver_sql(check.format(name=words.name))


def test_no_answer_has_it_now_or_as_of_before(ledger: Ledger, told: list[Read]) -> None:
    gone, read = told[WITHDRAWN - 1]
    for as_of in (None, 5, 2):
        assert gone.id not in [one.id for one in ledger.documents(as_of)]
        assert gone.id not in [one.id for one in ledger.pages(as_of=as_of)]
        with pytest.raises(LedgerError, match=f"document {gone.id} was withdrawn: asked by its publisher"):
            ledger.document(gone.id, as_of)
        for claim in read:
            with pytest.raises(LedgerError, match="withdrawn"):
                ledger.claim(claim.id, as_of)
    assert gone.id not in {claim.document.id for claim in ledger.claims()}
    assert len(list(ledger.claims())) == 2 * (len(told) - 1)


def test_what_stays_tells_that_it_was_here(ledger: Ledger, told: list[Read]) -> None:
    gone, read = told[WITHDRAWN - 1]
    (one,) = ledger.withdrawals()
    assert (one.document, one.sha256, one.actor, one.batch) == (gone.id, gone.sha256, "R. Reader", 6)
    assert str(one) == f"document {gone.id} was withdrawn on 2024-05-01 by R. Reader: asked by its publisher"
    with ledger._store.reading() as connection:
        assert withdrawal_of(connection, WITHDRAWN) == one
        assert withdrawal_of(connection, 1) is None
        kept = connection.execute(select(claims).where(claims.c.document == WITHDRAWN)).all()
        looked_up = [connection.execute(select(table)).scalars().all() for table in (fillers, voices)]
    assert {row.id for row in kept} == {claim.id for claim in read}
    assert len(kept) == 3
    assert all(row.record is None and row.machine is None and row.ended is not None for row in kept)
    assert not {row.reading for row in kept} & {reading for readings in looked_up for reading in readings}


def test_the_same_text_is_left_out_when_it_comes_again(ledger: Ledger, told: list[Read]) -> None:
    new = report(9)
    added = ledger.add([told[WITHDRAWN - 1], new])
    assert (added.withdrawn, added.documents) == ((told[WITHDRAWN - 1][0].sha256,), 1)
    assert WORD not in held(ledger)
    assert list(ledger.verify()) == []


def test_a_backup_has_nothing_of_it(ledger: Ledger, tmp_path: Path) -> None:
    kept = tmp_path / "kept.db"
    ledger.backup(kept)
    data = kept.read_bytes()
    assert [word for word in QUOTED if word.encode() in data] == []
    with Ledger.open(kept) as copy:
        assert list(copy.verify()) == []


def test_the_file_has_nothing_of_it(tmp_path: Path) -> None:
    file = tmp_path / "foedus.db"
    with Ledger.open(file) as ledger:
        for number in range(40):
            text = document(f"Entry {number}. Arland delivered tanks to Borland. " + "Harbour Road is closed. " * 200)
            ledger.add([(text, []), report(number)])
        target = document("The sentence that nobody should keep: Minister Zyxwort paid.", title="Zyxwort and others")
        ledger.add([(target, [])])
        for number in range(40, 60):
            ledger.add([report(number)])
    assert b"Zyxwort paid" in file.read_bytes()
    with Ledger.open(file) as ledger:
        ledger.forget(ledger.scope(target.id[:8]), "privacy")
        assert list(ledger.verify()) == []
        files = [one for one in tmp_path.iterdir() if one.name.startswith("foedus.db")]
        for data in (one.read_bytes() for one in files):
            assert b"Zyxwort" not in data
            assert b"zyxwort" not in data
    assert len(files) >= 2, "the log was looked at too"


def test_a_batch_is_withdrawn_as_a_whole(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(reports(0, 2))
        ledger.add(reports(2, 452))
        ledger.add([report(1), report(500)])
        scope = ledger.scope(batch=2)
        assert (len(scope.numbers), scope.claims, scope.judged) == (450, 900, 0)
        assert ledger.forget(scope, "the wrong folder", actor="R. Reader", command="forget --batch 2") == 900
        assert ledger.counts()[:3] == (3, 3, 6)
        assert list(ledger.verify()) == []
        assert ledger.check() == []
        assert ledger.scope(batch=2).numbers == ()
        assert ledger.add(reports(2, 4)).documents == 0
        assert [one.action for one in ledger.audit()] == ["read", "read", "read", "forget"]
        assert [one.withdrawn for one in ledger.audit(actions=["forget"])] == [scope.ids]


def test_commands_that_name_it_are_told_by_their_hashes_alone(ledger: Ledger) -> None:
    told = [one.command for one in ledger.audit()]
    assert told[0] == "read reports"
    assert told[1] == hidden(f"read reports/{WITHDRAWN}.txt")
    assert told[5] == "forget"


def test_a_second_withdrawal_changes_nothing(ledger: Ledger, told: list[Read]) -> None:
    scope = ledger.scope(told[WITHDRAWN - 1][0].id)
    assert tuple(scope) == ((), (), 0, 0)
    before = ledger.head()
    assert ledger.forget(scope, "once more") == 0
    assert ledger.head() == before
    with (
        pytest.raises(LedgerError, match="document number 4 is withdrawn already"),
        ledger._writing("forget") as writing,
    ):
        forget(writing, [WITHDRAWN], reason="once more", actor=None)
    assert ledger.head() == before


def test_what_cannot_be_withdrawn_is_told(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="there is no batch 99; `foedus audit` lists them"):
        ledger.scope(batch=99)
    with pytest.raises(LedgerError, match="the ledger holds no document ffff"):
        ledger.scope("ffff")
    with pytest.raises(LedgerError, match="a withdrawal needs a reason"):
        ledger.forget(ledger.scope(batch=1), "  ")
    assert ledger.scope(batch=1).numbers == (1, 2, 3)


KILLED = """
import os, signal, sys
from foedus.ledger import store
from foedus.ledger.withdrawal import forget
from foedus.ledger.store import Ledger
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
setattr(*{"inside": (forget, "forget_words", die), "before": (store, "erase", die)}[sys.argv[2]])
with Ledger.open(sys.argv[1]) as ledger:
    ledger.forget(ledger.scope(batch=1), "privacy")
"""


@pytest.mark.parametrize(("where", "gone"), [("inside", False), ("before", True)])
def test_a_killed_withdrawal_is_whole_or_not_at_all(place: str, where: str, gone: bool) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(reports(0, 3))
        ledger.add(reports(3, 4))

    killed = subprocess.run([sys.executable, "-c", KILLED, place, where], env=os.environ, check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    with Ledger.open(place) as ledger:
        assert list(ledger.verify()) == []
        assert ledger.check() == []
        assert len(list(ledger.documents())) == (1 if gone else 4)
        ledger.forget(ledger.scope(batch=1), "privacy")
        assert len(list(ledger.documents())) == 1
        with ledger._store.reading() as connection:
            assert list(connection.scalars(select(tombstones.c.reason))) == ["privacy"] * 3
    if Path(place).exists():
        assert b"Report 1." not in Path(place).read_bytes()


def test_whoever_reads_the_file_keeps_its_log_from_being_emptied(tmp_path: Path) -> None:
    file = tmp_path / "foedus.db"
    with Ledger.open(file) as ledger:
        ledger.add([report(1), report(2)])
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN")
        assert other.execute("SELECT count(*) FROM documents").fetchone() == (2,)
        scope = ledger.scope(report(1)[0].id)
        with pytest.raises(LedgerError, match="another program is reading: close that, then run the same command"):
            ledger.forget(scope, "privacy")
        other.close()
        assert [one.id for one in ledger.documents()] == [report(2)[0].id]
        ledger.forget(ledger.scope(report(1)[0].id), "privacy")
        assert not any(b"Report 1." in one.read_bytes() for one in tmp_path.iterdir())
