"""`foedus export`: a ledger's claims for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from foedus.asked.moments import moment
from foedus.cli.console import counted, tell
from foedus.cli.filter_options import AsOfOption
from foedus.cli.ledger_option import LedgerOption, open_ledger

app = typer.Typer(name="export", no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback()
def export() -> None:
    """Write the ledger out for other programs.

    \b
    Examples:
      foedus export parquet --out claims --ledger case.db
    """


@app.command()
def parquet(
    *,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write: it must not be there yet.")],
    as_of: AsOfOption = None,
    without_texts: Annotated[
        bool, typer.Option("--without-texts", help="Leave the documents' texts out; claims keep their sentences.")
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Write claims and documents as Parquet files by day.

    Claims that hold, those that people rejected left out, with a column for whatever is filtered and the whole record
    beside it; DuckDB, Polars, pandas and Spark open the folder as it is. It is there whole or not at all.

    \b
    Examples:
      foedus export parquet --out claims --ledger case.db
      foedus export parquet --out claims-in-june --as-of 2024-06-30 --without-texts
    """
    from foedus.cli.export_tables import export_tables  # noqa: PLC0415 - the rooms below are slow to import

    when = moment(as_of, "--as-of", latest=True)
    with open_ledger(ledger) as store:
        claims, documents = export_tables(store, out, when, texts=not without_texts)
    tell(f"{out}: {counted(claims, 'claim')}, {counted(documents, 'document')}")
