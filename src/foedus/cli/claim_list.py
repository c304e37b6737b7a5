"""The claims of one document, as `read` and `document` print them."""

from collections.abc import Callable, Sequence

from foedus.asked.levels import sure_level
from foedus.cli.cards import as_cards
from foedus.cli.claim_cells import card, short_cells
from foedus.cli.console import out_is_terminal
from foedus.cli.table import as_table
from foedus.model.claim import Claim
from foedus.register.surety import sure_first


def claim_list(
    claims: Sequence[Claim], title: str | None = None, judged: Callable[[Claim], str | None] = lambda _: None
) -> bytes:
    """Blocks on a screen, a line a claim in a pipe, the sure ones first; says so where there are none.

    `judged` is what people judged of a claim.
    """
    if not claims:
        return f"{title}\nno claims\n".encode() if title else b"no claims\n"
    ordered = list(sure_first(lambda: claims, sure_level()))
    if out_is_terminal():
        return as_cards((card(claim, judged(claim)) for claim in ordered), title, screen=True)
    return as_table([short_cells(claim, judged(claim)) for claim in ordered], title, screen=False)
