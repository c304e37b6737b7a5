"""The claims of one document, as `read` and `document` print them."""

from collections.abc import Sequence

from foedus.cli.cards import as_cards
from foedus.cli.claim_cells import card, short_cells
from foedus.cli.console import out_is_terminal
from foedus.cli.table import as_table
from foedus.model.claim import Claim


def claim_list(claims: Sequence[Claim], title: str | None = None) -> bytes:
    """Blocks on a screen, a line a claim in a pipe; says so where there are none."""
    if not claims:
        return f"{title}\nno claims\n".encode() if title else b"no claims\n"
    if out_is_terminal():
        return as_cards(map(card, claims), title, screen=True)
    return as_table([short_cells(claim) for claim in claims], title, screen=False)
