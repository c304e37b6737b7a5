"""`python -m foedus.serve.verify_worker`: walks the hash chain, a fault a line, in a process of its own.

The ledger's place comes on standard input. The last line is the chain's last link as JSON, or null; it is missing
where the walk did not come to its end.
"""

import os
import sys
from itertools import islice

import msgspec

from foedus.ledger.store import Ledger
from foedus.model.errors import FoedusError

MOST = 200
"""Faults that are told."""


def main() -> None:
    """The page comes first, so this is the last in line for the processor."""
    os.nice(10)
    try:
        with Ledger.open(sys.stdin.read(), create=False) as ledger:
            for fault in islice(ledger.verify(), MOST):
                _write(fault)
            _write(ledger.head())
    except FoedusError as error:
        _write(str(error))


def _write(line: object) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(line) + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
