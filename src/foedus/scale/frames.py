"""Files as a frame of inputs for workers: their bytes, their paths where they are large and local, or their rows."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from foedus.ingest.columns import FIELDS
from foedus.model.errors import InputError
from foedus.scale.splits import is_table

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from foedus.scale.places import File

HANDED_OVER = 64_000_000
"""A local file larger than this is opened by the worker itself and streamed; others come through Spark, whole."""
_LARGEST = 2_000_000_000
"""What Spark can hand over as one value, in bytes, with something to spare."""
_COLUMNS = "item string, content binary, path string, row string"
_LOCAL = "file:"


def is_too_large(file: "File") -> bool:
    """Whether no worker can be given the file: it lies elsewhere, is no table, and larger than a value of Spark's."""
    return file.size > _LARGEST and not file.url.startswith(_LOCAL) and not is_table(file)


def inputs_of(spark: "SparkSession", files: "Sequence[File]", columns: Mapping[str, str]) -> "DataFrame":
    """A frame of `inputs.SCHEMA` of the files of one round, which are tables, or none is."""
    if is_table(files[0]):
        return _rows(spark, files, columns)
    own = [file for file in files if file.url.startswith(_LOCAL) and file.size > HANDED_OVER]
    handed = [file for file in files if file not in own]
    frames = [*([_paths(spark, own)] if own else []), *([_contents(spark, handed)] if handed else [])]
    return frames[0].union(frames[1]) if len(frames) > 1 else frames[0]


def _contents(spark: "SparkSession", files: "Sequence[File]") -> "DataFrame":
    read = spark.read.format("binaryFile").load([_escaped(file.url) for file in files])
    return read.selectExpr("path AS item", "content", "CAST(NULL AS string) AS path", "CAST(NULL AS string) AS row")


def _paths(spark: "SparkSession", files: "Sequence[File]") -> "DataFrame":
    rows = [(file.url, None, "/" + file.url.removeprefix(_LOCAL).lstrip("/"), None) for file in files]
    return spark.createDataFrame(rows, _COLUMNS).repartition(len(rows))


def _rows(spark: "SparkSession", files: "Sequence[File]", columns: Mapping[str, str]) -> "DataFrame":
    from pyspark.sql import functions as f  # noqa: PLC0415 - an extra

    read = spark.read.option("mergeSchema", "true").parquet(*[_escaped(file.url) for file in files])
    named = {field: columns.get(field, field) for field in FIELDS}
    there = [column for column in dict.fromkeys(named.values()) if column in read.columns]
    if not {named["text"], named["html"]}.intersection(there):
        raise InputError(
            f"{files[0].url} has no column {named['text']} and no {named['html']} (its columns: "
            f"{', '.join(read.columns)}): name the column, like --map text=COLUMN"
        )
    place = f.concat(f.col("_metadata.file_path"), f.lit(":"), f.col("_metadata.row_index") + 1)
    row = f.to_json(f.struct(*(f.col(f"`{column}`") for column in there)))
    nothing = f.lit(None)
    return read.select(
        place.alias("item"),
        nothing.cast("binary").alias("content"),
        nothing.cast("string").alias("path"),
        row.alias("row"),
    )


def _escaped(url: str) -> str:
    """Spark takes some letters of a name for wildcards."""
    return "".join(f"\\{letter}" if letter in "*?[]{}\\" else letter for letter in url)
