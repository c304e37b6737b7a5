"""`foedus claims`: the claims of the ledger, filtered."""

from typing import TYPE_CHECKING, Annotated

import typer

from foedus.asked.levels import sure_level
from foedus.cli.claim_cells import card, short_cells
from foedus.cli.console import tell
from foedus.cli.filter_options import with_filters
from foedus.cli.judged import judgements_of
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.publish.claims import claim_sheet
from foedus.register.surety import sure_first

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter
    from foedus.model.claim import Claim


@with_filters
def claims(
    which: "ClaimFilter",
    counts: Annotated[
        bool, typer.Option("--counts", help="Count them by type, stage, year, outlet, entity … instead.")
    ] = False,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """List claims, filtered.

    What is claimed, about whom, when, who says so, and in which words; the sure ones first, the others marked
    "to check". Filters narrow each other; one that is repeated takes any of its values.

    \b
    Examples:
      foedus claims --about Belarus --with Russia --type transfer
      foedus claims --from 2022-02 --to 2022-06 --standing rumoured
      foedus claims --role supplier=Iran --as-of 2023-01 --counts
      foedus claims --format csv --out claims.csv
    """
    with open_ledger(ledger) as store:
        if counts:
            from foedus.cli.count_cells import cells, counted, told  # noqa: PLC0415 - only for these

            found = store.facets(which)
            emit(counted(found), Look(cells), format=format, out=out, nothing="no claim matches")
            tell(told(found))
            return
        judged = judgements_of(store, which)
        look: Look[Claim] = Look(
            lambda one: short_cells(one, judged(one)),
            claim_sheet(sure_level(), judged).cells,
            lambda one: card(one, judged(one)),
        )
        listed = sure_first(lambda: store.claims(which), sure_level())
        emit(listed, look, format=format, out=out, nothing="no claim matches")
