"""What the command `foedus` begins with: an interruption ends in one line also while the rest is being loaded."""

import os
import signal
import sys

_INTERRUPTED = 130  # as `foedus.cli.errors` has it, which is not loaded yet


def main() -> None:
    """Load the commands and run them; see `foedus.cli.app.main`."""
    heeded = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if heeded:
        signal.signal(signal.SIGINT, _end)
    from foedus.cli.app import main as run  # noqa: PLC0415 - loading is what can be interrupted

    if heeded:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run()


def _end(_number: int, _frame: object) -> None:
    """Nothing is open yet that must be closed; an exception could get lost in what imports call back."""
    sys.stderr.write("foedus: interrupted\n")
    sys.stderr.flush()
    os._exit(_INTERRUPTED)
