"""WARC and WACZ: each fetched page with its address, what is no page counted, damage told while the rest is read."""

import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Sequence
from functools import cache

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from foedus.ingest.http_body import plain_body
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem
from foedus.model.document import Document
from foedus.model.errors import InputError
from tests.ingest.opened import documents, opened, problems

pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file <tempfile:ResourceWarning")  # warcio's, as it writes

SENTENCES = "Министерство сообщило о поставке двух кораблей. Договор был подписан в мае прошлого года в столице. "
HEADERS = (("Content-Type", "text/html; charset=utf-8"),)
DATE = "2022-05-20T10:00:00Z"


def page(number: int, head: str = "") -> str:
    paragraphs = f"<p>{SENTENCES * 3}</p><p>{SENTENCES} Номер {number}.</p>"
    title = f"Корабли {number}"
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><article>{paragraphs}</article></body>"


def record(
    writer: WARCWriter,
    body: bytes,
    url: str = "https://vigie.example/1",
    headers: Sequence[tuple[str, str]] = HEADERS,
    *,
    kind: str = "response",
    status: str = "200 OK",
    identity: str | None = None,
) -> None:
    given = {"WARC-Date": DATE} | ({"WARC-Record-ID": identity} if identity else {})
    http = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1") if kind in ("response", "request") else None
    made = writer.create_warc_record(
        url,
        kind,
        payload=io.BytesIO(body),
        http_headers=http,
        warc_headers_dict=given,
        warc_content_type="" if http else "text/plain",
    )
    writer.write_record(made)


def warc(*bodies: bytes, packed: bool = True, headers: Sequence[tuple[str, str]] = HEADERS) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for number, body in enumerate(bodies):
        record(writer, body, f"https://vigie.example/{number}", headers)
    return out.getvalue()


def pages(count: int, *, packed: bool = True) -> bytes:
    return warc(*(page(number).encode() for number in range(count)), packed=packed)


def addresses(raw: bytes, name: str = "a.warc.gz") -> list[str]:
    return [str(document.url)[-1] for document in documents(opened(raw, name)).values()]


@pytest.mark.parametrize(
    ("name", "packed"), [("a.warc.gz", True), ("a.warc", False), ("crawl", True), ("crawl", False)]
)
def test_each_page_is_a_document_with_its_address(name: str, packed: bool) -> None:
    results = documents(opened(pages(3, packed=packed), name))
    item = "crawl!crawl" if name == "crawl" and packed else name
    assert list(results) == [f"{item}#https://vigie.example/{number}" for number in range(3)]
    first = results[f"{item}#https://vigie.example/0"]
    assert (first.title, first.url) == ("Корабли 0", "https://vigie.example/0")
    assert first.extractor.startswith("trafilatura/")


def test_the_day_of_fetching_is_no_date_of_publication() -> None:
    dated = page(1, '<meta property="article:published_time" content="2022-05-19">')
    later = page(2, '<meta property="article:published_time" content="2022-05-22">')
    first, second, third = documents(
        opened(warc(page(0).encode(), dated.encode(), later.encode()), "a.warc.gz")
    ).values()
    assert first.published is None
    assert "fetched on 2022-05-20, so not later" in first.notes[0].text
    assert (second.published, second.notes) == ("2022-05-19", ())
    assert "fetched on 2022-05-20 already" in third.notes[0].text


def test_what_the_user_gives_stands_over_the_address() -> None:
    given = Options(metadata=Metadata(outlet="Сторож"))
    (document,) = documents(opened(pages(1), "a.warc.gz", given)).values()
    assert (document.outlet, document.url) == ("Сторож", "https://vigie.example/0")


def test_what_is_no_page_is_counted_in_one_note() -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "a crawler"}))
    record(writer, b"", kind="request", status="GET / HTTP/1.1")
    record(writer, page(1).encode())
    record(writer, b"", kind="revisit")
    record(writer, b"via: x", kind="metadata")
    record(writer, b"\x89PNG", "https://vigie.example/a.png", [("Content-Type", "image/png")])
    record(writer, b"<html>gone</html>", "https://vigie.example/gone", status="404 Not Found")
    results = opened(out.getvalue(), "a.warc.gz")
    (document,) = documents(results).values()
    assert problems(results) == []
    assert document.notes[-1].text == (
        "a.warc.gz also holds what is no page to read: 1 answers that are no success, 1 files of other kinds, "
        "1 metadata records, 1 request records, 1 revisit records, 1 warcinfo records"
    )


def test_a_file_without_pages_is_told() -> None:
    (message,) = problems(opened(warc(b"x", headers=[("Content-Type", "image/png")]), "a.warc.gz"))
    assert message == "a.warc.gz holds no page (1 files of other kinds)"


def test_the_charset_of_the_header_stands_over_that_of_the_page() -> None:
    body = page(0, '<meta charset="iso-8859-1">').encode("cp1251")
    (document,) = documents(
        opened(warc(body, headers=[("Content-Type", "text/html; charset=windows-1251")]), "a.warc")
    ).values()
    assert "Министерство сообщило" in document.text
    body = page(0, '<meta charset="windows-1251">').encode("cp1251")
    (document,) = documents(opened(warc(body, headers=[("Content-Type", "text/html")]), "a.warc")).values()
    assert "Министерство сообщило" in document.text


@pytest.mark.parametrize("charset", ["shift_jis", "utf-8", "hex", "unicode_escape", "no-such"])
def test_a_wrong_charset_is_noted_and_the_right_one_guessed(charset: str) -> None:
    body = page(0).encode("cp1251")
    (document,) = documents(
        opened(warc(body, headers=[("Content-Type", f"text/html; charset={charset}")]), "a.warc")
    ).values()
    assert "Министерство сообщило" in document.text
    assert any("read as cp1251, which is a guess" in note.text for note in document.notes)


BODY = page(0).encode()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ((("Content-Encoding", "gzip"),), gzip.compress(BODY)),
        ((("Content-Encoding", "deflate"),), zlib.compress(BODY)),
        ((("Content-Encoding", "deflate"),), zlib.compress(BODY)[2:-4]),
        ((("Content-Encoding", "br"),), brotli.compress(BODY)),
        ((("Content-Encoding", "gzip"),), BODY),
        (
            (("Transfer-Encoding", "chunked"),),
            b"10\r\n%b\r\n%x;x=1\r\n%b\r\n0\r\n\r\n" % (BODY[:16], len(BODY) - 16, BODY[16:]),
        ),
        ((("Transfer-Encoding", "chunked"),), BODY),
        ((("Content-Encoding", "identity"),), BODY),
    ],
)
def test_bodies_are_unpacked_as_their_headers_say_or_taken_as_they_are(
    headers: tuple[tuple[str, str], ...], body: bytes
) -> None:
    (document,) = documents(opened(warc(body, headers=[*HEADERS, *headers]), "a.warc.gz")).values()
    assert SENTENCES.strip() in document.text


@pytest.mark.parametrize(
    ("encoding", "body", "reason"),
    [
        ("gzip", gzip.compress(BODY)[:-40], "cannot be unpacked"),
        ("br", brotli.compress(BODY)[:-9], "cannot be unpacked"),
        ("br", b"nothing of the sort", "cannot be unpacked"),
        ("rot13", b"nothing of the sort", "not known"),
    ],
)
def test_a_body_that_cannot_be_unpacked_is_told(encoding: str, body: bytes, reason: str) -> None:
    raw = warc(body, headers=[*HEADERS, ("Content-Encoding", encoding)])
    (message,) = problems(opened(raw, "a.warc.gz"))
    assert message.startswith("a.warc.gz#https://vigie.example/0 ")
    assert reason in message


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("br", lambda raw: brotli.compress(raw, quality=1))]
)
def test_a_body_that_is_a_bomb_is_never_unpacked_beyond_the_limit(encoding: str, pack: "type[bytes]") -> None:
    body = pack(bytes(50_000_000))
    assert len(plain_body(body, transfer="", encoding=encoding, item="x", limit=1_000_000)) == 1_000_001
    results = opened(warc(body, headers=[*HEADERS, ("Content-Encoding", encoding)]), "a.warc.gz")
    assert "over the limit of 20 MB" in problems(results)[0]


def test_two_encodings_are_undone_from_the_last() -> None:
    body = brotli.compress(gzip.compress(BODY))
    assert plain_body(body, transfer="", encoding="gzip, br", item="x", limit=10_000) == BODY
    with pytest.raises(InputError):
        plain_body(body, transfer="", encoding="br, gzip", item="x", limit=10_000)


def test_a_damaged_record_is_told_and_the_others_are_read() -> None:
    raw = bytearray(pages(5))
    starts = [match.start() for match in re.finditer(b"\x1f\x8b\x08", bytes(raw))]
    raw[starts[2] + 200 : starts[2] + 210] = b"0123456789"
    results = opened(bytes(raw), "a.warc.gz")
    assert [str(document.url)[-1] for document in documents(results).values()] == ["0", "1", "3", "4"]
    assert len(problems(results)) == 1
    raw[starts[2] : starts[2] + 40] = bytes(40)
    results = opened(bytes(raw), "a.warc.gz")
    assert [str(document.url)[-1] for document in documents(results).values()] == ["0", "1", "3", "4"]


@pytest.mark.parametrize("packed", [True, False])
def test_a_file_that_breaks_off_is_told(packed: bool) -> None:
    raw = pages(3, packed=packed)[:-300]
    results = opened(raw, "a.warc.gz" if packed else "a.warc")
    assert addresses(raw, "a.warc.gz" if packed else "a.warc") == ["0", "1"]
    assert len(problems(results)) == 1


@pytest.mark.parametrize("length", [b"99999999", b"700", b"0", b"-7", b"none", b"99999999999999999999999"])
@pytest.mark.parametrize("packed", [True, False])
def test_a_wrong_content_length_costs_that_record_alone(packed: bool, length: bytes) -> None:
    records = re.split(rb"(?=WARC/1\.0)", pages(4, packed=False))[1:]
    records[1] = re.sub(rb"Content-Length: \d+\r\n\r\nHTTP", b"Content-Length: " + length + b"\r\n\r\nHTTP", records[1])
    raw = b"".join(map(gzip.compress, records)) if packed else b"".join(records)
    name = "a.warc.gz" if packed else "a.warc"
    found = addresses(raw, name)
    assert [address for address in found if address != "1"] == ["0", "2", "3"]
    assert problems(opened(raw, name))


def test_ids_that_are_missing_or_doubled_are_noted() -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for number in range(2):
        record(writer, page(number).encode(), identity="<urn:uuid:7f4f2f5c-0d5b-4b5e-8f4d-9c1f6f6f2b11>")
    record(writer, page(2).encode(), identity="<urn:uuid:none>")
    raw = re.sub(rb"WARC-Record-ID: <urn:uuid:none>\r\n", b"", out.getvalue())
    notes = [
        [note.text for note in document.notes if note.code == "id"]
        for document in opened(raw, "a.warc")
        if isinstance(document, Document)
    ]
    assert notes == [[], ["another record of a.warc has the same WARC-Record-ID"], ["the record has no WARC-Record-ID"]]


def test_a_page_that_the_crawler_cut_is_noted() -> None:
    raw = pages(1, packed=False).replace(b"WARC-Type: response", b"WARC-Type: response\r\nWARC-Truncated: length", 1)
    (document,) = documents(opened(raw, "a.warc")).values()
    assert "the crawler kept only a part of it (length)" in [note.text for note in document.notes]


@pytest.mark.parametrize("stated", ["2022-05-21T01:00:00+03:00", "2022-05-20", "2022", "2022-05"])
def test_a_date_that_can_be_that_of_the_fetching_is_no_doubt(stated: str) -> None:
    body = page(1, f'<meta property="article:published_time" content="{stated}">').encode()
    (document,) = documents(opened(warc(body), "a.warc.gz")).values()
    assert (document.published, document.notes) == (stated, ())


def wacz(listed: Sequence[str] | None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.warc.gz", pages(3))
        archive.writestr("datapackage.json", "{}")
        if listed is not None:
            lines = [{"format": "json-pages-1.0"}, *({"url": url, "ts": DATE} for url in listed)]
            archive.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, lines)))
    return out.getvalue()


def test_of_a_wacz_the_visited_pages_are_read() -> None:
    assert addresses(wacz(["https://vigie.example/1"]), "site.wacz") == ["1"]
    assert addresses(wacz(None), "site.wacz") == ["0", "1", "2"]
    (source,) = documents(opened(wacz(["https://vigie.example/1"]), "site.wacz"))
    assert source == "site.wacz!archive/data.warc.gz#https://vigie.example/1"


def test_a_wacz_without_archive_is_told() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
    assert "is no WACZ" in problems(opened(out.getvalue(), "site.wacz"))[0]


@cache
def whole(*, packed: bool) -> bytes:
    return pages(2, packed=packed)


@settings(max_examples=100, deadline=None)
@given(st.booleans(), st.data())
def test_whatever_is_broken_ends_in_documents_and_problems(packed: bool, data: st.DataObject) -> None:
    raw = whole(packed=packed)
    start = data.draw(st.integers(0, len(raw) - 1))
    broken = raw[:start] + data.draw(st.binary(max_size=9)) + raw[start + data.draw(st.integers(0, 200)) :]
    for result in opened(broken, "a.warc.gz" if packed else "a.warc"):
        assert isinstance(result, Document | Problem)
        assert not isinstance(result, Problem) or "internal error" not in result.message, result
