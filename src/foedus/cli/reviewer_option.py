"""`--reviewer`: on whose word something is written."""

import getpass
from typing import Annotated

import typer

from foedus.cli.config import FILE, settings
from foedus.model.errors import DataError, UsageError

ReviewerOption = Annotated[
    str | None,
    typer.Option("--reviewer", metavar="NAME", help="Who you are; else that of foedus.toml, else your user name."),
]


def reviewer_name(option: str | None) -> str:
    """The name of the option, else of foedus.toml, else of the user; UsageError where there is none at all."""
    if option is not None:
        if not option.strip():
            raise UsageError("--reviewer is empty: give a name")
        return option.strip()
    told = settings().get("reviewer")
    if told is not None:
        if not isinstance(told, str) or not told.strip():
            raise DataError(f'{FILE}: reviewer is no name: write reviewer = "A. Analyst"')
        return told.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise UsageError("nobody knows who you are: give --reviewer NAME") from error
