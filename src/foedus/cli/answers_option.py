"""`--answers`: the folder that keeps requests to a model, its answers, and what proof kept out."""

from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.config import FILE, settings
from foedus.model.errors import DataError, UsageError

DEFAULT = "foedus-answers"

AnswersOption = Annotated[
    Path | None,
    typer.Option(
        "--answers",
        metavar="DIR",
        help=f"Where requests and answers are kept; else that of foedus.toml, else {DEFAULT} beside the ledger.",
    ),
]


def answers_folder(option: Path | None, ledger: str | None) -> Path:
    """The folder of the option, else of foedus.toml, else `foedus-answers` beside the ledger's file.

    Beside a ledger in a database, or without one (None), is the working folder. UsageError, or DataError for
    foedus.toml, where it is no folder; one that is not there is made when something is kept.
    """
    if option is not None:
        if option.exists() and not option.is_dir():
            raise UsageError(f"--answers {option} is no folder: name one, or one that is to be made")
        return option
    named = settings().get("answers")
    if named is None:
        return _beside(ledger) / DEFAULT
    if not isinstance(named, str) or not named or (Path(named).exists() and not Path(named).is_dir()):
        raise DataError(f'{FILE}: answers is no folder: write answers = "{DEFAULT}"')
    return Path(named)


def _beside(ledger: str | None) -> Path:
    from foedus.ledger.stores.location import located  # noqa: PLC0415 - the database library is slow to import

    found = located(ledger) if ledger is not None else None
    return found.parent if isinstance(found, Path) else Path()
