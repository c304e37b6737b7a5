"""The core on one machine: bytes, paths and rows to outcomes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from foedus import __version__
from foedus.ingest.options import Options
from foedus.model.claim_json import from_json
from foedus.reader.read import Reader
from foedus.scale.core import read_batches
from foedus.scale.inputs import SCHEMA
from foedus.scale.outcome import CLAIMS, claims_in, outcome_schema
from tests.docs.pages import blocks, page
from tests.factories import document
from tests.ingest.test_warc import pages

_SAID = "Russia delivered two S-400 systems to Turkey in July 2019, the ministry in Ankara said."
_Input = tuple[str, bytes | None, str | None, str | None]


def outcomes(*given: _Input, options: Options | None = None) -> list[dict[str, Any]]:
    batches = list(read_batches([inputs(given)], options or Options()))
    assert all(batch.schema == outcome_schema() for batch in batches)
    return [row for batch in batches for row in batch.to_pylist()]


def inputs(given: Sequence[_Input]) -> pa.RecordBatch:
    return pa.record_batch([list(column) for column in zip(*given, strict=True)], schema=SCHEMA)


def test_claims_are_those_that_the_reader_gives() -> None:
    (batch,) = read_batches([inputs([("a.txt", _SAID.encode(), None, None)])], Options())
    report = document(_SAID, published=None, outlet=None)
    expected = Reader.load().read(report).claims
    assert [from_json(row["record"]) for row in claims_in(batch).to_pylist()] == expected
    assert expected[0].document == report.ref
    (row,) = batch.to_pylist()
    assert (row["problem"], row["day"], row["claims"], row["lang"]) == (None, "unknown", len(expected), "en")
    assert (row["reader_name"], row["reader_version"], row["text"]) == ("foedus", __version__, _SAID)


def test_a_row_of_a_table_is_read_by_its_columns() -> None:
    row = '{"body": "%s", "published": "2019-07-13T09:00:00", "outlet": "The Gazette"}' % _SAID  # noqa: UP031 - JSON has braces of its own
    (one,) = outcomes(("t.parquet:1", None, None, row), options=Options(columns={"text": "body"}))
    assert (one["day"], one["outlet"], one["source"]) == ("2019-07-13", "The Gazette", "t.parquet:1")
    assert one[CLAIMS][0]["published"] == one["published"]
    (bare,) = outcomes(("t.parquet:2", None, None, '{"outlet": "The Gazette"}'))
    assert bare["problem"].startswith("t.parquet:2 has no text and no html")
    (long,) = outcomes(("t.parquet:3", None, None, row), options=Options(max_bytes=50))
    assert "t.parquet:3 is longer than 50 bytes" in long["problem"]


@pytest.mark.filterwarnings("ignore:Unclosed file <tempfile:ResourceWarning")  # of what writes the archive
def test_an_archive_gives_the_same_by_its_bytes_and_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(pages(3))
    by_bytes = outcomes(("a.warc.gz", pages(3), None, None))
    assert len(by_bytes) == 3
    assert by_bytes == outcomes(("a.warc.gz", None, str(tmp_path / "a.warc.gz"), None))


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = outcomes(
        ("image.png", b"\x89PNG\r\n\x1a\n", None, None),
        ("gone.warc", None, str(tmp_path / "gone.warc"), None),
        ("a.txt", _SAID.encode(), None, None),
    )
    assert [row["problem"] is None for row in found] == [False, False, True]
    assert "image.png is of no kind that is read" in found[0]["problem"]
    assert found[1]["problem"] == "gone.warc cannot be opened where it was to be read: No such file or directory"
    assert [row["claims"] for row in found[:2]] == [None, None]


def test_nothing_gives_nothing() -> None:
    assert list(read_batches([], Options())) == []


def test_the_example_of_the_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = blocks(page("docs/scale.md"), "python")
    exec(compile(block, "docs/scale.md", "exec"), {})  # noqa: S102 - our own page
    assert capsys.readouterr().out == "['RUS']\n"
