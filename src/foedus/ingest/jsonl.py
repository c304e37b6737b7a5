"""JSON lines to documents, one line at a time: fields text or html, and published, title, outlet, url, lang."""

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from foedus.ingest.bounded_lines import bounded_lines
from foedus.ingest.columns import undated, without_text
from foedus.ingest.decode import check_text
from foedus.ingest.document import build
from foedus.ingest.formats import Nested
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem, Result
from foedus.model.document import Document
from foedus.model.errors import InputError, UsageError

FIELDS = ("text", "html", "url", "published", "title", "outlet", "lang")
EXTRACTOR = "jsonl/1"


def read_jsonl(stream: BinaryIO, item: str, options: Options, _: Nested) -> Iterator[Result]:
    """A document or a problem for each line that is not blank; never more than one line in memory."""
    for number, line in enumerate(bounded_lines(stream, options.max_bytes), start=1):
        where = f"{item}:{number}"
        try:
            if line.strip():
                yield _document(line, where, options)
        except InputError as error:
            yield Problem(where, str(error))


def parse_columns(text: str) -> dict[str, str]:
    """Field → column of `text=body,published=date`; UsageError where it is not of that form."""
    columns: dict[str, str] = {}
    for part in filter(None, text.split(",")):
        field, equals, column = (piece.strip() for piece in part.partition("="))
        if field not in FIELDS or not equals or not column:
            raise UsageError(f"--map {part!r} is not FIELD=COLUMN with a field of {', '.join(FIELDS)}")
        columns[field] = column
    return columns


def _document(line: bytes, where: str, options: Options) -> Document:
    if len(line) > options.max_bytes:
        raise InputError(f"{where} is longer than {options.max_bytes:,} bytes: raise --max-size or split it")
    record = _record(line, where)
    value = {field: _field(record, field, options.columns.get(field, field), where) for field in FIELDS}
    own = Metadata(value["published"], value["title"], value["outlet"], value["url"], _language(value["lang"]))
    given = own.over(options.metadata)
    if value["text"]:
        text = check_text(value["text"], where)
        notes = () if given.published else undated(record)
        return build(text, given, raw=line.strip(), extractor=EXTRACTOR, source=where, notes=notes)
    if value["html"]:
        from foedus.ingest.html import read_page  # noqa: PLC0415 - slow to import, and lines mostly hold text

        return read_page(value["html"], where, given, raw=line.strip())
    raise InputError(f"{where} {without_text(record)}")


def _record(line: bytes, where: str) -> Mapping[str, Any]:
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"{where} is no JSON object: {error}; put one whole object on each line") from error
    if not isinstance(record, dict):
        raise InputError(f"{where} is no JSON object: put one on each line (of an array: `jq -c '.[]'`)")
    return record


def _field(record: Mapping[str, Any], field: str, column: str, where: str) -> str | None:
    value = record.get(column)
    if value is None or isinstance(value, str):
        return value or None
    if field == "published" and isinstance(value, int):
        return str(value)
    raise InputError(f"{where}: {column} is no string: {str(value)[:40]}")


def _language(tag: str | None) -> str | None:
    """The primary subtag: `fr` of `fr-BE`."""
    return tag.replace("_", "-").split("-")[0].lower() if tag else None
