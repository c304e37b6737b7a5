"""`foedus scale submit`, as a user runs it: killed in the middle and run again, and called wrongly."""

import os
import signal
import subprocess
import time
from pathlib import Path

import msgspec
import pytest

from foedus.scale.journal import Round
from tests.cli.command import COMMAND, environment, foedus
from tests.scale import material
from tests.scale.conftest import JAVA, SETTINGS

CONF = [word for name, value in SETTINGS.items() for word in ("--conf", f"{name}={value}")]


def env_of(folder: Path) -> dict[str, str]:
    """What is killed leaves its temporary files: here, where the test's own are removed."""
    return environment(
        OMP_NUM_THREADS="1", JDK_JAVA_OPTIONS=JAVA, TMPDIR=str(folder), SPARK_LOCAL_DIRS=str(folder / "spark")
    )


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return material.write(tmp_path_factory.mktemp("reports") / "in")


def records(out: Path) -> list[Path]:
    return sorted((out / "_foedus" / "rounds").glob("*.json"))


def test_a_driver_that_is_killed_goes_on_where_it_was(reports: Path, tmp_path: Path) -> None:
    out, env = tmp_path / "out", env_of(tmp_path)
    words = ["scale", "submit", str(reports), "--out", "out", "--map", "text=body", "--commit-every", "2"]
    words += ["--master", "local[1]", *CONF]
    with subprocess.Popen([COMMAND, *words], cwd=tmp_path, env=env, stderr=subprocess.DEVNULL) as driver:
        until = time.monotonic() + 240
        while not records(out) and time.monotonic() < until and driver.poll() is None:
            time.sleep(0.05)
        os.kill(driver.pid, signal.SIGKILL)
    assert 0 < len(records(out)) < 3
    first = msgspec.json.decode(records(out)[0].read_bytes(), type=Round)
    ran = subprocess.run([COMMAND, *words], cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 1, ran.stderr
    told = ran.stderr.splitlines()
    assert all(line.startswith("foedus: ") for line in told)
    assert told[-1].startswith("foedus: 3 files read, 2 before; out holds 11 documents, ")
    read = [msgspec.json.decode(one.read_bytes(), type=Round) for one in records(out)]
    assert read[0] == first
    assert sorted(url for one in read for url, _ in one.files) == sorted(f"file:{one}" for one in reports.iterdir())
    assert material.ordered(iter(material.table(out / "claims"))) == material.claims(reports)
    assert len(material.table(out / "documents")) == 11


def test_without_a_java_it_says_so(reports: Path, tmp_path: Path) -> None:
    env = environment(JAVA_HOME=str(tmp_path))
    ran = foedus("scale", "submit", reports, "--out", "out", cwd=tmp_path, env=env)
    assert (ran.code, len(ran.errors)) == (2, 1)
    assert ran.errors[0].startswith("foedus: Spark needs a Java, 17 or later, and finds none: install one")


def test_a_setting_without_a_value_is_named(reports: Path, tmp_path: Path) -> None:
    ran = foedus("scale", "submit", reports, "--out", "out", "--conf", "spark.executor.memory", cwd=tmp_path)
    assert (ran.code, len(ran.errors)) == (2, 1)
    assert "--conf 'spark.executor.memory' is no setting" in ran.errors[0]


def test_a_place_that_spark_does_not_know_is_one_line(reports: Path, tmp_path: Path) -> None:
    words = ("scale", "submit", reports, "--out", "nowhere://archive/out", "--master", "local[1]")
    ran = foedus(*words, cwd=tmp_path, env=env_of(tmp_path))
    assert (ran.code, len(ran.errors)) == (5, 1)
    assert ran.errors[0].startswith("foedus: nowhere://archive/out is no place: No FileSystem for scheme")
    log = Path(ran.errors[0].rpartition("what Spark said: ")[2].removesuffix(")"))
    assert log.is_file()
