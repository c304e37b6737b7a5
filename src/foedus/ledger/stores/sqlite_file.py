"""The file of a ledger: there already, or made where it may be."""

from pathlib import Path

from foedus.ledger.stores.missing import NoLedgerError
from foedus.ledger.stores.trouble import told_of_disk
from foedus.model.errors import LedgerError


def existing_file(file: Path, *, create: bool) -> Path:
    """The file, empty where it was made now; LedgerError where there is none and none can be made.

    It is never opened here: SQLite alone may, or its locks in this process would be lost when it is closed.
    """
    with told_of_disk(file):
        if file.is_dir():
            raise LedgerError(f"{file} is a folder; give the name of a file in it")
        if not file.exists():
            _make(file, create=create)
    return file


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
