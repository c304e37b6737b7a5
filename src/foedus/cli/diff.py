"""`foedus diff`: what changed in the ledger since a day."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.asked.moments import moment
from foedus.cli.filter_options import with_filters
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.output import Format, FormatOption, OutOption, emit
from foedus.model.errors import UsageError

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter


@with_filters
def diff(
    which: "ClaimFilter",
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Until the end of this day, or an instant; else until now.")
    ] = None,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """List what changed since a day.

    Claims that are new, changed (each field with its value before and after), gone or rejected, and by whom; pairs
    that contradict each other and did not then; corrected metadata and withdrawn documents. --since says from when
    on; the other filters choose claims, as they were before or as they are now.

    \b
    Examples:
      foedus diff --since 2024-05-01
      foedus diff --since 2024-05 --until 2024-06 --about Belarus --format md
    """
    from foedus.cli.diff_broken import broken  # noqa: PLC0415 - slow to import as well
    from foedus.cli.diff_cells import LOOK  # noqa: PLC0415 - slow to import as well

    since, last = which.learned_since, moment(until, "--until", latest=True)
    if since is None:
        raise UsageError("diff needs a day to begin with: give --since, as --since 2024-05-01")
    if last is not None and which.as_of is not None:
        raise UsageError("--until and --as-of say the same here: give one of them")
    asked = replace(which, learned_since=None, as_of=last if which.as_of is None else which.as_of)
    with open_ledger(ledger) as store:
        found = store.changes(since, asked.as_of, asked)
        found += broken(store, found, since, asked)
    emit(found, LOOK, format=format, out=out, nothing="nothing changed")
