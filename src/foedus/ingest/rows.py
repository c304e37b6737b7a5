"""A row of a table, or a line of JSON lines, to a document: its named columns, its metadata, its id."""

from collections.abc import Mapping
from typing import Any

from foedus.ingest.columns import FIELDS, undated, without_text
from foedus.ingest.decode import check_text
from foedus.ingest.document import build
from foedus.ingest.options import Metadata, Options
from foedus.model.document import Document, Note
from foedus.model.errors import InputError


class Rows:
    """Makes documents of the rows of one file, and knows which ids it has seen there."""

    def __init__(self, options: Options, extractor: str) -> None:
        """`extractor` names the format, with the version of how it is read."""
        self._options = options
        self._extractor = extractor
        self._ids: set[int] = set()

    def document(self, record: Mapping[str, Any], raw: bytes, where: str, notes: tuple[Note, ...] = ()) -> Document:
        """The document of a row; what the row says stands over the options. InputError where it has no text."""
        columns = self._options.columns
        value = {field: _value(record, field, columns.get(field, field), where) for field in FIELDS}
        own = Metadata(value["published"], value["title"], value["outlet"], value["url"], _language(value["lang"]))
        given = own.over(self._options.metadata)
        notes += self._identified(value["id"])
        if value["text"]:
            notes += () if given.published else undated(record)
            text = check_text(value["text"], where)
            return build(text, given, raw=raw, extractor=self._extractor, source=where, notes=notes)
        if value["html"]:
            from foedus.ingest.html import read_page  # noqa: PLC0415 - slow to import, and rows mostly hold text

            return read_page(value["html"], where, given, raw=raw, notes=notes)
        raise InputError(f"{where} {without_text(record)}")

    def _identified(self, identity: str | None) -> tuple[Note, ...]:
        """A note where a row has the id of another, or none while others have one."""
        if identity is None:
            return (Note("id", "it has no id, and rows before it have one"),) if self._ids else ()
        if hash(identity) in self._ids:
            return (Note("id", f"a row before it has the same id {identity[:80]!r}"),)
        self._ids.add(hash(identity))
        return ()


def _value(record: Mapping[str, Any], field: str, column: str, where: str) -> str | None:
    value = record.get(column)
    if value is None or isinstance(value, str):
        return value or None
    if field in ("published", "id") and isinstance(value, int):
        return str(value)
    if field == "id":
        return None
    raise InputError(f"{where}: {column} is no string: {str(value)[:40]}")


def _language(tag: str | None) -> str | None:
    """The primary subtag: `fr` of `fr-BE`."""
    return tag.replace("_", "-").split("-")[0].lower() if tag else None
