"""Tables written into a page between two markers, so that the words around them stay."""

from __future__ import annotations

from pathlib import Path

BEGIN, END = "<!-- figures: begin, written by bench.language.run -->", "<!-- figures: end -->"


def between_markers(page: Path, body: str) -> None:
    """Replace what stands between the markers. Raises ValueError where the page lacks them."""
    head, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{page} lacks the markers {BEGIN} and {END}")
    page.write_text(f"{head}{BEGIN}\n{body}\n{END}{tail}", encoding="utf-8")
