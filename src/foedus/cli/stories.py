"""`foedus stories`: which stories the ledger holds, and bringing them up to date."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.comparing import compare_all, tell_uncompared
from foedus.cli.console import counted, tell
from foedus.cli.filter_options import with_filters
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.cli.story_cells import full_listed_cells, listed_cells

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter
    from foedus.ledger.kin.listing import Listed
    from foedus.ledger.store import Ledger

_AT_ONCE = 500
_LEGEND = "origins: of how many texts, here or cited, the pages come; changed: when the ledger learned it to be so"


@with_filters
def stories(
    which: "ClaimFilter",
    update: Annotated[
        bool, typer.Option("--update", help="Compare first what is not compared yet, as reading does by itself.")
    ] = False,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """List the stories of several pages.

    The one told last comes first. A story is the pages whose telling comes from one text; foedus story shows it as a
    family tree. With filters, the
    stories in which a matching claim stands.

    \b
    Examples:
      foedus stories
      foedus stories --about "S-400" --published-from 2024
      foedus stories --update --format csv --out stories.csv
    """
    with open_ledger(ledger) as store:
        if update:
            tell(f"{counted(compare_all(store), 'document')} compared")
        tell_uncompared(store)
        found = list(_all(store, which))
    emit(found, Look(listed_cells, full_listed_cells), format=format, out=out, nothing="no story", legend=_LEGEND)


def _all(store: "Ledger", which: "ClaimFilter") -> "Iterator[Listed]":
    after, more = None, True
    while more:
        page = store.stories(which, after, _AT_ONCE)
        yield from page.stories
        after, more = page.next, page.next is not None
