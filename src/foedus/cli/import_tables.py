"""What `foedus import parquet` does: a cluster's documents and claims through the door of the ledger."""

import shlex
import time
from contextlib import ExitStack, closing
from pathlib import Path

import typer

from foedus.cli.console import counted, tell
from foedus.cli.errors import INTERRUPTED
from foedus.cli.ledger_option import shown_ledger
from foedus.cli.progress import progress
from foedus.cli.read_summary import interrupted, summary
from foedus.intake.read_job import ReadJob
from foedus.intake.sink import Nowhere
from foedus.intake.tables.folder import TableFolder
from foedus.intake.tables.table_reader import TableGiving, TableReader
from foedus.intake.turns import LONGEST
from foedus.ledger.reading.incoming import ReaderVersion
from foedus.ledger.store import Ledger
from foedus.reader.read import READABLE


def import_tables(folder: Path, ledger: str) -> int:
    """Take all in; the command's exit code."""
    began = time.monotonic()
    tables = TableFolder(folder)
    shown = shown_ledger(ledger)
    job = None
    try:
        with ExitStack() as stack:
            reader = stack.enter_context(closing(TableReader(tables)))
            job = ReadJob(
                reader,
                readable=READABLE,
                ledger=stack.enter_context(Ledger.open(ledger, create=True, lock_seconds=LONGEST)),
                sink=Nowhere(),
                min_confidence=None,
                note=shlex.join(["import", "parquet", str(folder)]),
                version=ReaderVersion(tables.job.reader, tables.job.foedus),
                tell=tell,
                given=TableGiving(),
            )
            job.run(stack.enter_context(progress(reader.items(), shown=True, what="taking in")))
    except KeyboardInterrupt:
        tell(interrupted(job.tally if job else None, shown))
        raise typer.Exit(INTERRUPTED) from None
    if reader.anew:
        tell(f"{counted(reader.anew, 'text')} read again here: {shown} knows them by another page")
    if problems := tables.problems():
        tell(f"the cluster could not read {counted(problems, 'item')}: {folder / 'problems'} says why")
    for line in summary(job.tally, shown, time.monotonic() - began):
        tell(line)
    return job.tally.exit_code
