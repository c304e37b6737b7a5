"""Sums of claims by month of publication, type and the batches between which they hold, kept beside the ledger.

Adding up a million claims takes seconds; later questions ask only for what was written since.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Lock

import msgspec
import numpy as np
from filelock import FileLock
from msgspec import Struct
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, func, select

from foedus.ledger.columns.manifest import write_whole
from foedus.ledger.columns.place import MONTHS, MONTHS_LOCK
from foedus.ledger.columns.source import Moment, link_of, moment
from foedus.ledger.tables import batches, claims

FORMAT = 1
"""To be raised where the sums below change their meaning."""

Sum = tuple[int, int, int, int]
"""Place in the list of kinds, batch, the batch that ended it (0: none), number; below 0 it takes back another sum."""
Kind = tuple[str, str]
"""A month as 2022-05, and a type."""


class MonthSums(Struct, frozen=True):
    """Up to `batch`, whose link of the chain has the hash `link`; `reading` is the last version looked at."""

    ledger: str
    batch: int = 0
    link: str = ""
    reading: int = 0
    kinds: tuple[Kind, ...] = ()
    sums: tuple[Sum, ...] = ()
    format: int = FORMAT


class _Held:
    """Sums in memory, as numbers to count with."""

    def __init__(self, sums: MonthSums) -> None:
        self.sums = sums
        self._rows: NDArray[np.int64] = np.array(sums.sums, dtype=np.int64).reshape(-1, 4)

    def counts(self, batch: int, types: Sequence[str]) -> Counter[Kind]:
        kind, begun, ended, count = self._rows.T
        holds = (begun <= batch) & ((ended == 0) | (ended > batch))
        totals = np.bincount(kind[holds], weights=count[holds], minlength=len(self.sums.kinds))
        wanted = ((number, one) for number, one in enumerate(self.sums.kinds) if not types or one[1] in types)
        return Counter({one: int(totals[number]) for number, one in wanted if totals[number]})


_HELD: dict[Path, _Held] = {}
_ALONE = Lock()


def month_counts(
    connection: Connection, folder: Path, batch: int | None = None, types: Sequence[str] = ()
) -> Counter[Kind]:
    """How many claims of some types (none: of all) hold after a batch (None: now), by month and type.

    Where the folder cannot be written, the sums stay in memory alone.
    """
    now = moment(connection)
    with _ALONE:
        held = _HELD.get(folder) or _Held(_read(folder) or MonthSums(now.ledger))
        sums = _up_to_date(connection, held.sums, now)
        if sums is not held.sums:
            held = _Held(sums)
            _keep(folder, sums)
        _HELD[folder] = held
    return held.counts(now.batch if batch is None else batch, types)


def _up_to_date(connection: Connection, held: MonthSums, now: Moment) -> MonthSums:
    """With what was written since; anew where they are none of this ledger or of its history, or texts were withdrawn.

    Sums that another question has brought further than this connection sees stay as they are: they know of each batch.
    """
    if held.ledger == now.ledger and (held.link == now.link or held.batch > now.batch):
        return held
    same = held.ledger == now.ledger and link_of(connection, held.batch) == held.link
    if not same or _withdrawn_since(connection, held.batch):
        held = MonthSums(now.ledger)
    places = {kind: place for place, kind in enumerate(held.kinds)}
    totals: Counter[tuple[int, int, int]] = Counter()
    for place, begun, ended, count in held.sums:
        totals[place, begun, ended] += count
    for kind, begun, ended, count in _added(connection, held):
        totals[places.setdefault(kind, len(places)), begun, ended] += count
    sums = tuple((*key, count) for key, count in totals.items() if count)
    return MonthSums(now.ledger, now.batch, now.link, now.reading, tuple(places), sums)


def _added(connection: Connection, held: MonthSums) -> Iterator[tuple[Kind, int, int, int]]:
    yield from _sums(connection, claims.c.reading > held.reading)
    if held.reading:
        for kind, begun, ended, count in _sums(
            connection, claims.c.ended > held.batch, claims.c.reading <= held.reading
        ):
            yield kind, begun, ended, count
            yield kind, begun, 0, -count


def _sums(connection: Connection, *tests: ColumnElement[bool]) -> Iterable[tuple[Kind, int, int, int]]:
    month = func.substr(claims.c.published_on, 1, 7).label("month")
    ended = func.coalesce(claims.c.ended, 0).label("until")
    there = (claims.c.record.is_not(None), claims.c.review.is_distinct_from("rejected"))
    asked = select(month, claims.c.type, claims.c.batch, ended, func.count()).where(*there, *tests)
    for row in connection.execute(asked.group_by(month, claims.c.type, claims.c.batch, ended)):
        yield (row[0], row[1]), row[2], row[3], row[4]


def _withdrawn_since(connection: Connection, batch: int) -> bool:
    """Whether texts were withdrawn: then claims are gone from earlier times too."""
    forgot = select(batches.c.number).where(batches.c.number > batch, batches.c.action == "forget").limit(1)
    return connection.scalar(forgot) is not None


def _read(folder: Path) -> MonthSums | None:
    try:
        found = msgspec.json.decode((folder / MONTHS).read_bytes(), type=MonthSums)
    except (OSError, msgspec.DecodeError):
        return None
    return found if found.format == FORMAT else None


def _keep(folder: Path, sums: MonthSums) -> None:
    try:
        folder.mkdir(exist_ok=True, parents=True)
        with FileLock(folder / MONTHS_LOCK):
            write_whole(folder / MONTHS, msgspec.json.encode(sums))
    except OSError:
        return  # they are counted anew when the server is started again
