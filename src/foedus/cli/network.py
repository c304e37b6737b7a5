"""`foedus network`: who supplies what to whom, the whole ledger at once."""

from typing import Annotated

import typer

from foedus.asked.moments import day, moment
from foedus.cli.filter_options import AsOfOption
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.network_cells import LEGEND, short_cells
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.publish.links import LINKS


def network(
    *,
    as_of: AsOfOption = None,
    published_by: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only from texts published by this day, on any page.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=0, help="So many rows; 0 for all.")] = 50,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """Print who supplies what to whom, the whole network.

    A row for each supplier, recipient and item, what most claims speak of first: counted, with bounds, and not weighed
    as the register weighs them, so that it takes a second where the register takes minutes. It is computed from columns
    beside the ledger, which the first call makes.

    \b
    Examples:
      foedus network --as-of 2024-05-01
      foedus network --limit 0 --format csv --out network.csv
    """
    from foedus.register.network import network_rows, scheme  # noqa: PLC0415 - slow to import as well
    from foedus.register.standing import LADDER  # noqa: PLC0415 - with it

    with open_ledger(ledger) as store:
        found = store.network(
            scheme(),
            plain="plain",
            ladder=LADDER,
            as_of=moment(as_of, "--as-of", latest=True),
            published_by=day(published_by, "--published-by", latest=True),
        )
    rows = network_rows(found, limit or None)
    emit(rows, Look(short_cells, LINKS.cells), format=format, out=out, nothing="no claim of a transfer", legend=LEGEND)
