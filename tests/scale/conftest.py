"""One cluster for all tests: two workers of one core, each a process of its own, on this machine."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SETTINGS = {
    "spark.executor.memory": "1g",
    "spark.sql.shuffle.partitions": "2",
    "spark.ui.enabled": "false",
    "spark.default.parallelism": "2",
    # a dozen reports: what would make a long job faster only costs here
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
}
JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


@pytest.fixture(scope="session")
def cluster() -> "Iterator[SparkSession]":
    """Spark's own small cluster; what it leaves in its installation is removed."""
    import pyspark  # noqa: PLC0415 - slow to import

    from foedus.scale.session import session  # noqa: PLC0415 - slow to import

    os.environ["OMP_NUM_THREADS"] = "1"
    os.environ["JDK_JAVA_OPTIONS"] = JAVA
    with session("local-cluster[2,1,2048]", SETTINGS) as spark:
        name = spark.sparkContext.applicationId
        yield spark
    shutil.rmtree(Path(pyspark.__file__).parent / "work" / name, ignore_errors=True)
