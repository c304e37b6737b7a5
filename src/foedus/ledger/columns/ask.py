"""A question about the whole network, from a ledger as it is now."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from foedus.ledger.asking.moments import batch_as_of
from foedus.ledger.columns.manifest import Manifest
from foedus.ledger.columns.network import Network, network
from foedus.ledger.columns.place import folder_of
from foedus.ledger.columns.scheme import Scheme
from foedus.ledger.columns.update import update
from foedus.ledger.create import ledger_facts
from foedus.ledger.filters import Moment
from foedus.ledger.stores.store import Store
from foedus.model.errors import LedgerError

_TRIES = 3


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
    tries = iter(range(_TRIES))
    while True:
        folder, manifest, batch = _up_to_date(store, scheme, as_of)
        try:
            return network(
                folder, manifest, scheme.weights, plain=plain, ladder=ladder, batch=batch, published_by=published_by
            )
        except FileNotFoundError:  # another process has brought them further meanwhile
            if next(tries, None) is None:
                raise


def _up_to_date(store: Store, scheme: Scheme, as_of: Moment) -> tuple[Path, Manifest, int | None]:
    with store.reading() as connection:
        folder = folder_of(store, ledger_facts(connection)["id"])
        try:
            return folder, update(connection, folder, scheme), batch_as_of(connection, as_of)
        except OSError as error:
            reason = error.strerror or error
            raise LedgerError(
                f"{folder} cannot be written ({reason}): the columns of {store.where} lie there"
            ) from error
