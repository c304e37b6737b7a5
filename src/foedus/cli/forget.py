"""`foedus forget`: withdraw documents for good."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.comparing import compare_all
from foedus.cli.console import counted, tell
from foedus.cli.ids import LENGTH, short_id
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.reviewer import ReviewerOption
from foedus.cli.reviewer import reviewer as reviewer_of
from foedus.model.errors import UsageError

if TYPE_CHECKING:
    from foedus.ledger.withdrawal.forget import Scope

_LISTED = 3


def forget(
    document: Annotated[
        str | None, typer.Argument(metavar="DOCUMENT", help="Id of a document, or its beginning.")
    ] = None,
    *,
    batch: Annotated[
        int | None, typer.Option("--batch", min=1, help="All documents that came with this batch; see foedus audit.")
    ] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; this stays when the text is gone.")],
    reviewer: ReviewerOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Withdraw documents: their texts and claims, for good.

    For a takedown, somebody's privacy, a batch read by mistake. What quotes the text goes from the ledger and its
    file; a tombstone tells who withdrew it, when and why, and the hash chain stays whole. The same text, read
    again, is left out. Backups made before still hold it.

    \b
    Examples:
      foedus forget 3f9a12bc --reason "asked by its publisher"
      foedus forget --batch 12 --reason "the wrong folder" --yes
    """
    if (document is None) == (batch is None):
        raise UsageError("say what to withdraw: one document by its id, or --batch NUMBER")
    if yes and document is not None and len(document.strip()) < LENGTH:
        raise UsageError(f"{document!r} is short for something that cannot be undone: with --yes give {LENGTH} digits")
    if not reason.strip():
        raise UsageError("--reason is empty: it is what stays when the text is gone")
    with open_ledger(ledger) as store:
        scope = store.scope(document, batch=batch)
        if scope.numbers and not (yes or _agreed(scope)):
            tell("nothing was withdrawn")
            raise typer.Exit(1)
        command = f"forget {document}" if document else f"forget --batch {batch}"
        store.forget(scope, reason, actor=reviewer_of(reviewer), command=command)
        compare_all(store)
    if scope.numbers:
        typer.echo(f"withdrawn: {_told(scope)}")
    else:
        typer.echo("nothing to withdraw: it was done already; what was left of it on the disk is gone")


def _agreed(scope: "Scope") -> bool:
    if not sys.stdin.isatty():
        raise UsageError(f"this would withdraw {_told(scope)} for good: say --yes where nobody can be asked")
    return typer.confirm(f"foedus: withdraw {_told(scope)} for good?", default=False, err=True)


def _told(scope: "Scope") -> str:
    ids = ", ".join(map(short_id, scope.ids[:_LISTED])) + (" …" if len(scope.ids) > _LISTED else "")
    judged = f", {scope.judged:,} of them reviewed" if scope.judged else ""
    return f"{counted(len(scope.ids), 'document')} ({ids}) with {counted(scope.claims, 'claim')}{judged}"
