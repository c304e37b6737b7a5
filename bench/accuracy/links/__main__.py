"""Measures who fills the roles of given triggers: `python -m bench.accuracy.links`; floors and docs are
bench.accuracy.run's."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.accuracy.corpus import LANGS, SOURCES
from bench.accuracy.links.losses import as_line, losses
from bench.accuracy.links.measure import measure
from foedus.model.errors import FoedusError, UsageError
from foedus.reader.linker.model import read_model


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables; 0, or the error's own code."""
    options = _parser().parse_args(argv)
    try:
        return _run(options)
    except FoedusError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m bench.accuracy.links", description=__doc__)
    made.add_argument("--part", choices=("train", "dev", "test"), default="dev", help="part of the documents [dev]")
    made.add_argument("--source", choices=SOURCES, action="append", help="only these documents; may be repeated")
    made.add_argument("--lang", choices=LANGS, action="append", help="only this language; may be repeated")
    made.add_argument("--model", type=Path, metavar="FOLDER", help="another linker than the shipped one")
    made.add_argument("--misses", type=Path, metavar="FILE", help="each loss as a JSON line (not of the test part)")
    return made


def _run(options: argparse.Namespace) -> int:
    if options.misses and options.part == "test":
        raise UsageError("the texts of the test part stay unread, so it has no list of misses: use --part dev")
    began = time.perf_counter()
    model = read_model(options.model) if options.model else None
    found = [measure(options.part, source, options.lang or LANGS, model) for source in options.source or SOURCES]
    for measured in found:
        for table in measured.tables():
            print(table.plain(), end="\n\n")
    print(f"{sum(len(one.answered) for one in found)} documents in {time.perf_counter() - began:.1f} s")
    if options.misses:
        lines = [as_line(loss) for measured in found for one in measured.answered for loss in losses(one)]
        options.misses.write_bytes(b"".join(line + b"\n" for line in lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
