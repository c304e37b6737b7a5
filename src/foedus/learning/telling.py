"""How far a training has come, told in lines with the seconds since it began."""

import time
from collections.abc import Callable

Say = Callable[[str], None]


def clock() -> Say:
    """Prints lines with the seconds since this call."""
    began = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - began:6.0f} s  {text}", flush=True)

    return say


def silent(text: str) -> None:
    """Says nothing."""
