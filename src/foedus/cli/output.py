"""`--format` and `--out`, alike for every view: records to a screen, a pipe or a file."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec
import typer

from foedus.cli.atomic import whole_file
from foedus.cli.console import tell, write
from foedus.cli.table import Row, as_csv, as_markdown, as_table

T = TypeVar("T")


class Format(StrEnum):
    """How results are written."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"
    MARKDOWN = "md"


FormatOption = Annotated[Format, typer.Option("--format", help="How to write: table, csv, jsonl or md (Markdown).")]
OutOption = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Write there instead of to standard output.")
]


def emit(
    records: Iterable[T],
    *,
    format: Format,
    out: Path | None,
    short: Callable[[T], Row],
    full: Callable[[T], Row] | None = None,
    nothing: str = "nothing found",
) -> None:
    """Records in a format; `short` gives the cells for reading, `full` those of CSV. An empty answer is told."""
    count = 0

    def counted() -> Iterator[T]:
        nonlocal count
        for record in records:
            count += 1
            yield record

    pieces = _pieces(counted(), format, short, full or short)
    if out is None:
        for piece in pieces:
            write(piece)
    else:
        with whole_file(out) as file:
            for piece in pieces:
                file.write(piece)
    if count == 0:
        tell(nothing)


def _pieces(
    records: Iterable[T], format: Format, short: Callable[[T], Row], full: Callable[[T], Row]
) -> Iterator[bytes]:
    if format is Format.JSONL:
        return (msgspec.json.encode(record) + b"\n" for record in records)
    if format is Format.CSV:
        return as_csv(map(full, records))
    if format is Format.MARKDOWN:
        return as_markdown(map(short, records))
    return iter([as_table([short(record) for record in records])])
