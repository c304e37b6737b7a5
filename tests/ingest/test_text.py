"""Plain text: what is stored is what was written, and what is no text is refused in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.ingest.options import Metadata
from foedus.ingest.text import read_text
from foedus.model.document import Document
from foedus.model.errors import InputError

REPORT = "Новая батарея\r\n\r\nВедомство сообщило о поставке двух комплексов. Сроки не названы.\r\n"
FRENCH = "L’armée a reçu deux hélicoptères d’occasion, « comme prévu », a précisé le ministère.\n" * 3


def read(raw: bytes) -> Document:
    return read_text(raw, "report.txt", Metadata())


def test_text_is_stored_unchanged_and_without_title() -> None:
    document = read(REPORT.encode())
    assert (document.text, document.title, document.lang, document.notes) == (REPORT, None, "und", ())
    assert document.extractor == "text/1"
    assert document.raw_sha256 == document.sha256


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_obeyed_and_not_stored(codec: str) -> None:
    assert read(REPORT.encode(codec)).text == REPORT


@pytest.mark.parametrize(("codec", "text"), [("cp1251", REPORT * 3), ("cp1252", FRENCH)])
def test_a_legacy_code_page_is_read_with_a_note(codec: str, text: str) -> None:
    document = read(text.encode(codec))
    assert document.text == text
    assert [note.code for note in document.notes] == ["encoding"]
    assert codec in document.notes[0].text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf\n", "is empty"),
        (b"report\0with NUL", "is not text"),
        (bytes(range(1, 32)) * 9, "is not text"),
        ("déjà livré, a-t-il répété".encode()[:-1] + b"\xff", "byte 29"),
        (b"\xff\xfe\x00", "damaged UTF-16"),
        (b"\xd0\xcf\x11\xe0rest", "old office file"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line_that_names_the_file(raw: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        read(raw)
    assert str(caught.value).startswith("report.txt")
    assert "\n" not in str(caught.value)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_every_text_in_utf8_comes_back_as_written(text: str) -> None:
    assert read(text.encode()).text == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_document_or_an_input_error(raw: bytes) -> None:
    try:
        assert read(raw).text.strip()
    except InputError as error:
        assert "\n" not in str(error)
