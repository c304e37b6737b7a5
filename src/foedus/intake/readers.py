"""Readers that other installed packages bring, found by their entry points in the group `foedus.readers`.

What stands there is called with the reader's settings, a mapping, and gives a reader.
"""

from collections.abc import Collection, Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Protocol

from foedus.careful.mark import BEGINNING
from foedus.intake.taking import DocumentReader
from foedus.model.errors import DataError, UsageError
from foedus.reader.read import NAME

GROUP = "foedus.readers"


class BroughtReader(DocumentReader, Protocol):
    """A reader of another package.

    `name` and `version` are what its claims carry and what the ledger notes of a reading; `languages` are the codes of
    those that it reads: of a document in another one it is told that nobody read it.
    """

    name: str
    version: str
    languages: frozenset[str]


def brought_reader(name: str, settings: Mapping[str, Any], *, own: Collection[str]) -> BroughtReader:
    """The reader that an installed package brings under a name; `own` are names that are ours.

    UsageError, with all names there are, where nobody brings it; DataError where it cannot be used.
    """
    found = {point.name: point for point in entry_points(group=GROUP) if point.name not in own}
    if name not in found:
        raise UsageError(f"no reader {name!r} is installed: there are {', '.join([*own, *sorted(found)])}")
    return _made(found[name], settings)


def _made(point: EntryPoint, settings: Mapping[str, Any]) -> BroughtReader:
    where = f"reader {point.name} ({point.value})"
    try:
        made: BroughtReader = point.load()(settings)
    except Exception as error:
        raise DataError(f"{where} cannot be loaded: {type(error).__name__}: {error}") from error
    if missing := [part for part in ("name", "version", "languages", "read") if not hasattr(made, part)]:
        raise DataError(f"{where} cannot be used: it has no `{missing[0]}`; docs/readers.md says what a reader has")
    if made.name.split()[:1] == [NAME] or made.name.startswith(BEGINNING):
        raise DataError(f"{where} cannot be used: the name {made.name!r} is that of a reader of ours")
    return made
