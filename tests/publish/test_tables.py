"""Claims and documents as tables by day: every column, and what other programs see of them."""

import json
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.dataset as ds
import pytest

from foedus.model.claim import When
from foedus.model.claim_json import from_json
from foedus.publish.claim_table import CLAIM_TABLE, ROLES, ClaimRow
from foedus.publish.day_files import AT_ONCE, write_days
from foedus.publish.days import day_of
from foedus.publish.document_table import DOCUMENT_TABLE, DocumentRow
from tests.docs.pages import code, page, rows, sections
from tests.factories import claim, document
from tests.register.case import GAZETTE, HERALD, ORDERED

RUMOURED = claim(
    HERALD,
    "sold",
    supplier="RUS=Arland",
    recipient="BLR=Borland",
    item="guns",
    certainty="possible",
)
ROWS = [ClaimRow(RUMOURED, 0, "s-1", "accepted"), ClaimRow(ORDERED, 0)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two claims of two days."""
    assert write_days(tmp_path / "claims", CLAIM_TABLE, [(row, row.claim.document.published) for row in ROWS]) == 2
    return tmp_path / "claims"


def test_a_claim_has_a_column_for_what_is_asked_and_its_whole_record() -> None:
    row = {column.name: column.value(ROWS[1]) for column in CLAIM_TABLE.columns}
    assert (row["claim"], row["document"], row["place"]) == (ORDERED.id, GAZETTE.id, 0)
    assert (row["supplier_entity"], row["supplier_text"]) == (("RUS",), ("Arland",))
    assert (row["recipient_entity"], row["item_text"]) == (("BLR",), ("VT-9",))
    assert (row["attacker_entity"], row["story"], row["review"]) == (None, None, None)
    assert (row["quantity_min"], row["quantity_max"], row["quantity_unit"]) == (18.0, 18.0, "piece")
    assert (row["when_edtf"], row["when_from"], row["when_to"]) == ("2019", date(2019, 1, 1), date(2019, 12, 31))
    assert (row["due_edtf"], row["due_from"], row["due_to"]) == ("../2021-12-31", None, date(2021, 12, 31))
    assert from_json(str(row["record"])) == ORDERED
    assert all(f"{role}_{what}" in row for role in ROLES for what in ("entity", "text"))


def test_a_date_that_is_none_keeps_its_words_and_has_no_bounds() -> None:
    from msgspec.structs import replace  # noqa: PLC0415 - here alone

    odd = ClaimRow(replace(ORDERED, when=When("2019-13", "in 2019", 44, 51)), 0)
    row = {column.name: column.value(odd) for column in CLAIM_TABLE.columns}
    assert (row["when_edtf"], row["when_from"]) == ("2019-13", None)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-04-20", "2024-04-20"),
        ("2024-04-20T23:30:00+02:00", "2024-04-20"),
        ("2024-04", "unknown"),
        ("2024-04-20?", "unknown"),
        ("soon", "unknown"),
        (None, "unknown"),
    ],
)
def test_rows_stand_under_the_day_of_publication(published: str | None, day: str) -> None:
    assert day_of(published) == day


def test_duckdb_opens_the_folder_as_it_is(folder: Path) -> None:
    asked = f"SELECT day, supplier_entity[1], quantity_min FROM '{folder}/**/*.parquet' ORDER BY day"  # noqa: S608 - a test's own path
    assert duckdb.execute(asked).fetchall() == [(date(2022, 5, 18), "RUS", None), (date(2022, 7, 18), "RUS", 18.0)]


def test_polars_opens_the_folder_as_it_is(folder: Path) -> None:
    found = pl.scan_parquet(folder, hive_partitioning=True).filter(pl.col("recipient_entity").list.contains("BLR"))
    assert set(found.collect()["claim"]) == {ORDERED.id, RUMOURED.id}


def test_pandas_opens_the_folder_as_it_is(folder: Path) -> None:
    found = pd.read_parquet(folder)
    assert set(found["review"].dropna()) == {"accepted"}
    assert sorted(map(str, found["day"])) == ["2022-05-18", "2022-07-18"]


def test_days_that_come_back_get_another_file_and_no_row_is_lost(tmp_path: Path) -> None:
    published = [*["2024-04-20"] * (AT_ONCE + 1), None, "2024-04-21", None, "2024-04-20"]
    written = write_days(tmp_path, CLAIM_TABLE, [(ClaimRow(ORDERED, at), day) for at, day in enumerate(published)])
    assert written == len(published)
    files = sorted(str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*.parquet"))
    assert files == [
        "day=2024-04-20/part-1.parquet",
        "day=2024-04-20/part-2.parquet",
        "day=2024-04-21/part-1.parquet",
        "day=unknown/part-1.parquet",
    ]
    assert sorted(ds.dataset(tmp_path).to_table()["place"].to_pylist()) == list(range(len(published)))


def test_a_table_without_rows_has_its_columns(tmp_path: Path) -> None:
    assert write_days(tmp_path, DOCUMENT_TABLE, []) == 0
    assert ds.dataset(tmp_path).to_table().column_names == [column.name for column in DOCUMENT_TABLE.columns]


def test_a_document_keeps_all_that_a_ledger_needs() -> None:
    report = document("Arland delivered tanks.", notes=GAZETTE.notes, source="news.jsonl:3")
    row = {column.name: column.value(DocumentRow(report, 2, ("foedus", "1"))) for column in DOCUMENT_TABLE.columns}
    assert (row["document"], row["claims"], row["text"]) == (report.id, 2, "Arland delivered tanks.")
    assert (row["reader_name"], row["reader_version"], row["source"]) == ("foedus", "1", "news.jsonl:3")
    assert json.loads(str(row["notes"])) == []


def test_the_page_names_every_column_in_its_order() -> None:
    told = {section.title: section.text for section in sections(page("docs/parquet.md"), 2)}
    for title, sheet in (("Claims", CLAIM_TABLE), ("Documents", DOCUMENT_TABLE)):
        named = [name for cells in rows(told[title]) for name in code(cells[0])]
        roles = {f"{role}_{what}" for role in ROLES for what in ("entity", "text")}
        expected = [column.name for column in sheet.columns if column.name not in roles]
        assert [name for name in named if name not in ("ROLE_entity", "ROLE_text")] == expected
    assert set(code(told["Roles"])) >= set(ROLES)
