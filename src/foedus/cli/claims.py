"""`foedus claims`: the claims of the ledger, filtered."""

from typing import TYPE_CHECKING

from foedus.cli.claim_cells import card, full_cells, short_cells
from foedus.cli.filter_options import with_filters
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.levels import sure_level
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.register.surety import sure_first

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter


@with_filters
def claims(
    which: "ClaimFilter", ledger: LedgerOption = None, format: FormatOption = Format.TABLE, out: OutOption = None
) -> None:
    """List claims, filtered.

    What is claimed, about whom, when, who says so, and in which words; the sure ones first, the others marked
    "to check". Filters narrow each other; one that is repeated takes any of its values.

    \b
    Examples:
      foedus claims --about Belarus --with Russia --type transfer
      foedus claims --from 2022-02 --to 2022-06 --standing rumoured
      foedus claims --format csv --out claims.csv
    """
    with open_ledger(ledger) as store:
        look = Look(short_cells, full_cells, card)
        found = sure_first(lambda: store.claims(which), sure_level())
        emit(found, look, format=format, out=out, nothing="no claim matches")
