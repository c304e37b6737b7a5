"""Texts that fill in one form: notices of sales, daily bulletins. They share most words and are not one story.

A form shows where the two differ: short gaps between the words in common, with other names and figures in them. Who
copies a report may change a figure or two; who fills in a form changes most.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from foedus.lineage.copying.shingled import Shingled

FILLED = 0.3
"""Share of the names and figures of each text, where it runs along with the other, that the other does not have."""

LEAST_MARKS = 4
"""Names and figures from which the share tells anything."""

GAP = 150
"""Characters between passages up to which the texts still run along."""

NEARLY_ALL = 0.9
"""Resemblance from which nothing is left to be filled in."""

_MARK = re.compile(r"\d|(?:(?<=[\w,)] )|(?<=\w['’]))[A-ZÀ-ÖØ-ÞŒŠŽА-ЯЁІЇЄҐ]")
"""A digit, or a capital letter that does not begin a sentence, a line or a quotation."""

Stretch = tuple[int, int]


class Held(NamedTuple):
    """A text with its words, and the stretches of it (offsets) that stand in another too."""

    text: str
    words: Shingled
    stretches: Sequence[Stretch]


def fill_one_form(first: Held, second: Held) -> bool:
    """Whether each of two texts has other names and figures where it runs along with the other."""
    shares = [share for share in (_other(first, second.words), _other(second, first.words)) if share is not None]
    return bool(shares) and min(shares) >= FILLED


def _other(held: Held, against: Shingled) -> float | None:
    """The share of names and figures that the other text does not have, None where there are too few."""
    words, begins = held.words, np.array([match.start() for match in _MARK.finditer(held.text)], dtype=np.int64)
    places = np.unique(words.starts.searchsorted(begins, "right") - 1)
    bounds = np.array(list(_joined(held.stretches)), dtype=np.int64).ravel()
    along = places[bounds.searchsorted(words.starts[places], "right") % 2 == 1]
    if len(along) < LEAST_MARKS:
        return None
    return 1 - float(np.isin(words.words[along], against.words).mean())


def _joined(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches, joined over short gaps."""
    some = sorted(stretches)
    begin, end = some[0]
    for start, stop in some[1:]:
        if start - end > GAP:
            yield begin, end
            begin = start
        end = max(end, stop)
    yield begin, end
