"""A user's models: a folder with `decider/`, `linker/`, `confidence.yaml` and `origin.yaml`, made by `foedus train`.

They were trained beside the shipped models and go with them alone: where these are others, the features are others too.
"""

import hashlib
import zipfile
import zlib
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml

from foedus import __version__
from foedus.model.errors import DataError
from foedus.reader.confidence import FILE as CONFIDENCE
from foedus.reader.confidence import load_confidence
from foedus.reader.deciding.model import FOLDER as DECIDER
from foedus.reader.deciding.model import load_model as load_decider
from foedus.reader.linker.model import FOLDER as LINKER
from foedus.reader.linker.model import load_model as load_linker

ORIGIN = "origin.yaml"
"""What the models were trained from; its `made_for` names the shipped models beside which that was."""

_BROKEN = (OSError, EOFError, LookupError, TypeError, ValueError, AttributeError, zipfile.BadZipFile, zlib.error)


@cache
def made_for() -> str:
    """The release, and a hash of the models that it ships: what a user's models must have been made for."""
    data = files("foedus") / "data"
    digest = hashlib.sha256()
    for name in (DECIDER, LINKER):
        for file in sorted((data / name).iterdir(), key=lambda one: one.name):
            digest.update(file.name.encode() + file.read_bytes())
    digest.update((data / CONFIDENCE).read_bytes())
    return f"{__version__} {digest.hexdigest()[:12]}"


def check_models(folder: Path) -> None:
    """Load the models of a folder; DataError says in one line what is wrong with them, and what to do."""
    if not folder.is_dir():
        raise DataError(f"models {folder}: no such folder; foedus train --undo goes back to the models before")
    try:
        origin = yaml.safe_load((folder / ORIGIN).read_text(encoding="utf-8"))
        given = origin["made_for"]
    except (*_BROKEN, yaml.YAMLError) as error:
        raise DataError(f"models {folder}: {ORIGIN} cannot be used ({_told(error)}); {_REMEDY}") from error
    if given != made_for():
        raise DataError(f"models {folder}: made for Foedus {given}, and this is {made_for()}; {_REMEDY}")
    try:
        load_decider(folder)
        load_linker(folder)
        load_confidence(folder)
    except (*_BROKEN, yaml.YAMLError) as error:
        raise DataError(f"models {folder}: broken ({_told(error)}); {_REMEDY}") from error


_REMEDY = "train them again (foedus train --from-ledger) or go back to those before (foedus train --undo)"


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())}"
