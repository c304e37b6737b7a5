"""Measures stories and changes: `python -m bench.lineage` from the repository's root; `--help` lists the rest."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.accuracy.corpus import ROOT
from bench.accuracy.docs import Markers, write
from bench.lineage import floors
from bench.lineage.corpus import PARTS, load, sha256
from bench.lineage.engine import Foedus
from bench.lineage.measure import ASPECTS, Measured, figures, measure
from bench.lineage.misses import misses
from bench.lineage.reading import Reads, load_reader, read_all
from bench.lineage.tables import tables
from bench.lineage.told import Engine
from foedus.model.errors import FoedusError, UsageError

DOCS = ROOT / "docs" / "lineage.md"
MARKERS = Markers("<!-- lineage: begin, written by the command below -->", "<!-- lineage: end -->")
SHOWN = 20
"""Errors of each sort shown where no other number is given."""


def parser() -> argparse.ArgumentParser:
    """The command's options."""
    made = argparse.ArgumentParser(prog="python -m bench.lineage", description=__doc__)
    made.add_argument("--part", choices=PARTS, default="test", help="which matters; test where none is given")
    made.add_argument("--matter", metavar="NN", action="append", help="only files that begin so; may be repeated")
    made.add_argument("--only", choices=ASPECTS, help="only stories with their edges, or only changes")
    made.add_argument(
        "--errors", metavar="N", nargs="?", const=SHOWN, type=int, help="also up to N errors of each sort (dev only)"
    )
    made.add_argument(
        "--cache", metavar="FOLDER", type=Path, help="keep claims here for the next run; empty it for another reader"
    )
    made.add_argument("--floors", "--check-floors", action="store_true", help="fail below the pinned floors")
    made.add_argument("--raise-floors", action="store_true", help="raise the floors to the figures")
    made.add_argument("--lower", metavar="REASON", help="lower floors to the figures, with a reason")
    made.add_argument("--write-docs", action="store_true", help="write the tables into docs/lineage.md")
    return made


def main(
    argv: Sequence[str] | None = None,
    reader: Callable[[], Reads] = load_reader,
    engine: Callable[[], Engine] = Foedus,
) -> int:
    """Run with the reader and engine given; 0 where all is well, 1 below a floor, else the error's own code."""
    options = parser().parse_args(argv)
    try:
        return _run(options, reader, engine)
    except FoedusError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code


def _run(options: argparse.Namespace, reader: Callable[[], Reads], engine: Callable[[], Engine]) -> int:
    is_pinned = options.floors or options.raise_floors or options.lower is not None or options.write_docs
    _refuse_what_cannot_be(options, pinned=is_pinned)
    corpus = load(options.part, matters=options.matter or ())
    began = time.perf_counter()
    reads = read_all(corpus.members, reader, options.cache)
    read_in = time.perf_counter() - began
    aspects = [options.only] if options.only else ASPECTS
    measured = measure(corpus, reads, engine(), aspects)
    for table in tables(measured, aspects):
        print(table.plain(), end="\n\n")
    seconds = time.perf_counter() - began - read_in
    stories = len({member.story for member in corpus.members})
    counted = f"{len(corpus.members)} documents, {stories} stories, {len(corpus.changes)} planted changes"
    print(f"{options.part}: {counted}; read in {read_in:.1f} s, lineage in {seconds:.1f} s")
    if options.errors is not None:
        print("", *misses(measured, options.errors, aspects), sep="\n")
    if options.write_docs:
        source = (
            f"{counted}, `{sha256(options.part)[:12]}`; `python -m bench.lineage --write-docs` writes these tables."
        )
        write(tables(measured), source, DOCS, MARKERS)
    return _pin(options, measured) if is_pinned else 0


def _refuse_what_cannot_be(options: argparse.Namespace, *, pinned: bool) -> None:
    if options.errors is not None and options.part == "test":
        raise UsageError("the texts of the test part stay unread, so it has no list of errors: use --part dev")
    if pinned and (options.part != "test" or options.matter or options.only):
        raise UsageError("floors and docs are of the whole test part: leave out --part, --matter and --only")
    if options.write_docs and not DOCS.is_file():
        raise UsageError(f"docs/{DOCS.name} is not there: write its words first, the tables go between its markers")
    if options.lower is not None and not options.lower.strip():
        raise UsageError("--lower wants a reason: say why the floors may fall")


def _pin(options: argparse.Namespace, measured: Measured) -> int:
    """Floors lowered, raised and checked as asked."""
    found = figures(measured)
    if options.lower is not None:
        floors.lower(found, options.lower)
    if options.raise_floors:
        floors.raise_(found)
    said = floors.check(found) if options.floors else []
    for line in said:
        print(line, file=sys.stderr)
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
