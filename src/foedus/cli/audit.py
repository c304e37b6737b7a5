"""`foedus audit`: what was written to the ledger, and whether it is still as it was written."""

from typing import Annotated

import typer

from foedus.asked.moments import moment
from foedus.cli.console import counted, tell
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.model.errors import LedgerError, UsageError

app = typer.Typer(name="audit", rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback(invoke_without_command=True)
def audit(
    context: typer.Context,
    *,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Written since then: a day, or an instant in UTC.")
    ] = None,
    actor: Annotated[str | None, typer.Option("--actor", metavar="NAME", help="What this person judged.")] = None,
    action: Annotated[
        list[str] | None,
        typer.Option(
            "--action",
            metavar="ACTION",
            help="Batches that are one: read, reread, review, name, derive, forget, migrate; or that "
            "hold such a judgement: accept, correct, reject, add, split, merge, link, unlink, undo. May be repeated.",
        ),
    ] = None,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """List what was written to the ledger, and by whom.

    Every write is a batch: when, what kind of thing, on whose word, what it brought and ended, and its link of the
    hash chain. CSV and JSON lines name every judgement.

    \b
    Examples:
      foedus audit --since 2026-03-01
      foedus audit --actor "A. Analyst" --action reject
      foedus audit verify
    """
    if context.invoked_subcommand is not None:
        return
    from foedus.cli.batch_cells import short_cells  # noqa: PLC0415 - the database library is slow to import
    from foedus.ledger.tables import ACTIONS, REVIEW_ACTIONS  # noqa: PLC0415 - the same
    from foedus.publish.audit import BATCHES  # noqa: PLC0415 - the same

    if unknown := [one for one in action or () if one not in (*ACTIONS, *REVIEW_ACTIONS)]:
        raise UsageError(f"--action {unknown[0]} is none: there are {', '.join((*ACTIONS, *REVIEW_ACTIONS))}")
    with open_ledger(ledger) as store:
        found = store.audit(since=moment(since, "--since"), actor=actor, actions=action or ())
        emit(found, Look(short_cells, BATCHES.cells), format=format, out=out, nothing="no batch matches")


@app.command()
def verify(
    expect: Annotated[
        str | None,
        typer.Option("--expect", metavar="HASH", help="A link noted earlier, which the chain must still contain."),
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Verify that the ledger is as it was written.

    Follows the hash chain from the first batch to the last and hashes every row again. Prints a line for each fault,
    else the last link: note it elsewhere, for only --expect shows that the end was cut off or all made anew.

    \b
    Examples:
      foedus audit verify --ledger case.db
      foedus audit verify --expect 7e103a1432bbe1e27d77f499abd7296764b8947e6d92a7a7cce7a5cc8251c8de
    """
    noted = expect.strip().lower() if expect is not None else None
    if noted is not None and (len(noted) != 64 or not set(noted) <= set("0123456789abcdef")):
        raise UsageError(f"--expect {expect}: a link has 64 digits, 0–9 and a–f, as `foedus audit verify` prints it")
    found = 0
    with open_ledger(ledger) as store:
        for fault in store.verify(noted):
            found += 1
            typer.echo(fault)
        head = store.head()
    if found:
        tell(f"{counted(found, 'fault')} in {store.where}; `foedus restore` brings back a backup that verifies")
        raise typer.Exit(LedgerError.exit_code)
    typer.echo(f"ok: the last link is {head.hash} of batch {head.batch}" if head else "ok: nothing was written yet")
