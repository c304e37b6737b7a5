"""Who judges: `--reviewer`, else `reviewer` in foedus.toml, else the user of this computer."""

import getpass
from typing import Annotated

import typer

from foedus.cli.config import FILE, settings
from foedus.model.errors import DataError, UsageError

ReviewerOption = Annotated[
    str | None,
    typer.Option("--reviewer", metavar="NAME", help="Who judges; else that of foedus.toml, else the user's name."),
]


def reviewer(option: str | None) -> str:
    """The name that a judgement is kept under; an error where none is to be had."""
    named = settings().get("reviewer") if option is None else option
    if named is None:
        return _user()
    if not isinstance(named, str) or not named.strip():
        if option is None:
            raise DataError(f'{FILE}: reviewer is no name: write reviewer = "anna"')
        raise UsageError("--reviewer is empty: a judgement needs the name of who judges")
    return named.strip()


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:  # no variable names the user, and the system does not either
        raise UsageError("nobody says who judges: give --reviewer NAME") from error
