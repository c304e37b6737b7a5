"""The session with a cluster, with the settings that this kind of work needs."""

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from foedus.scale.errors import ClusterError, told_by_spark

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_NAME = "foedus"
_STANDARD_ERROR = 2
_SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "16",  # an input may be a file of many megabytes
    "spark.sql.execution.arrow.maxBytesPerBatch": "64m",
    "spark.sql.session.timeZone": "UTC",  # a day is the same day everywhere
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.caseSensitive": "true",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}


@contextmanager
def session(master: str | None, settings: Mapping[str, str]) -> "Iterator[SparkSession]":
    """A session, closed at the end; `master` and `settings` stand over what Spark's own files say.

    ClusterError where the master cannot be used; `errors.check_programs` comes before.
    """
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra, and slow to import

    if master is None or master.startswith("local"):
        # all of it runs here: by loopback, and with this Python
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName(_NAME)
    if master is not None:
        builder = builder.master(master)
    for name, value in {**_SETTINGS, **settings}.items():
        builder = builder.config(name, value)
    log = _log()
    try:
        with _said_into(log), told_by_spark(f"Spark cannot be started{f' on {master}' if master else ''}"):
            spark = builder.getOrCreate()
        try:
            yield spark
        finally:
            spark.stop()
    except ClusterError as error:
        raise ClusterError(f"{error} (what Spark said: {log})" if log else str(error)) from error
    if log is not None:
        log.unlink(missing_ok=True)


def _log() -> Path | None:
    """A file for what Spark itself says, which is much and for nobody where all goes well; none for debugging."""
    if os.environ.get("FOEDUS_DEBUG"):
        return None
    handle, name = tempfile.mkstemp(prefix="foedus-spark-", suffix=".log")
    os.close(handle)
    return Path(name)


@contextmanager
def _said_into(log: Path | None) -> Iterator[None]:
    """Programs that are started within the block say into the file what they say on standard error."""
    if log is None:
        yield
        return
    own = os.dup(_STANDARD_ERROR)
    try:
        with log.open("ab") as file:
            os.dup2(file.fileno(), _STANDARD_ERROR)
        yield
    finally:
        os.dup2(own, _STANDARD_ERROR)
        os.close(own)
