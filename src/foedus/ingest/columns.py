"""Columns that bear other names than ours: told with the option that names them, never guessed."""

from collections.abc import Collection, Mapping
from typing import Any

from foedus.ingest.dates import published
from foedus.ingest.options import Options
from foedus.model.document import Note
from foedus.model.errors import InputError, UsageError

FIELDS = ("text", "html", "url", "published", "title", "outlet", "lang", "id")
_SHOWN = 12
_MENTIONED_DATE = ("date", "publ", "time")


def parse_columns(text: str) -> dict[str, str]:
    """Field → column of `text=body,published=date`; UsageError where it is not of that form."""
    columns: dict[str, str] = {}
    for part in filter(None, text.split(",")):
        field, equals, column = (piece.strip() for piece in part.partition("="))
        if field not in FIELDS or not equals or not column:
            raise UsageError(f"--map {part!r} is not FIELD=COLUMN with a field of {', '.join(FIELDS)}")
        columns[field] = column
    return columns


def columns_of(options: Options) -> dict[str, str]:
    """Column → field, as the options name them."""
    return {options.columns.get(field, field): field for field in FIELDS}


def check_columns(names: Collection[str], first: Mapping[str, Any], item: str, options: Options) -> None:
    """InputError where a table has no column of text; `first` is its first row, of which an example is made."""
    known = columns_of(options)
    if not {"text", "html"} & {known[name] for name in names if name in known}:
        raise InputError(f"{item} {without_text(first or dict.fromkeys(names))}; a table's first row names its columns")


def without_text(record: Mapping[str, Any]) -> str:
    """What to say of a row without text and html: its columns, and the longest of them as an example."""
    names = ", ".join(sorted(str(name)[:40] for name in record)[:_SHOWN]) or "none"
    texts = {name: len(value) for name, value in record.items() if isinstance(value, str) and "://" not in value}
    column = max(texts, key=lambda name: texts[name], default="COLUMN")[:40]
    return f"has no text and no html (its fields: {names}): name the column, like --map text={column}"


def undated(record: Mapping[str, Any]) -> tuple[Note, ...]:
    """A note where a row has no date of publication and a column that may be it."""
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
