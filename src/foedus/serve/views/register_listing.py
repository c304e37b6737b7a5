"""The register as a stream of rows, for a file: some links at a time, so that no more is ever held."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from foedus.model.row import RegisterRow
from foedus.serve.asking import Asking
from foedus.serve.house import House
from foedus.serve.views.register import Source, source_of
from foedus.serve.views.register_asked import Words, wanted
from foedus.serve.views.register_choice import Window, chosen
from foedus.serve.views.register_rows import rows_by_key

MOST_ROWS = 10_000
"""Rows of a file."""
_AT_ONCE = 100
_MOST_CLAIMS = 250
"""Claims that a row is weighed from, as on the page of a deal."""


class Listed(NamedTuple):
    """Rows, and in English what is left out, if anything is."""

    rows: Iterator[RegisterRow]
    limit: str | None


def register_rows_of(house: House, words: Words, asked: Asking, lang: str, first: int) -> Listed:
    """The rows of a question from a number on, in its order."""
    want = wanted(words, asked)
    source = source_of(house, want)
    found = chosen(source.links, want.question, Window(first, MOST_ROWS), house.entities, lang)
    left_out = "; ".join(_left_out(source, found.places, first, found.total))
    return Listed(_rows(house, source, found.places), left_out or None)


def _rows(house: House, source: Source, places: Sequence[int]) -> Iterator[RegisterRow]:
    for start in range(0, len(places), _AT_ONCE):
        some = places[start : start + _AT_ONCE]
        readings = {reading for place in some for reading in source.links.behind(place)[:_MOST_CLAIMS]}
        found = rows_by_key(house, source.fetch(readings).values(), source.making or ())
        for place in some:
            supplier, recipient, item = (head.identity for head in source.links.key(place))
            if row := found.get((supplier, recipient, item)):
                yield row


def _left_out(source: Source, places: Sequence[int], first: int, total: int) -> Iterator[str]:
    end = first + len(places)
    if first or end < total:
        yield f"rows {first + 1} to {end} of {total}, after={end} gives the next"
    if source.cut:
        yield "only the claims published last that pass the filters"
    if any(source.links.claims[place] > _MOST_CLAIMS for place in places):
        yield f"a row of more than {_MOST_CLAIMS} claims is weighed from those learned last"
    if source.making is None:
        yield "local production is told on the page of each deal"
