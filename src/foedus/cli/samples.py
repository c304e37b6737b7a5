"""`foedus samples`: where the bundled sample reports are."""

from importlib.resources import files

import typer

from foedus.model.errors import DataError


def samples() -> None:
    """Print where the sample reports are.

    \b
    Examples:
      foedus read "$(foedus samples)" --ledger samples.db
    """
    folder = files("foedus.data").joinpath("samples")
    if not folder.is_dir():
        raise DataError(f"{folder}: the sample reports are missing; install Foedus again")
    typer.echo(str(folder))
