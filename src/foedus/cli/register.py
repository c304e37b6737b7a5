"""`foedus register`: the transfer register, recomputed from the ledger's claims."""

from typing import TYPE_CHECKING

from foedus.asked.levels import sure_level
from foedus.cli.filter_options import with_filters
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.origins_option import OriginsOption, counting
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.cli.register_cells import LEGEND, short_cells
from foedus.cli.view_cells import asking_for

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter


@with_filters
def register(
    which: "ClaimFilter",
    origins: OriginsOption = False,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """Print the register of arms transfers.

    Supplier, recipient, item, numbers, years and local production, computed from the claims; parentheses mark what is
    uncertain. Rows of which no claim is read surely come last, marked "to check".

    \b
    Examples:
      foedus register --about Turkey
      foedus register --from 2020 --format csv --out register.csv
      foedus register --about Mali --origins
    """
    from foedus.gazetteer.entities import Entities  # noqa: PLC0415 - slow to import as well
    from foedus.publish.register import REGISTER  # noqa: PLC0415 - with the register
    from foedus.register.rows import READS, register_rows  # noqa: PLC0415 - slow to import as well

    known = Entities.load().get
    with open_ledger(ledger) as store:
        count = counting(store, which) if origins else None
        claims = store.claims(asking_for(which, READS))
        rows = register_rows(claims, sure=sure_level(), known=known, origins=count)
    look = Look(short_cells, REGISTER.cells)
    emit(rows, look, format=format, out=out, nothing="no claim of a transfer matches", legend=LEGEND)
