"""The whole network of transfers at one moment: who supplies what to whom, from the columns alone.

No number is added up, no stage upgraded.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from foedus.ledger.columns.grouping import PARTIES, Array, documents_of, furthest_of, links_of, runs_of
from foedus.ledger.columns.heads import Heads
from foedus.ledger.columns.manifest import Manifest, Segment
from foedus.ledger.columns.rows import load, load_ended
from foedus.ledger.columns.scheme import COLUMNS, STAGES, Head

_UNDATED = date.max.toordinal()


class Published(NamedTuple):
    """By a day; `elsewhere` are documents that count whatever the day of their first page."""

    by: date
    elsewhere: Array


class Asked(NamedTuple):
    """Which versions: those that held after a batch (None: now), of texts that were published by a day (None: all)."""

    batch: int | None
    published: Published | None


class Span(NamedTuple):
    """The least and the most that claims give, and the first and the last year; None where nobody says."""

    low: float | None
    high: float | None
    first: int | None
    last: int | None


class Stage(NamedTuple):
    """What is said of one stage with one weight: how many versions of claims say so, and the first of them."""

    stage: str
    weight: str
    claims: int
    reading: int
    said: Span


class Link(NamedTuple):
    """A supplier, a recipient and an item, with all that is said of them.

    `furthest` is the furthest stage of the ladder that a claim says plainly, None where none does. `due` are years.
    """

    supplier: Head
    recipient: Head
    item: Head
    furthest: str | None
    claims: int
    documents: int
    stages: tuple[Stage, ...]
    due: tuple[int | None, int | None]


class Network:
    """All links; `len` counts them, `links` gives them out."""

    def __init__(
        self, heads: Sequence[Head], weights: Sequence[str], runs: dict[str, Array], links: dict[str, Array]
    ) -> None:
        """As `network` made it."""
        self._heads, self._weights, self._runs, self._links = heads, weights, runs, links

    def __len__(self) -> int:
        return len(self._links["claims"])

    @property
    def claims(self) -> int:
        """Rows that were counted: a claim that names several parties counts for each."""
        return int(self._links["claims"].sum())

    def links(self, most: int | None = None) -> Iterator[Link]:
        """Those with the most claims first, equal ones by the identities of their heads."""
        claims = self._links["claims"]
        least = int(np.partition(claims, -most)[-most]) if most and most < len(claims) else 0
        some = np.flatnonzero(claims >= least)
        by_identity = sorted(range(len(self._heads)), key=lambda number: self._heads[number].identity)
        rank = np.empty(len(by_identity), dtype=np.int64)
        rank[by_identity] = np.arange(len(by_identity))
        order = np.lexsort([*(rank[self._links[party][some]] for party in reversed(PARTIES)), -claims[some]])
        for place in some[order[:most]].tolist():
            yield self._link(place)

    def _link(self, place: int) -> Link:
        links, runs = self._links, self._runs
        first = int(links["first_run"][place])
        some = slice(first, first + int(links["runs"][place]))
        supplier, recipient, item = (self._heads[int(links[party][place])] for party in PARTIES)
        furthest = int(links["furthest"][place])
        due_first, due_last = runs["due_first"][some], runs["due_last"][some]
        return Link(
            supplier,
            recipient,
            item,
            furthest=None if furthest < 0 else STAGES[furthest],
            claims=int(links["claims"][place]),
            documents=int(links["documents"][place]),
            stages=tuple(self._stage(run) for run in range(some.start, some.stop)),
            due=(_year(due_first[due_first > 0].min(initial=9999) % 9999), _year(due_last.max(initial=0))),
        )

    def _stage(self, run: int) -> Stage:
        runs = self._runs
        span = Span(
            _number(runs["low"][run]), _number(runs["high"][run]), _year(runs["first"][run]), _year(runs["last"][run])
        )
        weight = self._weights[int(runs["weight"][run])]
        return Stage(STAGES[int(runs["stage"][run])], weight, int(runs["claims"][run]), int(runs["reading"][run]), span)


def network(
    folder: Path,
    manifest: Manifest,
    weights: Sequence[str],
    *,
    plain: str,
    ladder: Sequence[str],
    rows: Asked,
) -> Network:
    """All links of the versions that are asked for.

    `plain` is the weight of what is said plainly, `ladder` the stages of a transfer that goes on, each further than
    the one before. Some millions of rows take about a second, and the memory of a few of their columns at a time.
    """
    held = [picked(folder, segment, rows) for segment in manifest.segments]

    def column(name: str) -> Array:
        parts = [load(folder, segment, name)[rows] for segment, rows in zip(manifest.segments, held, strict=True)]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=COLUMNS[name])

    grouped = runs_of(column)
    runs = grouped.columns
    for name in ("low", "first", "due_first", "reading"):
        runs[name] = grouped.least(column(name))
    for name in ("high", "last", "due_last"):
        runs[name] = grouped.most(column(name))
    links = links_of(runs)
    links["documents"] = documents_of(column("document")[grouped.order], links)
    links["furthest"] = furthest_of(runs, links, weights.index(plain), ladder)
    return Network(Heads.read(folder, manifest.heads).listed, weights, runs, links)


def picked(folder: Path, segment: Segment, asked: Asked) -> Array | slice:
    """The rows of a segment that hold, as a slice where all do."""
    ended = load_ended(folder, segment)
    holds = ended == 0
    if asked.batch is not None:
        holds |= ended > asked.batch
        holds &= load(folder, segment, "batch") <= asked.batch
    if asked.published is not None:
        by_then = load(folder, segment, "published") <= min(asked.published.by.toordinal(), _UNDATED - 1)
        if len(asked.published.elsewhere):
            by_then |= np.isin(load(folder, segment, "document"), asked.published.elsewhere)
        holds &= by_then
    return slice(None) if holds.all() else np.flatnonzero(holds)


def _number(value: Any) -> float | None:  # noqa: ANN401 - a number of numpy's
    return None if np.isnan(value) else float(value)


def _year(value: Any) -> int | None:  # noqa: ANN401 - a number of numpy's
    return int(value) or None
