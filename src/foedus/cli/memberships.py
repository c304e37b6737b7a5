"""`foedus memberships`: who stands how to which organisation on a day."""

from typing import TYPE_CHECKING

from foedus.cli.filter_options import with_filters
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.membership_cells import LEGEND, full_cells, short_cells
from foedus.cli.on_option import OnOption, on_day
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.cli.view_cells import asking_for

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter


@with_filters
def memberships(
    which: "ClaimFilter",
    on: OnOption = None,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """Print memberships on a day, as claims tell them.

    Who is a member of what, has frozen its part, is leaving or has left by that day; who only asked to join, or was
    refused, shows as that. Only what claims tell is listed, not what is known otherwise.

    \b
    Examples:
      foedus memberships --about CSTO --on 2024-03
      foedus memberships --format csv --out members.csv
    """
    from foedus.register.memberships import READS  # noqa: PLC0415 - slow to import as well
    from foedus.register.memberships import memberships as memberships_on  # noqa: PLC0415 - slow to import as well

    day = on_day(on)
    with open_ledger(ledger) as store:
        found = memberships_on(store.claims(asking_for(which, READS)), day)
    look = Look(short_cells, full_cells)
    emit(found, look, format=format, out=out, nothing=f"no claim tells of a membership on {day}", legend=LEGEND)
