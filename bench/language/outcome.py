"""How a bench command ends: its work done, or one line about what stood in the way."""

import sys
from collections.abc import Callable

from foedus.model.errors import FoedusError


def code_of(work: Callable[[], None]) -> int:
    """0, or the error's own exit code with its line on standard error."""
    try:
        work()
    except FoedusError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code
    return 0
