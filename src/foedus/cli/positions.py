"""`foedus positions`: who has what where on a day."""

from typing import TYPE_CHECKING

from foedus.cli.filter_options import with_filters
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.on_option import OnOption, on_day
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.cli.position_cells import LEGEND, full_cells, short_cells
from foedus.cli.view_cells import asking_for

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter


@with_filters
def positions(
    which: "ClaimFilter",
    on: OnOption = None,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """Print who has what where on a day.

    What claims say is deployed until they say it is withdrawn, and what was delivered, is held or in service until they
    say it is lost. Nothing is subtracted, and what no claim tells stays open.

    \b
    Examples:
      foedus positions --on 2022-10-01
      foedus positions --about Belarus --type deployment --on 2022-02
    """
    from foedus.gazetteer.entities import Entities  # noqa: PLC0415 - slow to import as well
    from foedus.register.positions import READS  # noqa: PLC0415 - slow to import as well
    from foedus.register.positions import positions as positions_on  # noqa: PLC0415 - slow to import as well

    day = on_day(on)
    with open_ledger(ledger) as store:
        found = positions_on(store.claims(asking_for(which, READS)), day, known=Entities.load().get)
    look = Look(short_cells, full_cells)
    emit(found, look, format=format, out=out, nothing=f"no claim tells who has what on {day}", legend=LEGEND)
