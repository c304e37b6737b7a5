"""Measures the reader: `python -m bench.accuracy.run` from the repository's root; `--help` lists what else it does."""

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench.accuracy import pinning, report
from bench.accuracy.corpus import LANGS, SOURCES, Source, gold_of
from bench.accuracy.misses import as_line, misses
from bench.accuracy.reading import Reads, load_reader, read_all, read_bare_folder
from bench.accuracy.whole import Whole, claim_tables, measured, named
from foedus.learning.scoring.read import Read
from foedus.learning.scoring.tally import Scored, Tally, tally
from foedus.model.errors import FoedusError, UsageError


def parser() -> argparse.ArgumentParser:
    """The command's options."""
    made = argparse.ArgumentParser(prog="python -m bench.accuracy.run", description=__doc__)
    made.add_argument("--part", choices=("train", "dev", "test"), default="dev", help="part of the documents [dev]")
    made.add_argument("--lang", choices=LANGS, action="append", help="only this language; may be repeated")
    made.add_argument("--source", choices=SOURCES, action="append", help="only these documents; may be repeated")
    made.add_argument("--seeds", type=Path, metavar="FOLDER", help="score FOLDER/*.txt against FOLDER/gold instead")
    made.add_argument("--misses", type=Path, metavar="FILE", help="each loss as a JSON line (not of the test part)")
    made.add_argument("--rules", action="store_true", help="also show right and wrong claims by rule of the reader")
    made.add_argument("--floors", "--check-floors", action="store_true", help="test part; fail below the pinned floors")
    made.add_argument("--raise-floors", action="store_true", help="test part; raise the floors to the figures")
    made.add_argument("--lower", metavar="REASON", help="test part; lower floors to the figures, with a reason")
    made.add_argument(
        "--write-docs", action="store_true", help="test part; write the tables into their pages under docs/"
    )
    return made


def main(argv: Sequence[str] | None = None, load: Callable[[], Reads] = load_reader) -> int:
    """Run with the reader that `load` gives; 0 where all is well, 1 below a floor, else the error's own code."""
    options = parser().parse_args(argv)
    try:
        return _run(options, load)
    except FoedusError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code


def _run(options: argparse.Namespace, load: Callable[[], Reads]) -> int:
    is_whole = options.floors or options.raise_floors or options.lower is not None or options.write_docs
    if is_whole:
        options.part = "test"
    _refuse_what_cannot_be(options, whole=is_whole)
    began = time.perf_counter()
    reads = _reads(options, load())
    scored = {source: [read.scored() for read in some] for source, some in reads.items()}
    sums = {source: tally(some) for source, some in scored.items()}
    for source, some in reads.items():
        for table in named(_tables(some, scored[source], sums[source], rules=options.rules), source):
            print(table.plain(), end="\n\n")
    print(f"{sum(map(len, reads.values()))} documents in {time.perf_counter() - began:.1f} s")
    if options.misses:
        lines = [as_line(miss) for some in scored.values() for one in some for miss in misses(one)]
        options.misses.write_bytes(b"".join(line + b"\n" for line in lines))
    return _pin(options, measured(reads, sums)) if is_whole else 0


def _refuse_what_cannot_be(options: argparse.Namespace, *, whole: bool) -> None:
    if whole and (options.lang or options.seeds or options.source):
        raise UsageError("floors and docs are of the whole test part: leave out --lang, --source and --seeds")
    if options.misses and options.part == "test" and not options.seeds:
        raise UsageError("the texts of the test part stay unread, so it has no list of misses: use --part dev")
    if options.lower is not None and not options.lower.strip():
        raise UsageError("--lower wants a reason: say why the floors may fall")


def _reads(options: argparse.Namespace, reader: Reads) -> dict[Source, list[Read]]:
    if options.seeds:
        return {"corpus": list(read_bare_folder(options.seeds, reader))}
    langs = options.lang or LANGS
    return {
        source: list(read_all(gold_of(options.part, langs, source), reader)) for source in options.source or SOURCES
    }


def _tables(
    reads: Sequence[Read], scored: Sequence[Scored], sums: Mapping[str, Tally], *, rules: bool
) -> list[report.Table]:
    tables = [*claim_tables(reads, sums), report.trigger_table(scored), report.reason_table(scored)]
    if rules:
        tables.append(report.rule_table(scored))
    return tables


def _pin(options: argparse.Namespace, whole: Whole) -> int:
    """The levels below printed, pages written, floors lowered, raised and checked as asked."""
    for table in whole.tables():
        print(table.plain(), end="\n\n")
    if options.write_docs:
        whole.write_docs()
    said: list[str] = []
    for source in SOURCES:
        figures = whole.figures(source)
        if options.lower is not None:
            pinning.lower(source, figures, options.lower)
        if options.raise_floors:
            pinning.raise_(source, figures)
        if options.floors:
            said += pinning.check(source, figures)
    for line in said:
        print(line, file=sys.stderr)
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
