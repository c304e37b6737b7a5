"""`foedus migrate`: an older ledger brought up to the schema of this version."""

from typing import Annotated

import typer

from foedus.cli.config import ledger_path
from foedus.cli.ledger_option import LedgerOption, open_ledger


def migrate(
    no_backup: Annotated[
        bool, typer.Option("--no-backup", help="Keep no copy of the ledger as it is now beside it.")
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Bring an older ledger up to this version's schema.

    All of it or nothing: where it is cut off, the ledger is as it was. A copy of the old ledger stays beside it, as
    case.schema-1.db beside case.db. A ledger that is up to date is left alone.

    \b
    Examples:
      foedus migrate
      foedus migrate --ledger case.db --no-backup
    """
    from foedus.ledger.migrate.migration import migrate as bring_up  # noqa: PLC0415 - the database library is slow

    done = bring_up(ledger_path(ledger), backup=not no_backup)
    _name_entities(ledger)
    if done.found == done.now:
        typer.echo(f"nothing to do: the ledger has schema {done.now}, that of this version")
        return
    kept = f"; as it was, it is {done.backup}" if done.backup else ""
    typer.echo(f"brought up from schema {done.found} to schema {done.now}{kept}")


def _name_entities(ledger: str | None) -> None:
    """Names that an older ledger did not keep come from the gazetteer, so that a search finds its claims by them.

    It is done as often as the command is run: a run may have been cut off before.
    """
    from foedus.intake.met import Met  # noqa: PLC0415 - loads the gazetteer

    with open_ledger(ledger) as store:
        met = Met().of(store.claims())
        if met:
            store.name_entities(met, command="foedus migrate")
