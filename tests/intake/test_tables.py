"""A cluster's tables into a ledger: what `foedus read` would have brought, once, in whole batches."""

import shutil
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from foedus import __version__
from foedus.cli.import_tables import import_tables
from foedus.ingest.confined.parsing import ParsingLimits
from foedus.ingest.problem import Problem
from foedus.ingest.sources import read_sources
from foedus.intake.comparing import MARK
from foedus.intake.read_job import ReadJob
from foedus.intake.sink import Nowhere
from foedus.intake.tables.table_reader import document_of
from foedus.ledger.reading.incoming import ReaderVersion
from foedus.ledger.store import Ledger
from foedus.model.document import Document
from foedus.model.errors import InputError, UsageError
from foedus.publish.document_table import DOCUMENT_TABLE
from foedus.reader.read import NAME, READABLE, Reader
from foedus.scale.journal import HERE, JOB, Job
from foedus.scale.outcome import CLAIMS, claims_in
from tests.factories import document
from tests.scale import material


def tables_of(reports: Path, folder: Path) -> Path:
    """What a job writes, by the same core, without a cluster."""
    batches = material.outcomes(reports)
    days = [day for batch in batches for day, claims in _claims(batch) for _ in range(claims)]
    claims = pa.Table.from_batches([claims_in(batch) for batch in batches])
    _write(claims.append_column("day", pa.array(days)), folder / "claims")
    outcomes = pa.Table.from_batches(batches)
    read = outcomes.filter(outcomes["problem"].is_null())
    _write(read.select([column.name for column in DOCUMENT_TABLE.columns] + ["day"]), folder / "documents")
    job = Job(__version__, NAME, material.OPTIONS, ParsingLimits(), "")
    (folder / HERE).mkdir()
    (folder / HERE / JOB).write_bytes(msgspec.json.encode(job))
    return folder


def _claims(batch: pa.RecordBatch) -> list[tuple[str, int]]:
    return [(row["day"], len(row[CLAIMS])) for row in batch.to_pylist()]


def _write(table: pa.Table, folder: Path) -> None:
    pq.write_to_dataset(table, folder, partition_cols=["day"])


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return material.write(tmp_path_factory.mktemp("reports") / "in")


@pytest.fixture(scope="module")
def tables(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tables_of(reports, tmp_path_factory.mktemp("tables"))


def held(ledger: Path) -> tuple[list[bytes], list[str], int]:
    """Claims and texts of a ledger, and how many batches it has."""
    with Ledger.open(ledger, create=False) as store:
        claims = [msgspec.json.encode(claim) for claim in store.claims()]
        return claims, sorted(one.text for one in store.documents()), store.counts().batches


def read(reports: Path, ledger: Path) -> None:
    """As `foedus read` does it."""
    with Ledger.open(ledger) as store:
        job = ReadJob(
            Reader.load(),
            readable=READABLE,
            ledger=store,
            sink=Nowhere(),
            min_confidence=None,
            note="read",
            tell=lambda _: None,
            version=ReaderVersion(NAME, __version__),
        )
        job.run(read_sources([str(reports)], material.OPTIONS))


def test_a_ledger_gets_what_reading_would_have_brought(reports: Path, tables: Path, tmp_path: Path) -> None:
    assert import_tables(tables, str(tmp_path / "taken.db")) == 0
    read(reports, tmp_path / "read.db")
    claims, texts, _ = held(tmp_path / "taken.db")
    assert (claims, texts) == held(tmp_path / "read.db")[:2]
    assert len(claims) > 10
    assert len(texts) == 11
    with Ledger.open(tmp_path / "taken.db", create=False) as store:
        assert list(store.check()) == []
        assert list(store.verify()) == []
        assert store.uncompared(MARK) == 0
        assert {str(one.reader) for one in store.read_by(next(store.documents()).id)} == {f"{NAME}/{__version__}"}


def test_what_is_there_is_not_taken_twice(tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = tmp_path / "taken.db"
    import_tables(tables, str(ledger))
    before = held(ledger)
    capsys.readouterr()
    assert import_tables(tables, str(ledger)) == 0
    assert held(ledger) == before
    assert "(0 new, " in capsys.readouterr().err


def test_a_load_that_was_cut_short_is_completed(tables: Path, tmp_path: Path) -> None:
    part = shutil.copytree(tables, tmp_path / "part")
    for day in sorted((part / "documents").iterdir())[1:]:
        shutil.rmtree(day)
    import_tables(part, str(tmp_path / "cut.db"))
    assert 0 < len(held(tmp_path / "cut.db")[1]) < 11
    import_tables(tables, str(tmp_path / "cut.db"))
    import_tables(tables, str(tmp_path / "whole.db"))
    assert held(tmp_path / "cut.db")[:2] == held(tmp_path / "whole.db")[:2]


def test_a_text_that_the_ledger_knows_by_another_page_is_read_as_of_that(
    tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Russia delivered 2 S-400 systems to Armenia in March 2023. Armenia had ordered them in 2021."
    known = document(text, published="2023-03-31", outlet="The Early Bird", url="https://early-bird.example/1")
    with Ledger.open(tmp_path / "known.db") as store:
        store.add([(known, Reader.load().read(known).claims)])
    import_tables(tables, str(tmp_path / "known.db"))
    assert "1 text read again here" in capsys.readouterr().err
    with Ledger.open(tmp_path / "known.db", create=False) as store:
        assert {one.document.published for one in store.claims() if one.document.id == known.id} == {"2023-03-31"}
        assert len(list(store.pages(known.id))) == 2


def test_only_what_a_job_wrote_is_taken(tables: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere is no folder: name the one that foedus scale submit wrote"):
        import_tables(tmp_path / "nowhere", str(tmp_path / "x.db"))
    with pytest.raises(InputError, match=r"is not the work of foedus scale submit: .*foedus backup and foedus restore"):
        import_tables(tmp_path, str(tmp_path / "x.db"))
    broken = shutil.copytree(tables, tmp_path / "broken")
    file = next((broken / "claims").rglob("*.parquet"))
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(InputError, match=r"\.parquet cannot be read: .*what came before it is kept"):
        import_tables(broken, str(tmp_path / "x.db"))


def test_a_row_whose_text_is_not_that_of_its_hash_is_a_problem() -> None:
    report = document("Arland delivered tanks.", source="a.txt")
    row = {name: getattr(report, name) for name in Document.__struct_fields__} | {"notes": "[]"}
    assert document_of(row) == report
    changed = document_of({**row, "text": "Arland delivered planes."})
    assert isinstance(changed, Problem)
    assert "a.txt has another text than its hash says" in changed.message
    missing = document_of({**row, "text": None})
    assert isinstance(missing, Problem)
    assert "without its text" in missing.message
