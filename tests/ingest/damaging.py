"""Files damaged at random: bytes changed, the end cut off."""

from collections.abc import Callable, Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from foedus.model.document import Document
from foedus.model.errors import InputError

Changes = Sequence[tuple[int, int]]
"""Places, and the bytes that come there."""


def cuts(whole: bytes) -> SearchStrategy[int]:
    """How much of a file is left."""
    return st.integers(0, len(whole))


def changes(whole: bytes) -> SearchStrategy[list[tuple[int, int]]]:
    """Some bytes that are others."""
    return st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=9)


def gives_text_or_one_line(
    read: Callable[[bytes], Document], name: str, whole: bytes, length: int, changed: Changes
) -> None:
    """Read what is left of a damaged file: it has text, or one line names it."""
    raw = bytearray(whole)
    for at, value in changed:
        raw[at] = value
    try:
        assert read(bytes(raw[:length])).text
    except InputError as error:
        assert str(error).startswith(name)
        assert "\n" not in str(error)
