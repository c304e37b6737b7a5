"""`--ledger`, and opening the ledger that it, foedus.toml or the default names."""

from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.config import ledger_path

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="PLACE",
        help="The ledger: a file, or postgresql://USER@HOST/NAME; else that of foedus.toml, else ./foedus.db.",
    ),
]


def open_ledger(option: str | None, *, create: bool = False) -> "Ledger":
    """The ledger; LedgerError where it is not there (unless it may be created) or cannot be used."""
    from foedus.ledger.store import Ledger  # noqa: PLC0415 - the database library is slow to import

    return Ledger.open(ledger_path(option), create=create)


def shown_ledger(where: str) -> str:
    """A ledger's place as messages may show it: no password stands in it."""
    from foedus.ledger.stores.location import shown  # noqa: PLC0415 - the database library is slow to import

    return shown(where)
