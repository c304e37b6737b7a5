"""`foedus changes`: what a story says otherwise on its way from page to page."""

from typing import Annotated

import typer

from foedus.asked.moments import moment
from foedus.cli.comparing import tell_uncompared
from foedus.cli.filter_options import AsOfOption
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.cli.story_cells import change_cells, full_change_cells

_LEGEND = "from, to: page and characters of its text; pages: how many say it as the second, that one among them"


def changes(
    name: Annotated[
        str,
        typer.Argument(metavar="STORY", help="A story (s-…), or a document or claim of it, by id."),
    ],
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """List what changed in a story on its way.

    Where a page says otherwise than the page that it comes from: more or less surely, with another figure, date or
    thing, with roles or denial turned, or without the source that it had. Each with the words of both pages.

    \b
    Examples:
      foedus changes s-3f9a12bc
      foedus changes 77c0 --format csv --out changes.csv
    """
    from foedus.intake.stories import pages, story  # noqa: PLC0415 - lineage is slow to import
    from foedus.lineage.carried import carried  # noqa: PLC0415 - slow to import as well

    with open_ledger(ledger) as store:
        telling = story(store, name, moment(as_of, "--as-of", latest=True))
        found = carried(telling.story, pages(store, telling.story.members))
        tell_uncompared(store)
    nothing = "no page of it says otherwise than the one that it comes from"
    if len(telling.story.members) == 1:
        nothing = f"{telling.story.id} has one page, and no other of its text"
    look = Look(change_cells, full_change_cells)
    emit(found, look, format=format, out=out, nothing=nothing, legend=_LEGEND)
