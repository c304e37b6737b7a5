"""Measures triggers and stages: `python -m bench.accuracy.said`; floors and docs are bench.accuracy.run's."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.accuracy.corpus import LANGS
from bench.accuracy.said.losses import as_line, losses
from bench.accuracy.said.measure import measure
from foedus.model.errors import FoedusError, UsageError


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables; 0, or the error's own code."""
    options = _parser().parse_args(argv)
    try:
        return _run(options)
    except FoedusError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m bench.accuracy.said", description=__doc__)
    made.add_argument("--part", choices=("train", "dev", "test"), default="dev", help="part of the corpus [dev]")
    made.add_argument("--lang", choices=LANGS, action="append", help="only this language; may be repeated")
    made.add_argument("--misses", type=Path, metavar="FILE", help="each loss as a JSON line (not of the test part)")
    return made


def _run(options: argparse.Namespace) -> int:
    if options.misses and options.part == "test":
        raise UsageError("the texts of the test part stay unread, so it has no list of misses: use --part dev")
    began = time.perf_counter()
    measured = measure(options.part, options.lang or LANGS)
    for table in measured.tables():
        print(table.plain(), end="\n\n")
    print(f"{len(measured.heard)} documents in {time.perf_counter() - began:.1f} s")
    if options.misses:
        # of the part's documents only: what is heard in unrelated news is counted, never listed, so nobody tunes on it
        lines = [as_line(loss) for one in measured.heard for loss in losses(one)]
        options.misses.write_bytes(b"".join(line + b"\n" for line in lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
