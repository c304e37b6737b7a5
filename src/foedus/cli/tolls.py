"""`foedus tolls`: killed, hit and displaced, as of the days on which the numbers were told."""

from typing import TYPE_CHECKING

from foedus.cli.filter_options import with_filters
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.cli.toll_cells import LEGEND, full_cells, short_cells
from foedus.cli.view_cells import asking_for

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter


@with_filters
def tolls(
    which: "ClaimFilter", ledger: LedgerOption = None, format: FormatOption = Format.TABLE, out: OutOption = None
) -> None:
    """Print tolls over time.

    Casualties, hits and displaced people: each number with the day on which it was told and the date of the event. A
    toll that grows is a series, no contradiction; numbers are never added up.

    \b
    Examples:
      foedus tolls --about Ukraine --from 2022-10
      foedus tolls --type displacement --format csv --out displaced.csv
    """
    from foedus.register.tolls import READS  # noqa: PLC0415 - slow to import as well
    from foedus.register.tolls import tolls as series  # noqa: PLC0415 - slow to import as well

    with open_ledger(ledger) as store:
        found = series(store.claims(asking_for(which, READS)))
    look = Look(short_cells, full_cells)
    emit(found, look, format=format, out=out, nothing="no claim of a toll matches", legend=LEGEND)
