"""`--reader`: one of ours, or one that another installed package brings."""

from typing import TYPE_CHECKING, NamedTuple

from foedus.cli.config import FILE, settings
from foedus.cli.model_options import ReaderChoice
from foedus.model.errors import DataError

if TYPE_CHECKING:
    from foedus.intake.readers import BroughtReader


class NamedReader(NamedTuple):
    """Who of us reads; `brought` reads instead where it is given."""

    choice: ReaderChoice
    brought: "BroughtReader | None" = None


def reader_named(name: str) -> NamedReader:
    """The reader; UsageError where there is none of this name, DataError where it or its settings cannot be used."""
    own = [str(choice) for choice in ReaderChoice]
    if name in own:
        return NamedReader(ReaderChoice(name))
    from foedus.intake.readers import brought_reader  # noqa: PLC0415 - the reader is slow to import

    tables = settings().get("readers", {})
    table = tables.get(name, {}) if isinstance(tables, dict) else None
    if not isinstance(table, dict):
        raise DataError(f"{FILE}: [readers.{name}] is no table: write the reader's settings below that line")
    return NamedReader(ReaderChoice.BUILT_IN, brought_reader(name, table, own=own))
