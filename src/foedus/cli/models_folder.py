"""The folder of a user's own models that foedus.toml names."""

from pathlib import Path

from foedus.cli.config import FILE, settings
from foedus.model.errors import DataError


def models_folder() -> Path | None:
    """`models` of foedus.toml, which `foedus train` writes; None where there is none. DataError where it is no path."""
    named = settings().get("models")
    if named is None:
        return None
    if not isinstance(named, str) or not named:
        raise DataError(f'{FILE}: models is no path: write models = "foedus-models/NAME", or take the line out')
    return Path(named)
