"""`foedus show`: one claim, with the words that decided each part of it."""

import os
from typing import Annotated

import typer

from foedus.cli.claim_page import page
from foedus.cli.console import out_is_terminal, write
from foedus.cli.ledger_option import LedgerOption, open_ledger


def show(
    id: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or its beginning.")],
    ledger: LedgerOption = None,
) -> None:
    """Print one claim and the words that decided it.

    Its sentence with the cues marked, every role with its offsets, who says it, and the rule that read it.

    \b
    Examples:
      foedus show 81c2
    """
    with open_ledger(ledger) as store:
        claim = store.claim(id)
    colour = out_is_terminal() and not os.environ.get("NO_COLOR")
    write(page(claim, colour=colour).encode())
