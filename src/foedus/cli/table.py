"""Rows of text as a person or a program wants them: a table, CSV or Markdown. Cells are never cut short."""

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

Row = Mapping[str, str]

_LONGEST_KEPT = 14
"""Characters: a word up to here is not broken where the screen is narrow."""


def as_table(rows: Sequence[Row], title: str | None = None, *, screen: bool) -> bytes:
    """Drawn for a screen, else columns two spaces apart, one line a row."""
    if not rows:
        return b""
    return _boxed(rows, title) if screen else _plain(rows, title)


def as_csv(rows: Iterable[Row]) -> Iterator[bytes]:
    """One piece a row, lines ended as everywhere else here, the names of the columns first."""
    for number, row in enumerate(rows):
        if number == 0:
            yield _csv_line(row.keys())
        yield _csv_line(row.values())


def as_markdown(rows: Iterable[Row]) -> Iterator[bytes]:
    """A table as GitHub reads it, one piece a row."""
    for number, row in enumerate(rows):
        if number == 0:
            yield _markdown_line(row.keys()) + _markdown_line("---" for _ in row)
        yield _markdown_line(row.values())


def _boxed(rows: Sequence[Row], title: str | None) -> bytes:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - only a screen needs it
    from rich.console import Console  # noqa: PLC0415 - slow to import as well
    from rich.table import Table  # noqa: PLC0415 - slow to import as well
    from rich.text import Text  # noqa: PLC0415 - slow to import as well

    table = Table(box=SIMPLE_HEAD, title=Text(title) if title else None, title_justify="left", pad_edge=False)
    for name in rows[0]:
        table.add_column(Text(name), overflow="fold", min_width=_least(name, [row[name] for row in rows]))
    for row in rows:
        table.add_row(*(Text(cell) for cell in row.values()))
    console = Console(file=io.StringIO(), force_terminal=True, width=Console(file=sys.stdout).width)
    with console.capture() as captured:
        console.print(table)
    return captured.get().encode()


def _least(name: str, cells: Iterable[str]) -> int:
    return min(_LONGEST_KEPT, max(len(word) for cell in (name, *cells) for word in cell.split()))


def _plain(rows: Sequence[Row], title: str | None) -> bytes:
    from rich.cells import cell_len  # noqa: PLC0415 - slow to import as well

    lines = [list(rows[0]), *([_one_line(cell) for cell in row.values()] for row in rows)]
    widths = [max(cell_len(line[column]) for line in lines) for column in range(len(lines[0]))]
    laid = (
        "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
    return "".join(f"{line}\n" for line in ([title] if title else []) + list(laid)).encode()


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


def _csv_line(cells: Iterable[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue().encode()


def _markdown_line(cells: Iterable[str]) -> bytes:
    return f"| {' | '.join(_one_line(cell).replace('|', chr(92) + '|') for cell in cells)} |\n".encode()
