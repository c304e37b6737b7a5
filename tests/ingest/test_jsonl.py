"""JSON lines: one document a line, a broken line reported with its number while the rest goes on."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest

from foedus.ingest.columns import parse_columns
from foedus.ingest.jsonl import read_jsonl
from foedus.ingest.opening import Opening
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem, Result
from foedus.model.document import Document
from foedus.model.errors import UsageError

NESTED = Opening("in.jsonl", None, Options()).nested
GOOD = b'{"text": "Two ships left port.", "published": "2022-05-19T08:00:00Z", "lang": "en-GB", "outlet": "Daily"}\n'


def read(raw: bytes, options: Options | None = None) -> list[Result]:
    return list(read_jsonl(BytesIO(raw), "in.jsonl", options or Options(), NESTED))


def only(raw: bytes, options: Options | None = None) -> Document:
    (result,) = read(raw, options)
    assert isinstance(result, Document), result
    return result


def test_a_line_gives_a_document_with_its_metadata() -> None:
    document = only(GOOD)
    assert (document.text, document.published, document.lang) == ("Two ships left port.", "2022-05-19T08:00:00Z", "en")
    assert (document.outlet, document.source) == ("Daily", "in.jsonl:1")


def test_a_title_is_put_before_the_text() -> None:
    assert only(b'{"title": "Ships", "text": "They left."}').text == "Ships\n\nThey left."


def test_a_page_in_a_line_is_extracted() -> None:
    page = "<html><body><article><p>" + "The two ships left port on Monday, the ministry said. " * 6 + "</p></article>"
    document = only(b'{"html": "%s"}' % page.encode())
    assert document.text.startswith("The two ships left port")
    assert document.extractor.startswith("trafilatura/")


def test_columns_are_mapped() -> None:
    options = Options(columns=parse_columns("text=body, published=date"))
    document = only(b'{"body": "Two ships left.", "date": 20220519}', options)
    assert (document.text, document.published) == ("Two ships left.", "2022-05-19")


@pytest.mark.parametrize("text", ["body", "colour=red", "text=", "=body"])
def test_a_map_of_another_form_is_a_usage_error(text: str) -> None:
    with pytest.raises(UsageError, match="FIELD=COLUMN"):
        parse_columns(text)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "cut off', "no JSON object"),
        (b'["text"]', "no JSON object"),
        (b'{"text": "\xff\xfe"}', "no JSON object"),
        (b"[" * 100_000, "no JSON object"),
        (b'{"body": "x"}', r"its fields: body\): name the column, like --map text=body"),
        (b'{"text": ["x"]}', "text is no string"),
        (b'{"text": " "}', "is empty"),
        (b'{"text": "a\\u0000b"}', "is not text"),
        (b'{"text": "half \\ud83d pair"}', "no JSON object|is not text"),
        (b'{"text": "' + b"x" * 400_000 + b'"}', "longer than 300,000 bytes"),
    ],
)
def test_a_broken_line_is_reported_with_its_number_and_the_rest_goes_on(line: bytes, reason: str) -> None:
    results = read(GOOD + b"\n" + line + b"\n" + GOOD, Options(max_bytes=300_000))
    assert isinstance(results[0], Document)
    assert isinstance(results[2], Document)
    problem = results[1]
    assert isinstance(problem, Problem)
    assert problem.item == "in.jsonl:3"
    assert problem.message.startswith("in.jsonl:3")
    assert re.search(reason, problem.message)
    assert "\n" not in problem.message


def test_a_wrong_date_or_language_becomes_a_note() -> None:
    document = only(b'{"text": "Two ships left.", "published": "05/06/2022", "lang": "english"}')
    assert (document.published, document.lang) == (None, "und")
    assert [note.code for note in document.notes] == ["published", "language"]


def test_metadata_given_beside_fill_what_a_line_leaves_out() -> None:
    given = Options(metadata=Metadata(outlet="Weekly", url="https://weekly.example"))
    document = only(GOOD, given)
    assert (document.outlet, document.url) == ("Daily", "https://weekly.example")


def test_lines_are_read_one_at_a_time() -> None:
    class Endless(BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            return GOOD[: size or None] if size and size > 0 else GOOD

    results: Iterator[Result] = read_jsonl(Endless(), "in.jsonl", Options(), NESTED)
    assert isinstance(next(results), Document)
    assert isinstance(next(results), Document)


def test_a_byte_order_mark_and_a_last_line_without_end_are_read() -> None:
    assert len(read(b"\xef\xbb\xbf" + GOOD + GOOD.rstrip())) == 2


def test_the_longest_column_is_the_example_of_a_line_without_text() -> None:
    (problem,) = read(b'{"link": "https://daily.example/a/very/long/address", "head": "Ships", "body": "They left."}')
    assert isinstance(problem, Problem)
    assert "(its fields: body, head, link): name the column, like --map text=body" in problem.message


def test_a_column_that_may_be_the_date_of_publication_is_noted_and_not_taken() -> None:
    document = only(b'{"text": "They left.", "pub_date": "2022-05-19", "updated": 7}')
    assert document.published is None
    assert [note.text for note in document.notes] == [
        "no date of publication; if pub_date is it, use --map published=pub_date"
    ]
    assert only(b'{"text": "They left.", "published": "2022", "date": "2022-05-19"}').notes == ()
    assert only(b'{"text": "They left.", "date": "soon"}').notes == ()
