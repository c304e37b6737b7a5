"""CSV, TSV and Parquet: a document a row, whatever delimiter, quotes and charset; broken rows are told by line."""

import csv
import io
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from foedus.ingest.columns import parse_columns
from foedus.ingest.options import Options
from foedus.ingest.problem import Problem
from foedus.ingest.sources import read_sources
from foedus.model.document import Document
from tests.ingest.opened import documents, opened, problems, texts

TEXT = "Министерство сообщило: «два корабля, один буксир»; договор подписан.\nПоставка началась в мае."


def table(*rows: tuple[str, ...], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_a_row_is_a_document_with_its_metadata(delimiter: str, codec: str) -> None:
    raw = table(
        ("title", "text", "published", "outlet", "lang"),
        ("Корабли", TEXT, "2022-05-19", "Вахта, утро", "ru-RU"),
        ("", "Two ships left port.", "", "", "en"),
        delimiter=delimiter,
    )
    results = opened(raw.decode().encode(codec), "news.csv")
    first, second = documents(results).values()
    assert (first.text, first.published) == (f"Корабли\n\n{TEXT}", "2022-05-19")
    assert (first.outlet, first.lang, first.source) == ("Вахта, утро", "ru", "news.csv:2")
    assert (second.text, second.source) == ("Two ships left port.", "news.csv:4")
    assert first.raw_sha256 != second.raw_sha256


def test_columns_are_mapped_and_tell_the_delimiter() -> None:
    raw = b"nr;body;when, as given\n1;Two ships, and a tug, left.;2022-05-19\n"
    options = Options(columns=parse_columns("text=body, published=nr"))
    (document,) = documents(opened(raw, "news.csv", options)).values()
    assert document.text == "Two ships, and a tug, left."


@pytest.mark.parametrize(
    "raw", [b"a,body\n1,Two ships left.\n", b"Two ships left.,x\nThree left.,y\n", b"a,body\n", b"a\n\n"]
)
def test_a_table_without_a_column_of_text_is_told_once_with_the_remedy(raw: bytes) -> None:
    (message,) = problems(opened(raw * 1, "news.csv"))
    assert message.startswith("news.csv has no text and no html (its fields: ")
    assert "--map text=" in message
    assert message.endswith("a table's first row names its columns")


def test_a_table_without_rows_is_told() -> None:
    assert problems(opened(b"text,url\n", "news.csv")) == ["news.csv holds no row below the names of its columns"]


def test_broken_rows_are_told_by_line_and_the_rest_is_read() -> None:
    raw = b"text,url\nOne ship.,x\ntoo,many,cells\n,y\nTwo\0ships.,x\n\nThree ships.\n"
    results = opened(raw, "news.csv")
    assert texts(results) == {"news.csv:2": "One ship.", "news.csv:7": "Three ships."}
    assert [message.partition(" ")[0] for message in problems(results)] == ["news.csv:3", "news.csv:4", "news.csv:5"]
    assert "has 3 cells, and the first row 2 names" in problems(results)[0]


def test_endless_lines_and_fields_are_cut_and_told() -> None:
    raw = b"text,url\nOne ship.,x\n" + b"a" * 5000 + b",y\nTwo ships.,x\n"
    results = opened(raw, "news.csv", Options(max_bytes=1000))
    assert list(texts(results)) == ["news.csv:2", "news.csv:4"]
    assert "news.csv:3" in problems(results)[0]
    never_closed = b"text,url\nOne ship.,x\n" + b'"Two ships.\n' + b"more,lines\n" * 500
    results = opened(never_closed, "news.csv", Options(max_bytes=1000))
    assert "news.csv:2" in texts(results)
    assert "is a quote never closed there?" in problems(results)[0]


def test_a_row_that_goes_on_over_lines_without_end_is_told() -> None:
    raw = b"text,url\nOne ship.,x\n" + b'"a\n",' * 900
    results = opened(raw, "news.csv", Options(max_bytes=1000))
    assert texts(results)["news.csv:2"] == "One ship."
    assert "it goes on over lines" in problems(results)[0]


def test_ids_that_are_missing_or_doubled_are_noted() -> None:
    raw = b"id,text\n7,One ship.\n7,Two ships.\n,Three ships.\n8,Four ships.\n"
    notes = [[note.code for note in document.notes] for document in documents(opened(raw, "news.csv")).values()]
    assert notes == [[], ["id"], ["id"], []]
    lines = (
        b'{"id": 7, "text": "One ship."}\n{"id": 7, "text": "Two."}\n{"text": "Three."}\n{"id": [1], "text": "Four."}\n'
    )
    notes = [[note.code for note in document.notes] for document in documents(opened(lines, "news.jsonl")).values()]
    assert notes == [[], ["id"], ["id"], ["id"]]


def test_a_table_without_ids_has_no_notes_of_them() -> None:
    raw = b"text\nOne ship.\nTwo ships.\n"
    assert [document.notes for document in documents(opened(raw, "news.csv")).values()] == [(), ()]


def parquet_of(**columns: object) -> bytes:
    out = io.BytesIO()
    parquet.write_table(pa.table(columns), out, row_group_size=2)
    return out.getvalue()


def test_a_row_of_parquet_is_a_document_with_its_metadata() -> None:
    raw = parquet_of(
        title=["Корабли", None, None],
        body=[TEXT, "Two ships left port.", None],
        published=[date(2022, 5, 19), None, None],
        other=[[1], [2], [3]],
    )
    results = opened(raw, "news.parquet", Options(columns={"text": "body"}))
    first, second = documents(results).values()
    assert (first.text, first.published, first.source) == (f"Корабли\n\n{TEXT}", "2022-05-19", "news.parquet:1")
    assert second.text == "Two ships left port."
    assert "news.parquet:3 has no text and no html" in problems(results)[0]


def test_moments_in_parquet_are_dates_of_publication() -> None:
    raw = parquet_of(text=["Two ships left."], published=[datetime(2022, 5, 19, 8, 30)])  # noqa: DTZ001 - as such files hold
    (document,) = documents(opened(raw, "news.parquet")).values()
    assert document.published == "2022-05-19T08:30:00"


def test_parquet_without_text_or_damaged_is_told() -> None:
    assert "--map text=" in problems(opened(parquet_of(body=["x"]), "news.parquet"))[0]
    raw = parquet_of(text=["Two ships left."] * 9)
    assert "is damaged" in problems(opened(raw[:-20], "news.parquet"))[0]
    assert "read as the Parquet table" in documents(opened(raw, "news.txt"))["news.txt:1"].notes[0].text


def test_a_parquet_that_is_a_bomb_is_told() -> None:
    out = io.BytesIO()
    zeros = pa.table({"text": ["a" * 1_000_000] * 30})
    parquet.write_table(zeros, out, compression="zstd", use_dictionary=False)
    (message,) = problems(opened(out.getvalue(), "news.parquet"))
    assert "--limit ratio=N" in message


def test_tables_in_a_folder_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"text\nOne ship.\n")
    (tmp_path / "b.tsv").write_bytes(b"url\ttext\nx\tTwo, three ships.\n")
    (tmp_path / "c.parquet").write_bytes(parquet_of(text=["Three ships."]))
    found = [item.result for item in read_sources([str(tmp_path)])]
    assert [result.text for result in found if isinstance(result, Document)] == [
        "One ship.",
        "Two, three ships.",
        "Three ships.",
    ]


@given(st.binary(max_size=300))
def test_whatever_a_table_holds_ends_in_documents_and_problems(noise: bytes) -> None:
    for result in opened(b'text,url\n"One ship.",x\n' + noise, "news.csv", Options(max_bytes=100)):
        assert isinstance(result, Document | Problem)
        assert not isinstance(result, Problem) or "internal error" not in result.message, result


@given(st.integers(0, 1500), st.binary(max_size=5))
def test_whatever_is_broken_in_parquet_ends_in_documents_and_problems(start: int, noise: bytes) -> None:
    raw = parquet_of(text=["Two ships left port on Monday."] * 5, title=["a"] * 5)
    for result in opened(raw[:start] + noise + raw[start + 3 :], "news.parquet"):
        assert isinstance(result, Document | Problem)
        assert not isinstance(result, Problem) or "internal error" not in result.message, result


def test_a_small_limit_of_one_reading_holds_for_no_other(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    (tmp_path / "rows.csv").write_text("text\nWarsaw bought forty howitzers.\n")
    assert len(list(read_sources([str(tmp_path / "rows.csv")], Options(max_bytes=100)))) == 1
    assert csv.field_size_limit() >= before
