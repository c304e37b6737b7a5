"""Where the columns of a ledger lie."""

import os
from pathlib import Path

from foedus.ledger.stores.sqlite import SqliteStore
from foedus.ledger.stores.store import Store

MONTHS, MONTHS_LOCK = "months.json", "months.lock"
"""What lies in the folder beside the columns themselves."""


def folder_of(store: Store, ledger: str) -> Path:
    """Beside the file; among the user's caches, by the ledger's id, where there is no file or nothing can be made."""
    if isinstance(store, SqliteStore):
        beside = store.file.resolve()
        if os.access(beside.parent, os.W_OK):
            return beside.with_name(f"{beside.name}.columns")
    return _caches() / "foedus" / "columns" / ledger


def _caches() -> Path:
    given = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(given) if given else Path.home() / ".cache"
