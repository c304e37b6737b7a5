"""A job on a cluster: the same as one machine gives, whatever is killed, and nothing twice."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from foedus.ingest.options import Options
from foedus.model.errors import InputError
from foedus.scale.job import Done, run
from tests.scale import material
from tests.scale.processes import Killer

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return material.write(tmp_path_factory.mktemp("reports") / "in")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tables") / "out"


def submit(
    spark: "SparkSession", reports: Path, out: Path, options: Options = material.OPTIONS, most: int | None = None
) -> tuple[Done, list[str]]:
    told: list[str] = []
    done = run(spark, [str(reports)], str(out), checkpoint=None, options=options, most=most, tell=told.append)
    return done, told


def test_a_killed_worker_changes_nothing_of_the_result(cluster: "SparkSession", reports: Path, out: Path) -> None:
    with Killer() as killer:
        done, _ = submit(cluster, reports, out)
    assert killer.killed is not None
    expected = material.claims(reports)
    assert len(expected) > 10
    assert material.ordered(iter(material.table(out / "claims"))) == expected
    read = [row for batch in material.outcomes(reports) for row in batch.to_pylist() if row["problem"] is None]
    documents = {row["document"]: row for row in material.table(out / "documents")}
    assert len(documents) == len(read) == 11
    for row in read:
        assert documents[row["document"]] == {name: row[name] for name in documents[row["document"]]}
    assert (done.files, done.read, done.rows) == (5, 5, {"claims": len(expected), "documents": 11, "problems": 1})
    (problem,) = material.table(out / "problems")
    assert "broken.html" in problem["item"]
    assert "broken.html" in problem["message"]


def test_what_was_read_is_not_read_again_and_what_comes_later_is(
    cluster: "SparkSession", reports: Path, out: Path
) -> None:
    before = sorted(out.rglob("*.parquet"))
    done, _ = submit(cluster, reports, out)
    assert (done.read, done.files) == (0, 5)
    assert sorted(out.rglob("*.parquet")) == before
    (reports / "late.txt").write_text("Russia delivered two S-400 systems to Turkey in 2019.", encoding="utf-8")
    done, told = submit(cluster, reports, out)
    assert (done.read, done.files, done.rows["documents"]) == (1, 6, 12)
    assert told[-1].startswith("1 of 1 files read; this round: 1 documents")
    (reports / "late.txt").write_text("It delivered more of them in 2020.", encoding="utf-8")
    done, told = submit(cluster, reports, out)
    assert (done.read, done.left_out) == (0, 1)
    assert "late.txt has another size than when it was read" in told[0]


def test_another_job_may_not_write_there_nor_may_any_among_other_files(
    cluster: "SparkSession", reports: Path, out: Path, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=r"another job's \(its options differ"):
        submit(cluster, reports, out, Options())
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="holds files of something else"):
        submit(cluster, reports, tmp_path)
    with pytest.raises(InputError, match="nowhere names no file"):
        submit(cluster, reports / "nowhere", tmp_path / "new")


def test_a_table_without_text_is_told_with_its_columns(cluster: "SparkSession", reports: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"has no column text and no html \(its columns: .*body.*--map text=COLUMN"):
        submit(cluster, reports / "table.parquet", tmp_path / "out", Options())
