"""The file of a ledger: there already, or made where it may be."""

from pathlib import Path

from foedus.ledger.stores.missing import NoLedgerError
from foedus.ledger.stores.trouble import told_of_disk
from foedus.model.errors import LedgerError

_HEADER = b"SQLite format 3\x00"


def existing_file(file: Path, *, create: bool) -> Path:
    """The file, empty where it was made now; LedgerError where it is no ledger's and cannot become one."""
    with told_of_disk(file):
        if file.is_dir():
            raise LedgerError(f"{file} is a folder; give the name of a file in it")
        if not file.exists():
            _make(file, create=create)
        if not _is_sqlite(file):
            raise LedgerError(f"{file} is no ledger: it is not an SQLite file; use another --ledger")
    return file


def _is_sqlite(file: Path) -> bool:
    """Whether a file begins as SQLite's do; an empty one counts, for SQLite makes a database of it."""
    with file.open("rb") as stream:
        return stream.read(len(_HEADER)) in (b"", _HEADER)


def _make(file: Path, *, create: bool) -> None:
    if not create:
        raise NoLedgerError(f"there is no ledger {file}; `foedus read` makes one, or use another --ledger")
    if not file.parent.is_dir():
        raise LedgerError(f"the folder {file.parent} does not exist; make it, or use another --ledger")
    try:
        file.touch()
    except OSError as error:
        raise LedgerError(
            f"{file} cannot be made ({error.strerror}); check the rights on its folder or use another --ledger"
        ) from error
