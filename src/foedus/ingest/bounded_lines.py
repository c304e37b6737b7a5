"""Lines of a stream, never more than a limit of one in memory."""

from collections.abc import Iterator
from typing import BinaryIO


def bounded_lines(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """Lines without the mark at the beginning; one over the limit is cut one byte after it, its rest skipped."""
    first = True
    while line := stream.readline(limit + 1):
        whole = line
        while len(whole) > limit and not whole.endswith(b"\n"):
            whole = stream.readline(limit + 1)
            if not whole:
                break
        yield line.removeprefix(b"\xef\xbb\xbf") if first else line
        first = False
