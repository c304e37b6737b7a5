"""`--format` and `--out`, alike for every view: records to a screen, a pipe or a file."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Generic, NamedTuple, TypeVar

import msgspec
import typer

from foedus.cli.atomic import whole_file
from foedus.cli.cards import Card, as_cards
from foedus.cli.console import out_is_terminal, tell, write
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


class Look(NamedTuple, Generic[T]):
    """How one record of a view is shown.

    `short` gives the cells for reading, `full` those of CSV (None: the same). A view with a `card` is shown in
    blocks on a screen, and in a pipe too where `always_cards`.
    """

    short: Callable[[T], Row]
    full: Callable[[T], Row] | None = None
    card: Callable[[T], Card] | None = None
    always_cards: bool = False


def emit(
    records: Iterable[T],
    look: Look[T],
    *,
    format: Format,
    out: Path | None,
    nothing: str = "nothing found",
    legend: str | None = None,
) -> None:
    """Records in a format. An empty answer is told, and under a table what its cells mean."""
    count = 0

    def counted() -> Iterator[T]:
        nonlocal count
        for record in records:
            count += 1
            yield record

    pieces = _pieces(counted(), look, format, screen=out is None and out_is_terminal())
    if out is None:
        for piece in pieces:
            write(piece)
    else:
        with whole_file(out) as file:
            for piece in pieces:
                file.write(piece)
    if count == 0:
        tell(nothing)
    elif legend and format is Format.TABLE and out is None:
        tell(legend)


def _pieces(records: Iterable[T], look: Look[T], format: Format, *, screen: bool) -> Iterator[bytes]:
    if format is Format.JSONL:
        return (msgspec.json.encode(record) + b"\n" for record in records)
    if format is Format.CSV:
        return as_csv(map(look.full or look.short, records))
    if format is Format.MARKDOWN:
        return as_markdown(map(look.short, records))
    if look.card and (screen or look.always_cards):
        return iter([as_cards(map(look.card, records), screen=screen)])
    return iter([as_table([look.short(record) for record in records], screen=screen)])
