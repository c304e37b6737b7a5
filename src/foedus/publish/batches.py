"""A stream by so many records at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice

from foedus.publish.column import T


def batches(records: Iterable[T], most: int) -> Iterator[list[T]]:
    """Lists of so many, the last one shorter; none of an empty stream."""
    stream = iter(records)
    while some := list(islice(stream, most)):
        yield some
