"""`foedus restore`: a backup brought back."""

from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.config import ledger_path
from foedus.cli.holdings import holdings
from foedus.cli.ledger_option import LedgerOption, open_ledger


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup, or any other ledger in a file.")],
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Put the ledger that is there aside, under another name."),
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Bring a backup back.

    It goes into a new file or an empty schema of PostgreSQL, and is verified before it takes its place. A ledger that
    is there stays as it is unless --replace puts it aside: a file beside it, as
    case.before-restore-20260302-090000.db, or a schema of such a name.

    \b
    Examples:
      foedus restore case-2026-03-02.db --ledger case.db --replace
      foedus restore case.db --ledger postgresql://desk@archive/foedus
    """
    from foedus.ledger.copies.restore import restore as bring_back  # noqa: PLC0415 - the database library is slow to import
    from foedus.ledger.stores.location import shown  # noqa: PLC0415 - as above

    where = ledger_path(ledger)
    aside = bring_back(file, where, replace=replace)
    with open_ledger(ledger) as store:
        counts, head = store.counts(), store.head()
    held = holdings(counts.documents, counts.claims, counts.batches, head.hash if head else None)
    typer.echo(f"{file} is back as {shown(where)}: {held}" + (f"; what was there is now {aside}" if aside else ""))
