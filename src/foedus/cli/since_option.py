"""`--since`: from which moment of the ledger's own time on."""

from datetime import date
from typing import Annotated

import typer

from foedus.model.edtf import parse
from foedus.model.errors import UsageError

SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="From the beginning of this day, month or year on, in UTC."),
]


def moment(text: str | None) -> date | None:
    """The day that `--since` begins with; None where it is not given. UsageError where it names none."""
    if text is None:
        return None
    try:
        day = parse(text).earliest
    except ValueError as error:
        raise UsageError(f"--since {error}") from error
    if day is None:
        raise UsageError(f"--since {text!r} names no day: give one like 2022, 2022-05 or 2022-05-19")
    return day
