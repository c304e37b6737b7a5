"""`--limit` and `[limits]`: what unpacking and parsing may cost, for this run or for good."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from foedus.cli.limits_option import limited
from foedus.ingest.confined.parsing import ParsingLimits, set_limits
from foedus.ingest.options import Options
from foedus.model.errors import DataError, UsageError
from tests.cli.command import foedus


@pytest.fixture(autouse=True)
def usual_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    yield
    set_limits(ParsingLimits())


def test_without_any_the_usual_limits_hold() -> None:
    assert limited(Options(), ()) == Options()


def test_the_command_line_stands_over_the_settings() -> None:
    Path("foedus.toml").write_text("[limits]\nratio = 500\ntotal-size = 0.5\nmembers = 7\n")
    options = limited(Options(), ["ratio=900", "depth=5", "parse-memory=2000"])
    assert (options.max_ratio, options.max_depth, options.max_members) == (900, 5, 7)
    assert options.max_total_bytes == 500_000_000


@pytest.mark.parametrize(
    "text", ["ratio", "ratio=", "ratio=x", "ratio=0", "ratio=-1", "ratio=1.5", "depth=inf", "ratios=5"]
)
def test_a_wrong_limit_is_told_with_the_names(text: str) -> None:
    with pytest.raises(UsageError, match="there are members, depth, ratio, total-size, parse-seconds, parse-memory"):
        limited(Options(), [text])


@pytest.mark.parametrize(
    "table", ["limits = 5", "[limits]\nratio = true", '[limits]\nratio = "5"', "[limits]\nratios = 5"]
)
def test_a_wrong_setting_is_told_with_the_file(table: str) -> None:
    Path("foedus.toml").write_text(table)
    with pytest.raises(DataError, match=r"foedus\.toml: .*\[limits\]"):
        limited(Options(), ())


def test_a_reading_keeps_to_the_limits_and_reads_the_rest(tmp_path: Path) -> None:
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep.txt", "Russia delivered two ships to India on Monday.")
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("report.txt", "Russia delivered two S-400 systems to India on Monday, the ministry said.")
        archive.writestr("inner.zip", inner.getvalue())
    (tmp_path / "reports.zip").write_bytes(outer.getvalue())
    ran = foedus("read", "reports.zip", "--no-ledger", "--limit", "depth=1", cwd=tmp_path)
    assert ran.code == 1
    assert "reports.zip!inner.zip lies in too many archives" in ran.err
    assert "reports.zip!report.txt" in ran.out
    assert "1 document read, 1 not read" in ran.err
