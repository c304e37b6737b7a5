"""Lists as files that other programs read back."""

import csv
import io
import sys
from collections.abc import Iterator

import msgspec
import pytest

from foedus.model.claim import Claim
from foedus.model.errors import UsageError
from foedus.publish.claims import claim_sheet
from foedus.publish.column import Column, Sheet
from foedus.publish.documents import DOCUMENTS, Listed
from foedus.publish.lines import jsonl_pieces
from foedus.publish.parquet import parquet_pieces
from foedus.publish.register import REGISTER
from foedus.publish.spreadsheet import csv_pieces
from foedus.publish.timeline import TIMELINE
from foedus.register.rows import register_rows
from foedus.register.timeline import timelines
from tests.register.case import CLAIMS, GAZETTE, ORDERED

WORDS: Sheet[str] = Sheet("words", (Column("word", "text", lambda one: one),))


def rows(written: Iterator[bytes]) -> list[dict[str, str]]:
    """A CSV file as a program reads it."""
    text = b"".join(written).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_is_rfc_4180_with_names_of_columns_first() -> None:
    told = b"".join(csv_pieces(WORDS, ['a "quoted", word', "two\nlines", "Челябинск"]))
    assert told == 'word\r\n"a ""quoted"", word"\r\n"two\nlines"\r\nЧелябинск\r\n'.encode()
    assert b"".join(csv_pieces(WORDS, [])) == b"word\r\n"


@pytest.mark.parametrize("word", ["=1+1", "+7", "-2", "@SUM(A1)", "\tx", "\rx", '=cmd|" /C calc"!A0'])
def test_a_spreadsheet_shows_a_formula_instead_of_running_it(word: str) -> None:
    assert rows(csv_pieces(WORDS, [word, "a=b"])) == [{"word": f"'{word}"}, {"word": "a=b"}]


def test_a_claim_stands_in_one_row_with_every_field() -> None:
    (row,) = rows(csv_pieces(claim_sheet(0.8), [ORDERED]))
    assert row["claim"] == ORDERED.id
    assert row["roles"] == "supplier=RUS Arland; recipient=BLR Borland; item=t-72 VT-9"
    assert (row["quantity"], row["when"], row["due"]) == ("18", "2019", "../2021-12-31")
    assert row["words"].startswith("Borland ordered 18 VT-9 tanks")
    judged = rows(csv_pieces(claim_sheet(0.8, lambda _: "accepted"), [ORDERED]))
    assert judged[0]["mark"] == "accepted"


def test_register_and_timeline_bear_keys_numbers_and_claims() -> None:
    first = rows(csv_pieces(REGISTER, register_rows(CLAIMS, sure=0.8)))[-1]
    assert (first["supplier_key"], first["recipient_key"], first["item"]) == ("RUS", "BLR", "VT-9")
    assert (first["number_ordered"], first["order_years"], first["status"]) == ("18", "2019", "delivered")
    assert ORDERED.id in first["claims"].split(" ")
    course = rows(csv_pieces(TIMELINE, timelines(CLAIMS)))
    assert [one["what"] for one in course if one["item"] == "VT-9"][:2] == ["ordered", "delivered"]


def test_json_lines_hold_whole_records() -> None:
    lines = b"".join(jsonl_pieces(CLAIMS)).splitlines()
    assert [msgspec.json.decode(line, type=Claim) for line in lines] == CLAIMS


def test_documents_are_listed_without_their_texts() -> None:
    (row,) = rows(csv_pieces(DOCUMENTS, [Listed(GAZETTE.ref, 8)]))
    assert (row["document"], row["outlet"], row["claims"]) == (GAZETTE.id, "The Gazette", "8")
    assert GAZETTE.text not in row.values()


def test_parquet_has_typed_columns_in_groups_of_rows() -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    given = CLAIMS * 1_000
    pieces = list(parquet_pieces(claim_sheet(0.8), given))
    assert len(pieces) > 2
    file = pq.ParquetFile(io.BytesIO(b"".join(pieces)))
    assert file.metadata.num_rows == len(given)
    assert file.metadata.num_row_groups == len(pieces) - 1
    table = file.read()
    assert table.schema.field("start").type == pa.int64()
    assert table.schema.field("said_by").type == pa.list_(pa.string())
    assert table.column("claim")[0].as_py() == CLAIMS[0].id
    assert table.column("confidence")[0].as_py() is None


def test_parquet_of_nothing_has_its_columns() -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    table = pq.read_table(io.BytesIO(b"".join(parquet_pieces(REGISTER, []))))
    assert (table.num_rows, table.column_names[0]) == (0, "supplier")


def test_without_pyarrow_the_remedy_is_said_before_anything_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"install foedus\[parquet\]"):
        parquet_pieces(REGISTER, [])


def test_writers_ask_for_no_more_than_they_write() -> None:
    asked = []

    def endless() -> Iterator[str]:
        while True:
            asked.append(1)
            yield "word"

    pieces = csv_pieces(WORDS, endless())
    next(pieces)
    next(pieces)
    assert len(asked) <= 1_000
