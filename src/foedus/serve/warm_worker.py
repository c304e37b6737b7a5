"""`python -m foedus.serve.warm_worker`: brings columns and sums beside a ledger up to date, whose place comes on
standard input."""

import os
import sys
from contextlib import suppress

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.errors import FoedusError
from foedus.register.network import scheme


def main() -> None:
    """The page comes first, so this is the last in line for the processor; what goes wrong is told by the views."""
    os.nice(10)
    with suppress(FoedusError, KeyboardInterrupt), Ledger.open(sys.stdin.read(), create=False) as ledger:
        ledger.columns(scheme(), lambda _: None)
        ledger.counts_by_month(ClaimFilter())


if __name__ == "__main__":
    main()
