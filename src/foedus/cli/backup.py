"""`foedus backup`: all that a ledger holds, in one file."""

from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.holdings import holdings
from foedus.cli.ledger_option import LedgerOption, open_ledger


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write: an SQLite ledger.")],
    without_texts: Annotated[
        bool,
        typer.Option("--without-texts", help="Leave the documents' texts out; claims keep their sentences."),
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Write the whole ledger into one file.

    The file is itself a ledger. Others may read and write meanwhile. It is verified before it takes its name; an
    earlier backup of the same ledger is replaced by it, and nothing else is. The line that is printed ends with the
    last link of the hash chain: noted elsewhere, it tells later whether anything was cut off or rewritten.

    \b
    Examples:
      foedus backup case-2026-03-02.db --ledger case.db
      foedus backup to-share.db --without-texts
      foedus backup desk.db --ledger postgresql://desk@archive/foedus
    """
    with open_ledger(ledger) as store:
        done = store.backup(file, texts=not without_texts)
    typer.echo(f"{file}: {holdings(done.documents, done.claims, done.batches, done.link)}")
