"""`foedus.toml` in the working folder: where the ledger is when no option says so."""

import tomllib
from pathlib import Path

from foedus.model.errors import DataError

FILE = Path("foedus.toml")
DEFAULT_LEDGER = "foedus.db"


def ledger_path(option: str | None) -> str:
    """The ledger of the option, else of foedus.toml, else ./foedus.db."""
    if option is not None:
        return option
    try:
        settings = tomllib.loads(FILE.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return DEFAULT_LEDGER
    except (OSError, ValueError) as error:  # TOML and UTF-8 errors are ValueErrors
        raise DataError(f"{FILE} cannot be used: {error}") from error
    ledger = settings.get("ledger", DEFAULT_LEDGER)
    if not isinstance(ledger, str) or not ledger:
        raise DataError(f'{FILE}: ledger is no path: write ledger = "foedus.db"')
    return ledger
