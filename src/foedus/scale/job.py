"""A job: files read on a cluster, round by round, into tables of claims, documents and problems, by day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyarrow as pa

from foedus import __version__
from foedus.ingest.confined.parsing import limits, set_limits
from foedus.ingest.options import Options
from foedus.publish.days import COLUMN as DAY
from foedus.publish.document_table import DOCUMENT_TABLE
from foedus.reader.read import NAME
from foedus.scale.core import read_batches
from foedus.scale.errors import told_by_spark
from foedus.scale.frames import inputs_of, is_too_large
from foedus.scale.journal import Job, Journal
from foedus.scale.outcome import CLAIMS, PROBLEM, outcome_schema
from foedus.scale.places import File, Places
from foedus.scale.splits import rounds, splits

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


@dataclass
class Done:
    """What a job has done with this call and those before: files, rows by table; files that were `read` just now."""

    files: int = 0
    read: int = 0
    left_out: int = 0
    rows: dict[str, int] = field(default_factory=lambda: {"claims": 0, "documents": 0, "problems": 0})


def run(
    spark: "SparkSession",
    inputs: Sequence[str],
    out: str,
    *,
    checkpoint: str | None,
    options: Options,
    most: int | None,
    tell: Callable[[str], None],
) -> Done:
    """Read what has not been read yet; `most` files in a round. `tell` takes a line for the user.

    InputError where the inputs or the output cannot be used, ClusterError where Spark gives up: rounds that are done
    stay done.
    """
    places = Places(spark)
    journal = Journal(places, places.qualified(out), checkpoint and places.qualified(checkpoint))
    files = splits(places, inputs)
    journal.begin(Job(__version__, NAME, options, limits(), journal.checkpoint))
    left, changed = journal.left(files)
    for url in changed:
        tell(f"{url} has another size than when it was read, and is not read again: give it another name")
    usable = list(_usable(left, tell))
    done = Done(left_out=len(left) - len(usable) + len(changed))
    for some in rounds(usable, most, spark.sparkContext.defaultParallelism):
        rows = _round(spark, journal, some, options)
        done.read += len(some)
        counts = ", ".join(f"{rows[table]:,} {table}" for table in ("documents", "claims", "problems"))
        tell(f"{done.read:,} of {len(usable):,} files read; this round: {counts}")
    for one in journal.done.values():
        done.files += len(one.files)
        for table, count in one.rows.items():
            done.rows[table] += count
    return done


def _usable(files: Sequence[File], tell: Callable[[str], None]) -> Iterator[File]:
    for file in files:
        if is_too_large(file):
            tell(
                f"{file.url} left out: over 2 GB, which Spark cannot hand over; cut it, or put it on the workers' disks"
            )
        else:
            yield file


def _round(spark: "SparkSession", journal: Journal, files: Sequence[File], options: Options) -> Mapping[str, int]:
    from pyspark import StorageLevel  # noqa: PLC0415 - an extra

    number = journal.next()
    with told_by_spark(f"round {number} cannot be read"):
        outcomes = _outcomes(spark, files, options).persist(StorageLevel.DISK_ONLY)
        rows = _counted(outcomes)
        for table, frame in _tables(outcomes).items():
            if rows[table]:
                _write(frame, f"{journal.under_way(number)}/{table}")
        outcomes.unpersist()
    journal.close(number, files, rows)
    return rows


def _outcomes(spark: "SparkSession", files: Sequence[File], options: Options) -> "DataFrame":
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415 - an extra

    parsing = limits()

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        set_limits(parsing)
        return read_batches(batches, options)

    return inputs_of(spark, files, options.columns).mapInArrow(read, from_arrow_schema(outcome_schema()))


def _counted(outcomes: "DataFrame") -> dict[str, int]:
    """Rows of each table; whatever is read, is read here, once."""
    claims = f"COALESCE(SUM(GREATEST(SIZE({CLAIMS}), 0)), 0) AS claims"
    first = outcomes.selectExpr(claims, "COUNT(document) AS documents", f"COUNT({PROBLEM}) AS problems").first()
    return {name: int(count) for name, count in first.asDict().items()} if first is not None else {}


def _tables(outcomes: "DataFrame") -> "dict[str, DataFrame]":
    documents = outcomes.where(f"{PROBLEM} IS NULL")
    return {
        "claims": documents.selectExpr(DAY, f"INLINE({CLAIMS})"),
        "documents": documents.select(DAY, *(column.name for column in DOCUMENT_TABLE.columns)),
        "problems": outcomes.where(f"{PROBLEM} IS NOT NULL").selectExpr("item", f"{PROBLEM} AS message"),
    }


def _write(frame: "DataFrame", folder: str) -> None:
    """One file a day and round, in the order of documents; a table without days as one file."""
    if DAY not in frame.columns:
        frame.coalesce(1).write.parquet(folder)
        return
    order = [name for name in ("document", "place") if name in frame.columns]
    frame.repartition(DAY).sortWithinPartitions(DAY, *order).write.partitionBy(DAY).parquet(folder)
