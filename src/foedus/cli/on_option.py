"""`--on`: the day that a view of a state of things is asked for."""

from datetime import UTC, date, datetime
from typing import Annotated

import typer

from foedus.asked.moments import day

OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="On this day; of a month or a year on the last. Else today."),
]


def on_day(text: str | None) -> date:
    """The day that `--on` names; today, in UTC, where it is not given. UsageError where it names none."""
    return day(text, "--on", latest=True) or datetime.now(UTC).date()
