"""Records as blocks of lines, for what no table of a screen's width can hold: a head, and what belongs to it."""

import os
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_STEP = 2
_NARROWEST = 40


class Line(NamedTuple):
    """A line of a block and how deep it stands; what is too long for a screen goes on at the same depth."""

    text: str
    depth: int = 0


Card = Sequence[Line]


def as_cards(cards: Iterable[Card], title: str | None = None, *, screen: bool) -> bytes:
    """Blocks with a blank line between; wrapped, and the first line of each in bold, on a screen only."""
    width = screen_width() if screen else None
    bold = screen and not os.environ.get("NO_COLOR")
    blocks = ["\n".join(_laid(card, width, bold=bold)) for card in cards]
    if not blocks:
        return b""
    return (f"{title}\n\n" if title else "").encode() + "\n\n".join(blocks).encode() + b"\n"


def _laid(card: Card, width: int | None, *, bold: bool) -> Iterable[str]:
    for number, line in enumerate(card):
        for part in _wrapped(line, width):
            yield f"{_BOLD}{part}{_PLAIN}" if bold and number == 0 else part


def _wrapped(line: Line, width: int | None) -> list[str]:
    text, margin = " ".join(line.text.split()), " " * (_STEP * line.depth)
    if width is None:
        return [margin + text]
    # a designation must not be broken at its hyphen
    return textwrap.wrap(
        text, width, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False, break_long_words=False
    )


def screen_width() -> int:
    """Characters that a line of the screen has, and never fewer than a word needs."""
    from rich.console import Console  # noqa: PLC0415 - only a screen needs it

    return max(_NARROWEST, Console(file=sys.stdout).width)
