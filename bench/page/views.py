"""Each view asked for by itself, again and again, each time with another question."""

import time
from collections.abc import Mapping
from statistics import median

from bench.page.addresses import Draw
from bench.page.asking import Line
from bench.page.measured import Asked

_WARM = 2
"""Answers that are not counted: what is loaded at first use is load."""
_MOST_SECONDS = 20.0
"""For one view."""


def ask_views(line: Line, draws: Mapping[str, Draw], times: int) -> tuple[Asked, ...]:
    """In the order given; a view that the server does not have is left out, any other failure is one."""
    asked = (_asked(line, name, draw, times) for name, draw in draws.items())
    return tuple(one for one in asked if one)


def _asked(line: Line, name: str, draw: Draw, times: int) -> Asked | None:
    spent: list[float] = []
    most = 0
    end = time.monotonic() + _MOST_SECONDS
    while len(spent) < times + _WARM and (time.monotonic() < end or len(spent) <= _WARM):
        path = draw()
        answer = line.get(path)
        if answer.status == 404 and "/" not in path[1:]:
            return None
        assert answer.status == 200, f"{path}: {answer.status}"
        spent.append(answer.milliseconds)
        most = max(most, answer.sent)
    ordered = sorted(spent[_WARM:])
    return Asked(name, len(ordered), median(ordered), share(ordered, 0.95), ordered[-1], most / 1024)


def share(ordered: list[float], part: float) -> float:
    """The value below which a part of them lies."""
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
