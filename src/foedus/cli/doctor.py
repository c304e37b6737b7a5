"""`foedus doctor`: is everything here, whole and in its right version."""

import typer

from foedus.cli.config import ledger_path
from foedus.cli.ledger_option import LedgerOption


def doctor(ledger: LedgerOption = None) -> None:
    """Check the installation and the ledger.

    Versions, lexicon, gazetteer, pipelines, the page's scripts and the ledger's integrity, and what to do about what is
    wrong.

    \b
    Examples:
      foedus doctor
      foedus doctor --ledger case.db
    """
    from foedus.cli.health import examine  # noqa: PLC0415 - loads every room

    worst = 0
    for finding in examine(ledger_path(ledger)):
        typer.echo(f"{finding.state:<5} {finding.name:<10} {finding.text}")
        worst = max(worst, finding.code)
    raise typer.Exit(worst)
