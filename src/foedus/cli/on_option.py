"""`--on`: the day that a view of a state of things is asked for."""

from datetime import UTC, date, datetime
from typing import Annotated

import typer

from foedus.model.edtf import parse
from foedus.model.errors import UsageError

OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="On this day; of a month or a year on the last. Else today."),
]


def on_day(text: str | None) -> date:
    """The day that `--on` names; today, in UTC, where it is not given. UsageError where it names none."""
    if text is None:
        return datetime.now(UTC).date()
    try:
        day = parse(text).latest
    except ValueError as error:
        raise UsageError(f"--on {error}") from error
    if day is None:
        raise UsageError(f"--on {text!r} names no day: give one like 2022, 2022-05 or 2022-05-19")
    return day
