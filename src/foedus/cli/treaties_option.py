"""`--treaties`, and the user's own folder of treaty files that it or foedus.toml names."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.config import FILE, settings
from foedus.model.errors import DataError, UsageError

if TYPE_CHECKING:
    from foedus.model.treaty import Treaty

_SHAPE = "name a folder that holds treaty files, ID.yaml"

TreatiesOption = Annotated[
    str | None,
    typer.Option("--treaties", metavar="FOLDER", help="Your own treaty files over those shipped; else foedus.toml's."),
]


def treaties(option: str | None) -> dict[str, "Treaty"]:
    """All treaties by id, the user's own in place of shipped ones; DataError where a file is wrong."""
    from foedus.gazetteer.entities import Entities  # noqa: PLC0415 - slow to load, as the next
    from foedus.judge.treaties.files import load  # noqa: PLC0415 - slow to import as well

    return load(Entities.load(), treaties_folder(option))


def treaties_folder(option: str | None) -> Path | None:
    """The folder of the option, else of foedus.toml; None where neither names one."""
    if option is not None:
        if not Path(option).is_dir():
            raise UsageError(f"treaties folder {option} is not there: {_SHAPE}")
        return Path(option)
    named = settings().get("treaties")
    if named is None:
        return None
    if not isinstance(named, str) or not named:
        raise DataError(f'{FILE}: treaties is no path: write treaties = "treaties"')
    if not Path(named).is_dir():
        raise DataError(f"{FILE}: treaties folder {named} is not there: {_SHAPE}")
    return Path(named)
