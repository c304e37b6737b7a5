"""Stories brought up to date by a command that has changed what is compared, or told to be out of date."""

from typing import TYPE_CHECKING

from foedus.cli.console import counted, out_is_terminal, tell

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger


def compare_all(ledger: "Ledger") -> int:
    """Compare the documents that are still to be compared, counted on the screen; how many those were."""
    from foedus.cli.progress import progress  # noqa: PLC0415 - slow to import as well
    from foedus.intake.comparing import Comparing  # noqa: PLC0415 - lineage is slow to import
    from foedus.intake.turns import told_when_slow  # noqa: PLC0415 - with lineage

    comparing = Comparing(ledger, tell=tell, slow=lambda where: told_when_slow(where, tell))
    with progress(comparing.all(), shown=not out_is_terminal(), what="comparing") as done:
        return sum(1 for _ in done)


def tell_uncompared(ledger: "Ledger") -> None:
    """One line where stories that a view counts are not up to date."""
    from foedus.intake.comparing import MARK  # noqa: PLC0415 - lineage is slow to import

    waiting = ledger.uncompared(MARK)
    if waiting:
        what = counted(waiting, "document is", "documents are")
        tell(f"{what} not compared with the others yet: `foedus stories --update` does so")
