"""Where a ledger lies: a path or URL to a file that is there, made where it may be."""

from pathlib import Path
from urllib.parse import unquote

from foedus.ledger.engine import is_sqlite
from foedus.ledger.trouble import told
from foedus.model.errors import LedgerError

_SCHEME = "sqlite:///"


def existing_file(where: str | Path, *, create: bool) -> Path:
    """The ledger's file, empty where it was made now; LedgerError where it is none and cannot become one."""
    file = _path(where)
    with told(file):
        if file.is_dir():
            raise LedgerError(f"{file} is a folder; give the name of a file in it")
        if not file.exists():
            _make(file, create=create)
        if not is_sqlite(file):
            raise LedgerError(f"{file} is no ledger: it is not an SQLite file; use another --ledger")
        if not create and file.stat().st_size == 0:
            raise LedgerError(f"{file} is empty; `foedus read` fills one, or use another --ledger")
    return file


def _path(where: str | Path) -> Path:
    if isinstance(where, Path):
        return where
    if where.startswith(_SCHEME) and len(where) > len(_SCHEME):
        return Path(unquote(where.removeprefix(_SCHEME)))
    scheme, separator, _ = where.partition("://")
    if separator or where in ("", ":memory:"):
        raise LedgerError(
            f"{(scheme + separator) or 'nothing'} cannot be a ledger in this version: "
            "give a file, as foedus.db or sqlite:///foedus.db"
        )
    return Path(where)


def _make(file: Path, *, create: bool) -> None:
    if not create:
        raise LedgerError(f"there is no ledger {file}; `foedus read` makes one, or use another --ledger")
    if not file.parent.is_dir():
        raise LedgerError(f"the folder {file.parent} does not exist; make it, or use another --ledger")
    try:
        file.touch()
    except OSError as error:
        raise LedgerError(
            f"{file} cannot be made ({error.strerror}); check the rights on its folder or use another --ledger"
        ) from error
