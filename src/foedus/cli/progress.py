"""How far a reading or comparing is, on standard error, where a person can see it and no results stand in its way."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


@contextmanager
def progress(items: Iterable[T], *, shown: bool, what: str = "reading") -> Iterator[Iterable[T]]:
    """The items, counted on the screen while they are taken; their number is not known before."""
    if not (shown and sys.stderr.isatty()):
        yield items
        return
    from rich.console import Console  # noqa: PLC0415 - only a screen needs it
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - slow to import as well

    columns = (SpinnerColumn(), TextColumn(what), MofNCompleteColumn(), TimeElapsedColumn())
    # standard output is another stream: results must not be drawn into the progress display
    bar = Progress(*columns, console=Console(stderr=True), redirect_stdout=False, transient=True)
    with bar:
        yield bar.track(items)
