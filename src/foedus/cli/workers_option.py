"""`--workers`: how many processes read at once."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.models_folder import models_folder

if TYPE_CHECKING:
    from foedus.intake.crew import Crew

MUCH = 1_000_000
"""Bytes from which on several processes pay, unless said otherwise: each takes seconds and memory to begin."""

WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=1,
        max=256,
        metavar="N",
        help="Read with so many processes at once; what comes of it is the same.",
        show_default="a process a core where there is a megabyte or more to read, else one",
    ),
]


@contextmanager
def crew_for(
    paths: Sequence[str], workers: int | None, choices: Mapping[str, str], own: Path | None
) -> "Iterator[Crew | None]":
    """The processes that read for a command; None where one is enough, which is then the command's own.

    To be entered before a ledger is opened: what is forked has none open.
    """
    wanted = workers or (cores() if _is_much(paths) else 1)
    if wanted == 1:
        yield None
        return
    from foedus.intake.crew import Recipe, crew  # noqa: PLC0415 - the reader is slow to import

    with crew(Recipe(choices, own, models_folder()), wanted) as made:
        yield made


def cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _is_much(paths: Sequence[str]) -> bool:
    """Whether files and folders together hold as much; how much standard input will bring nobody knows."""
    size = 0
    for path in map(Path, paths):
        for file in path.rglob("*") if path.is_dir() else (path,):
            size += file.stat().st_size if file.is_file() else 0
            if size >= MUCH:
                return True
    return False
