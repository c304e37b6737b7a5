"""JSON lines to documents, one line at a time: fields text or html, and published, title, outlet, url, lang, id."""

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from foedus.ingest.bounded_lines import bounded_lines
from foedus.ingest.formats import Nested
from foedus.ingest.options import Options
from foedus.ingest.problem import Problem, Result
from foedus.ingest.rows import Rows
from foedus.model.document import Document
from foedus.model.errors import InputError

EXTRACTOR = "jsonl/1"


def read_jsonl(stream: BinaryIO, item: str, options: Options, _: Nested) -> Iterator[Result]:
    """A document or a problem for each line that is not blank; never more than one line in memory."""
    rows = Rows(options, EXTRACTOR)
    for number, line in enumerate(bounded_lines(stream, options.max_bytes), start=1):
        where = f"{item}:{number}"
        try:
            if line.strip():
                yield read_line(line, where, options, rows)
        except InputError as error:
            yield Problem(where, str(error))


def read_line(line: bytes, where: str, options: Options, rows: Rows | None = None) -> Document:
    """The document of one line; `rows` are those of its file. InputError where it is no object or has no text."""
    rows = rows or Rows(options, EXTRACTOR)
    return rows.document(_record(line, where, options), line.strip(), where)


def _record(line: bytes, where: str, options: Options) -> Mapping[str, Any]:
    if len(line) > options.max_bytes:
        raise InputError(f"{where} is longer than {options.max_bytes:,} bytes: raise --max-size or split it")
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"{where} is no JSON object: {error}; put one whole object on each line") from error
    if not isinstance(record, dict):
        raise InputError(f"{where} is no JSON object: put one on each line (of an array: `jq -c '.[]'`)")
    return record
