"""`foedus timeline`: the course of each deal, in order of date."""

from typing import TYPE_CHECKING

from foedus.cli.filter_options import with_filters
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.cli.timeline_cells import LEGEND, short_cells
from foedus.cli.view_cells import asking_for

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter


@with_filters
def timeline(
    which: "ClaimFilter", ledger: LedgerOption = None, format: FormatOption = Format.TABLE, out: OutOption = None
) -> None:
    """Print the course of each deal in order of date.

    Talks, order, what is due, deliveries and halts of one supplier, recipient and item, each with how surely it is said
    and with the claims that contradict it. What no claim dates comes last.

    \b
    Examples:
      foedus timeline --about Poland --with "South Korea"
      foedus timeline --about S-400 --format csv --out course.csv
    """
    from foedus.publish.timeline import TIMELINE  # noqa: PLC0415 - with the register
    from foedus.register.timeline import READS, timelines  # noqa: PLC0415 - slow to import as well

    with open_ledger(ledger) as store:
        found = timelines(store.claims(asking_for(which, READS)))
    look = Look(short_cells, TIMELINE.cells)
    emit(found, look, format=format, out=out, nothing="no claim of a transfer matches", legend=LEGEND)
