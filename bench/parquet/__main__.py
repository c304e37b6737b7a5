"""Measures `foedus export parquet` on made-up ledgers: `python -m bench.parquet --claims 100000 1000000`."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.ledger.writing import write

_FOEDUS = str(Path(sys.executable).with_name("foedus"))


def measure(claims: int, folder: Path) -> str:
    """A row of the table: claims, seconds of processor, claims in each, peak of memory in MiB, size in MB, files."""
    ledger, out = folder / f"{claims}.db", folder / f"{claims}"
    write(str(ledger), claims, seed=1)
    child = subprocess.Popen([_FOEDUS, "export", "parquet", "--out", str(out), "--ledger", str(ledger)])
    _, status, used = os.wait4(child.pid, 0)
    seconds = used.ru_utime + used.ru_stime
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(child.returncode)
    files = [file.stat().st_size for file in out.rglob("*.parquet")]
    peak, size = used.ru_maxrss / 1024, sum(files) / 1e6
    return f"| {claims:,} | {seconds:.0f} | {claims / seconds:,.0f} | {peak:.0f} | {size:,.0f} | {len(files):,} |"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table that docs/parquet.md has."""
    parser = argparse.ArgumentParser(prog="python -m bench.parquet", description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=[100_000], help="sizes of the ledgers")
    parser.add_argument("--folder", type=Path, help="where to make them; else a temporary folder")
    given = parser.parse_args(argv)
    print("| claims | processor s | claims each | peak MiB | MB | files |\n" + "| ---: " * 6 + "|")
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        for claims in given.claims:
            print(measure(claims, Path(folder)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
