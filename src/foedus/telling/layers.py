"""Stretches of a text that overlap in any way, laid so that each lies wholly inside another or outside it."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Literal, NamedTuple, TypeVar

T = TypeVar("T")


class Layer(NamedTuple, Generic[T]):
    """A stretch, or a piece of one that was cut where it crosses another; `what` says what it is.

    Of a stretch in one piece both `first` and `last` are true.
    """

    start: int
    end: int
    what: T
    first: bool = True
    last: bool = True


class Token(NamedTuple, Generic[T]):
    """A step through a text with layers: some of its words, or a layer that opens or closes."""

    kind: Literal["text", "open", "close"]
    text: str
    layer: Layer[T] | None


def layered(stretches: Iterable[tuple[int, int, T]]) -> list[Layer[T]]:
    """The stretches in the order in which they open, those that cross cut at the end of the one that begins first.

    Of stretches of the same words the one that is given first lies outside. Empty ones are left out.
    """
    given = list(stretches)
    queue = [(start, -end, place, True) for place, (start, end, _) in enumerate(given) if start < end]
    heapq.heapify(queue)
    laid: list[Layer[T]] = []
    open_: list[int] = []
    """Ends of the layers that are open, which fall from the outermost to the innermost."""
    while queue:
        start, minus, place, first = heapq.heappop(queue)
        while open_ and open_[-1] <= start:
            open_.pop()
        end = min(-minus, open_[-1]) if open_ else -minus
        laid.append(Layer(start, end, given[place][2], first, end == -minus))
        open_.append(end)
        if end < -minus:
            heapq.heappush(queue, (end, minus, place, False))
    return laid


def tokens(text: str, at: int, layers: Sequence[Layer[T]]) -> Iterator[Token[T]]:
    """The text that begins at offset `at`, step by step, with layers that `layered` has laid and that lie in it."""
    open_: list[Layer[T]] = []
    place = at
    for layer in [*layers, None]:
        reached = layer.start if layer else at + len(text)
        while open_ and open_[-1].end <= reached:
            inner = open_.pop()
            yield from _words(text, at, place, inner.end)
            yield Token("close", "", inner)
            place = inner.end
        yield from _words(text, at, place, reached)
        place = reached
        if layer:
            yield Token("open", "", layer)
            open_.append(layer)


def clipped(start: int, end: int, stretches: Iterable[tuple[int, int, T]]) -> Iterator[tuple[int, int, T]]:
    """What of the stretches lies between two offsets."""
    for first, last, what in stretches:
        if max(first, start) < min(last, end):
            yield max(first, start), min(last, end), what


def _words(text: str, at: int, start: int, end: int) -> Iterator[Token[T]]:
    if start < end:
        yield Token("text", text[start - at : end - at], None)
