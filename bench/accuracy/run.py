"""Measures the reader: `python -m bench.accuracy.run` from the repository's root; `--help` lists what else it does."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.accuracy import docs, floors, report
from bench.accuracy.confidence import has_confidence
from bench.accuracy.corpus import LANGS, ROOT, corpus_sha256, gold_of
from bench.accuracy.misses import as_line, misses
from bench.accuracy.reading import Read, Reads, load_reader, read_all, read_bare_folder
from bench.accuracy.said.measure import Measured, measure
from bench.accuracy.tally import Scored, Tally, tally
from foedus.model.errors import FoedusError, UsageError


def parser() -> argparse.ArgumentParser:
    """The command's options."""
    made = argparse.ArgumentParser(prog="python -m bench.accuracy.run", description=__doc__)
    made.add_argument("--part", choices=("train", "dev", "test"), default="dev", help="part of the corpus [dev]")
    made.add_argument("--lang", choices=LANGS, action="append", help="only this language; may be repeated")
    made.add_argument("--seeds", type=Path, metavar="FOLDER", help="score FOLDER/*.txt against FOLDER/gold instead")
    made.add_argument("--misses", type=Path, metavar="FILE", help="each loss as a JSON line (not of the test part)")
    made.add_argument("--rules", action="store_true", help="also show right and wrong claims by rule of the reader")
    made.add_argument("--floors", "--check-floors", action="store_true", help="test part; fail below the pinned floors")
    made.add_argument("--raise-floors", action="store_true", help="test part; raise the floors to the figures")
    made.add_argument("--lower", metavar="REASON", help="test part; lower floors to the figures, with a reason")
    made.add_argument("--write-docs", action="store_true", help="test part; write the tables into docs/accuracy.md")
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
    whole = options.floors or options.raise_floors or options.lower is not None or options.write_docs
    if whole:
        options.part = "test"
    _refuse_what_cannot_be(options, whole=whole)
    began = time.perf_counter()
    reads = _reads(options, load())
    scored = [read.scored() for read in reads]
    sums = tally(scored)
    for table in _tables(reads, scored, sums, rules=options.rules):
        print(table.plain(), end="\n\n")
    print(f"{len(reads)} documents in {time.perf_counter() - began:.1f} s")
    said = measure("test") if whole else None
    for table in said.tables() if said else ():
        print(table.plain(), end="\n\n")
    if options.misses:
        lines = [as_line(miss) for one in scored for miss in misses(one)]
        options.misses.write_bytes(b"".join(line + b"\n" for line in lines))
    if said is None:
        return 0
    if options.write_docs:
        _write_docs(reads, sums, said)
    return _floors(options, floors.figures(sums, said.figures()))


def _refuse_what_cannot_be(options: argparse.Namespace, *, whole: bool) -> None:
    if whole and (options.lang or options.seeds):
        raise UsageError("floors and docs are of the whole test part: leave out --lang and --seeds")
    if options.misses and options.part == "test" and not options.seeds:
        raise UsageError("the texts of the test part stay unread, so it has no list of misses: use --part dev")
    if options.lower is not None and not options.lower.strip():
        raise UsageError("--lower wants a reason: say why the floors may fall")


def _reads(options: argparse.Namespace, reader: Reads) -> list[Read]:
    if options.seeds:
        return list(read_bare_folder(options.seeds, reader))
    return list(read_all(gold_of(options.part, options.lang or LANGS), reader))


def _tables(
    reads: Sequence[Read], scored: Sequence[Scored], sums: dict[str, Tally], *, rules: bool
) -> list[report.Table]:
    tables = [report.by_language(sums), report.by_type(sums), report.trigger_table(scored)]
    if has_confidence(reads):
        tables.append(report.confidence_table(reads))
    tables.append(report.reason_table(scored))
    if rules:
        tables.append(report.rule_table(scored))
    return tables


def _write_docs(reads: Sequence[Read], sums: dict[str, Tally], said: Measured) -> None:
    tables = [report.by_language(sums), report.by_type(sums)]
    if has_confidence(reads):
        tables.append(report.confidence_table(reads))
    source = (
        f"Test part, {sums['all'].documents} documents, corpus `{corpus_sha256('test')[:12]}`; "
        "`python -m bench.accuracy.run --write-docs` writes these tables."
    )
    docs.write(tables, source)
    docs.write(said.tables(), source, markers=docs.SAID)
    print(f"written: {docs.PATH.relative_to(ROOT)}")


def _floors(options: argparse.Namespace, measured: floors.Levels) -> int:
    pinned = floors.parse(floors.PATH.read_text(encoding="utf-8"))
    sha256 = corpus_sha256("test")
    if options.lower is not None:
        pinned = floors.lowered(pinned, floors.levels(measured), sha256, options.lower)
        floors.write(pinned)
    if options.raise_floors:
        pinned = floors.raised(pinned, floors.levels(measured), sha256)
        floors.write(pinned)
    if not options.floors:
        return 0
    before = floors.committed()
    said = floors.below(pinned, measured, sha256) + (floors.unlawful(before, pinned) if before else [])
    for line in said:
        print(line, file=sys.stderr)
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
