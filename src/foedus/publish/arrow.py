"""A list's columns as Arrow's: the schema of its files, and records as a batch of columns."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from foedus.model.errors import UsageError
from foedus.publish.column import Kind, Sheet, T

if TYPE_CHECKING:
    import pyarrow as pa

MISSING = "Parquet needs pyarrow: install foedus[parquet], or ask for CSV or JSON lines"


def check_pyarrow() -> None:
    """UsageError where pyarrow is missing."""
    try:
        import pyarrow  # noqa: F401, PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise UsageError(MISSING) from error


@cache
def schema_of(sheet: Sheet[T]) -> "pa.Schema":
    """Names and types of the columns; any of them may be null."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    return pa.schema([(column.name, _type(column.kind)) for column in sheet.columns])


def batch_of(sheet: Sheet[T], records: Sequence[T]) -> "pa.RecordBatch":
    """Records as columns, in the sheet's schema."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    schema = schema_of(sheet)
    columns = [[column.value(record) for record in records] for column in sheet.columns]
    arrays = [pa.array(values, type=field.type) for values, field in zip(columns, schema, strict=True)]
    return pa.record_batch(arrays, schema=schema)


def _type(kind: Kind) -> "pa.DataType":
    import pyarrow as pa  # noqa: PLC0415 - an extra

    types = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "whole": pa.int64(),
        "number": pa.float64(),
        "yes": pa.bool_(),
        "day": pa.date32(),
    }
    return types[kind]
