"""Columns of JSON lines that bear other names than ours: told with the option that names them, never guessed."""

from collections.abc import Mapping
from typing import Any

from foedus.ingest.dates import published
from foedus.model.document import Note

_SHOWN = 12
_MENTIONED_DATE = ("date", "publ", "time")


def without_text(record: Mapping[str, Any]) -> str:
    """What to say of a line without text and html: its columns, and the longest of them as an example."""
    names = ", ".join(sorted(record)[:_SHOWN]) or "none"
    texts = {name: len(value) for name, value in record.items() if isinstance(value, str) and "://" not in value}
    column = max(texts, key=lambda name: texts[name], default="COLUMN")
    return f"has no text and no html (its fields: {names}): name the column, like --map text={column}"


def undated(record: Mapping[str, Any]) -> tuple[Note, ...]:
    """A note where a line has no date of publication and a column that may be it."""
    column = next((name for name, value in record.items() if _may_be_date(name, value)), None)
    if column is None:
        return ()
    return (Note("published", f"no date of publication; if {column} is it, use --map published={column}"),)


def _may_be_date(name: str, value: object) -> bool:
    if not isinstance(value, str | int) or not any(part in name.lower() for part in _MENTIONED_DATE):
        return False
    try:
        published(str(value))
    except ValueError:
        return False
    return True
