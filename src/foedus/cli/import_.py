"""`foedus import`: what was read elsewhere, into the ledger."""

from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.config import ledger_path
from foedus.cli.ledger_option import LedgerOption

app = typer.Typer(name="import", no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback()
def import_() -> None:
    """Take what a cluster read into the ledger.

    \b
    Examples:
      foedus import parquet claims-2024 --ledger case.db
    """


@app.command()
def parquet(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that foedus scale submit wrote.")],
    *,
    ledger: LedgerOption = None,
) -> None:
    """Take the tables of a cluster's job into the ledger.

    Documents with their texts and claims, in whole batches, compared with all others as foedus read does. What is
    there already is not taken twice: the same command goes on where it was, and takes what has come since.

    \b
    Examples:
      foedus import parquet claims-2024 --ledger case.db
    """
    from foedus.cli.import_tables import import_tables  # noqa: PLC0415 - the rooms below are slow to import

    raise typer.Exit(import_tables(folder, ledger_path(ledger)))
