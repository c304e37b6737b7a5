"""What goes wrong between Foedus and Spark: missing programs, places that cannot be used, a job that Spark gives up."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from foedus.model.errors import FoedusError, UsageError

NO_SPARK = "reading on a cluster needs PySpark: install foedus[scale]"
NO_JAVA = (
    "Spark needs a Java, 17 or later, and finds none: install one "
    "(on Debian openjdk-17-jre-headless), or set JAVA_HOME to where it is"
)
_LONGEST = 300


class ClusterError(FoedusError):
    """A place cannot be read or written by Spark, or Spark gave a job up."""

    exit_code = 5


def check_programs() -> None:
    """UsageError where PySpark or a Java is missing."""
    if find_spec("pyspark") is None or find_spec("pyarrow") is None:
        raise UsageError(NO_SPARK)
    home = os.environ.get("JAVA_HOME")
    found = (Path(home) / "bin" / "java").is_file() if home else shutil.which("java") is not None
    if not found:
        raise UsageError(NO_JAVA)


@contextmanager
def told_by_spark(what: str) -> Iterator[None]:
    """ClusterError, in one line, for whatever Spark or its file systems raise within the block."""
    from py4j.protocol import Py4JError  # noqa: PLC0415 - an extra
    from pyspark.errors import PySparkException  # noqa: PLC0415 - an extra

    try:
        yield
    except (Py4JError, PySparkException) as error:
        reason = cause_of(error)
        raise ClusterError(f"{what}: {reason}; whole rounds are kept, and the same command goes on") from error


def cause_of(error: Exception) -> str:
    """The line that says most: of a Java error its innermost cause, else the last line of the message."""
    told = str(error)
    java = getattr(error, "java_exception", None)
    if java is not None:
        while java.getCause() is not None:
            java = java.getCause()
        told = str(java.getMessage() or java.toString())
    lines = [line.strip() for line in told.splitlines() if line.strip() and not line.strip().startswith("at ")]
    python = [line for line in lines if line.partition(":")[0].endswith(("Error", "Exception"))]
    line = python[-1] if python and "Traceback" in told else lines[0] if lines else type(error).__name__
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
