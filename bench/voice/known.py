"""The named cases that are read wrongly, with the reason: `cases/known.yaml`."""

from collections.abc import Collection
from pathlib import Path

import msgspec

from bench.voice.rows import HERE, read_yaml
from foedus.model.errors import DataError

PATH = HERE / "cases" / "known.yaml"
NO_REASON = "no reason is written down yet"


def known(ids: Collection[str], path: Path = PATH) -> dict[str, str]:
    """Row id → why it is read wrongly; empty where there is no such file.

    Raises DataError where the file is no such list, or names a row that is not among `ids`.
    """
    if not path.is_file():
        return {}
    try:
        found = msgspec.convert(read_yaml(path) or {}, dict[str, str])
    except msgspec.ValidationError as error:
        raise DataError(f"{path.name}: not a list of ids with reasons: {error}") from error
    for name, reason in found.items():
        if name not in ids:
            raise DataError(f"{path.name}: {name} is no row of the cases: take it out")
        if not reason.strip():
            raise DataError(f"{path.name}: {name} has no reason")
    return found
