"""Who supplies whom, all items together: the pairs that most rows speak of, counted closely, the others only counted.

The whole network takes the time of sorting all its rows; a segment has its pairs side by side already.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from foedus.ledger.columns.grouping import Array
from foedus.ledger.columns.heads import Heads
from foedus.ledger.columns.manifest import Manifest, Segment
from foedus.ledger.columns.network import Asked, picked
from foedus.ledger.columns.rows import load
from foedus.ledger.columns.scheme import STAGES, Head

_NAMED_ITEMS = 3
_COUNTED = ("item", "stage", "weight", "reading", "document")


class Wanted(NamedTuple):
    """Which rows count: entities on either side, items, a year that the claim tells of; empty is all.

    Rows with the weight `never` do not count, as those that deny; `plain` is the weight of what is said plainly.
    """

    plain: str
    never: str
    ladder: Sequence[str]
    parties: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    year: int | None = None


class Item(NamedTuple):
    """What a pair's claims speak of, and how many rows do."""

    head: Head
    claims: int


class Pair(NamedTuple):
    """A supplier and a recipient: how many versions of claims and documents speak of them, and of what most.

    `furthest` is the furthest stage of the ladder that one says plainly, None where none does.
    """

    supplier: Head
    recipient: Head
    claims: int
    documents: int
    furthest: str | None
    items: tuple[Item, ...]


class Pairs(NamedTuple):
    """The pairs with the most claims; of how many in all, with how many rows, and how many more rows lack a side."""

    listed: tuple[Pair, ...]
    pairs: int
    rows: int
    onesided: int


class _Stretch(NamedTuple):
    """Rows of one segment that count: `starts` are where another pair begins, `keys` which, in order."""

    segment: Segment
    rows: Array
    starts: Array
    keys: Array
    lengths: Array


def pairs(
    folder: Path, manifest: Manifest, weights: Sequence[str], wanted: Wanted, versions: Asked, *, most: int
) -> Pairs:
    """The pairs of the versions that are wanted, those that most claims speak of first."""
    heads = Heads.read(folder, manifest.heads).listed
    found = [
        _stretch(
            folder,
            segment,
            picked(folder, segment, versions),
            _counts(folder, segment, heads, weights, wanted),
            len(heads),
        )
        for segment in manifest.segments
    ]
    keys = np.concatenate([one.keys for one in found]) if found else np.zeros(0, dtype=np.int64)
    lengths = np.concatenate([one.lengths for one in found]) if found else keys
    known, place = np.unique(keys, return_inverse=True)
    rows = np.bincount(place, weights=lengths, minlength=len(known)).astype(np.int64)
    named = np.array([bool(head.identity) for head in heads], dtype=bool)
    sides = np.stack([known // max(len(heads), 1), known % max(len(heads), 1)])
    whole = named[sides[0]] & named[sides[1]] if len(known) else np.zeros(0, dtype=bool)
    order = np.lexsort([known, -np.where(whole, rows, 0)])[: min(most, int(whole.sum()))]
    columns = [{name: load(folder, one.segment, name) for name in _COUNTED} for one in found]
    some = [_pair(key, _of_pair(found, columns, key), heads, weights, wanted) for key in known[order].tolist()]
    some.sort(key=lambda one: (-one.claims, one.supplier.identity, one.recipient.identity))
    return Pairs(tuple(some), int(whole.sum()), int(rows[whole].sum()), int(rows[~whole].sum()))


def _stretch(folder: Path, segment: Segment, held: Array | slice, counts: Array, heads: int) -> _Stretch:
    rows = np.arange(segment.rows)[held] if isinstance(held, slice) else held
    rows = rows[counts[rows]]
    keys = load(folder, segment, "supplier")[rows].astype(np.int64) * heads
    keys += load(folder, segment, "recipient")[rows]
    changes = np.ones(len(keys), dtype=bool)
    changes[1:] = keys[1:] != keys[:-1]
    starts = np.flatnonzero(changes)
    return _Stretch(segment, rows, starts, keys[starts], np.diff(starts, append=len(rows)))


def _counts(folder: Path, segment: Segment, heads: Sequence[Head], weights: Sequence[str], wanted: Wanted) -> Array:
    """Whether each row of a segment is wanted."""
    counts: Array = load(folder, segment, "weight") != weights.index(wanted.never)
    if wanted.parties:
        meant = _meant(heads, wanted.parties)
        counts &= meant[load(folder, segment, "supplier")] | meant[load(folder, segment, "recipient")]
    if wanted.items:
        counts &= _meant(heads, wanted.items)[load(folder, segment, "item")]
    if wanted.year is not None:
        first, last = load(folder, segment, "first"), load(folder, segment, "last")
        counts &= (first + last > 0) & (first <= wanted.year) & ((last == 0) | (last >= wanted.year))
    return counts


def _meant(heads: Sequence[Head], entities: frozenset[str]) -> Array:
    return np.array([head.entity in entities for head in heads], dtype=bool)


def _of_pair(found: Sequence[_Stretch], columns: Sequence[dict[str, Array]], key: int) -> dict[str, Array]:
    """The columns of a pair's rows."""
    parts: list[dict[str, Array]] = []
    for one, column in zip(found, columns, strict=True):
        run = int(np.searchsorted(one.keys, key))
        if run < len(one.keys) and one.keys[run] == key:
            first = int(one.starts[run])
            rows = one.rows[first : first + int(one.lengths[run])]
            parts.append({name: values[rows] for name, values in column.items()})
    return {name: np.concatenate([part[name] for part in parts]) for name in _COUNTED}


def _pair(key: int, rows: dict[str, Array], heads: Sequence[Head], weights: Sequence[str], wanted: Wanted) -> Pair:
    supplier, recipient = divmod(key, len(heads))
    numbers, counts = np.unique(rows["item"], return_counts=True)
    order = np.lexsort([numbers, -counts])[:_NAMED_ITEMS]
    plain = np.unique(rows["stage"][rows["weight"] == weights.index(wanted.plain)]).tolist()
    said = {STAGES[code] for code in plain}
    return Pair(
        heads[supplier],
        heads[recipient],
        claims=len(np.unique(rows["reading"])),
        documents=len(np.unique(rows["document"])),
        furthest=next((stage for stage in reversed(wanted.ladder) if stage in said), None),
        items=tuple(
            Item(heads[number], int(count)) for number, count in zip(numbers[order], counts[order], strict=True)
        ),
    )
