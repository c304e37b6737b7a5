"""Questions about the whole network, from a ledger as it is now."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np

from foedus.ledger.asking.moments import batch_as_of
from foedus.ledger.columns.grouping import Array
from foedus.ledger.columns.manifest import Manifest, read_manifest
from foedus.ledger.columns.network import Asked, Network, Published, network, picked
from foedus.ledger.columns.pairs import Pairs, Wanted, pairs
from foedus.ledger.columns.place import folder_of
from foedus.ledger.columns.published import published_elsewhere
from foedus.ledger.columns.rows import load
from foedus.ledger.columns.scheme import COLUMNS, Scheme
from foedus.ledger.columns.source import moment
from foedus.ledger.columns.update import update
from foedus.ledger.create import ledger_facts
from foedus.ledger.filters import Moment
from foedus.ledger.stores.store import Store
from foedus.model.errors import LedgerError

_TRIES = 3
_Answer = TypeVar("_Answer")


class Held(NamedTuple):
    """Columns as of a moment, for a view that counts otherwise than `network` and `pairs`."""

    folder: Path
    manifest: Manifest
    rows: Asked

    @property
    def state(self) -> tuple[Hashable, ...]:
        """What all of it depends on."""
        by = self.rows.published and self.rows.published.by
        return (self.folder, self.manifest.ledger, self.manifest.link, self.rows.batch, by)

    def columns(self) -> Callable[[str], Array]:
        """Gives the columns of the rows that hold, by name."""
        held = [picked(self.folder, segment, self.rows) for segment in self.manifest.segments]

        def column(name: str) -> Array:
            segments = zip(self.manifest.segments, held, strict=True)
            parts = [load(self.folder, segment, name)[rows] for segment, rows in segments]
            return np.concatenate(parts) if parts else np.zeros(0, dtype=COLUMNS[name])

        return column


def ask_columns(
    store: Store,
    scheme: Scheme,
    answer: Callable[[Held], _Answer],
    *,
    as_of: Moment = None,
    published_by: date | None = None,
) -> _Answer:
    """What a function makes of the columns, asked again where another process has brought them further meanwhile."""

    def held(folder: Path, manifest: Manifest, rows: Asked) -> _Answer:
        return answer(Held(folder, manifest, rows))

    return _answered(store, scheme, as_of, published_by, held)


def lacking(store: Store, scheme: Scheme) -> int:
    """How many versions of claims the columns do not know of, about: all where they are of another scheme or ledger."""
    with store.reading() as connection:
        now = moment(connection)
        held = read_manifest(folder_of(store, now.ledger))
    if held is None or (held.ledger, held.scheme) != (now.ledger, scheme.version):
        return now.reading
    return max(0, now.reading - held.reading)


def ask_network(
    store: Store,
    scheme: Scheme,
    *,
    plain: str,
    ladder: Sequence[str],
    as_of: Moment = None,
    published_by: date | None = None,
) -> Network:
    """The network as `network` gives it, from columns that are brought up to date first.

    LedgerError where the columns cannot be kept on the disk.
    """

    def answer(folder: Path, manifest: Manifest, rows: Asked) -> Network:
        return network(folder, manifest, scheme.weights, plain=plain, ladder=ladder, rows=rows)

    return _answered(store, scheme, as_of, published_by, answer)


def ask_pairs(
    store: Store, scheme: Scheme, wanted: Wanted, *, most: int, as_of: Moment = None, published_by: date | None = None
) -> Pairs:
    """The pairs as `pairs` gives them; LedgerError as above."""

    def answer(folder: Path, manifest: Manifest, rows: Asked) -> Pairs:
        return pairs(folder, manifest, scheme.weights, wanted, rows, most=most)

    return _answered(store, scheme, as_of, published_by, answer)


def _answered(
    store: Store,
    scheme: Scheme,
    as_of: Moment,
    published_by: date | None,
    answer: Callable[[Path, Manifest, Asked], _Answer],
) -> _Answer:
    tries = iter(range(_TRIES))
    while True:
        folder, manifest, rows = _up_to_date(store, scheme, as_of, published_by)
        try:
            return answer(folder, manifest, rows)
        except FileNotFoundError:  # another process has brought them further meanwhile
            if next(tries, None) is None:
                raise


def _up_to_date(store: Store, scheme: Scheme, as_of: Moment, published_by: date | None) -> tuple[Path, Manifest, Asked]:
    with store.reading() as connection:
        folder = folder_of(store, ledger_facts(connection)["id"])
        batch = batch_as_of(connection, as_of)
        by = None
        if published_by is not None:
            by = Published(published_by, published_elsewhere(connection, published_by, batch))
        try:
            return folder, update(connection, folder, scheme), Asked(batch, by)
        except OSError as error:
            reason = error.strerror or error
            raise LedgerError(
                f"{folder} cannot be written ({reason}): the columns of {store.where} lie there"
            ) from error
