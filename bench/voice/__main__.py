"""Measures who says it and how surely: `python -m bench.voice` from the repository's root; `--help` lists the rest."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence

from bench.accuracy.corpus import ROOT
from bench.accuracy.docs import Markers, write
from bench.voice import floors
from bench.voice.hearing import Answer, Hears, hear_all, load_reader
from bench.voice.known import known
from bench.voice.misses import missed, told
from bench.voice.peers.asking import ask, missing
from bench.voice.peers.compared import peer_tables, told_by
from bench.voice.rows import LANGS, PARTS, load, sha256
from bench.voice.tables import by_construction, by_language, case_table, failing_cases
from bench.voice.tally import figures
from foedus.model.errors import DataError, FoedusError, UsageError

DOCS = ROOT / "docs" / "voice.md"
MARKERS = Markers("<!-- voice: begin, written by the command below -->", "<!-- voice: end -->")
PEERS = Markers("<!-- voice peers: begin, written by the command below -->", "<!-- voice peers: end -->")


def parser() -> argparse.ArgumentParser:
    """The command's options."""
    made = argparse.ArgumentParser(prog="python -m bench.voice", description=__doc__)
    made.add_argument("--part", choices=PARTS, action="append", help="only these rows; may be repeated")
    made.add_argument("--lang", choices=LANGS, action="append", help="only this language; may be repeated")
    made.add_argument("--by", choices=("construction",), help="also the rows that are right by construction")
    made.add_argument("--misses", action="store_true", help="also each row that is wrong (open and cases only)")
    made.add_argument(
        "--peers",
        metavar="PYTHON",
        action="append",
        help="also the public systems that this Python has, on the open and frozen rows; may be repeated",
    )
    made.add_argument("--floors", "--check-floors", action="store_true", help="fail below the pinned floors")
    made.add_argument("--raise-floors", action="store_true", help="raise the floors to the figures")
    made.add_argument("--lower", metavar="REASON", help="lower floors to the figures, with a reason")
    made.add_argument("--write-docs", action="store_true", help="write the tables into docs/voice.md")
    return made


def main(argv: Sequence[str] | None = None, reader: Callable[[], Hears] = load_reader) -> int:
    """Run with the reader that `reader` gives; 0 where all is well, 1 below a floor, else the error's own code."""
    options = parser().parse_args(argv)
    try:
        return _run(options, reader)
    except FoedusError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code


def _run(options: argparse.Namespace, reader: Callable[[], Hears]) -> int:
    is_whole = options.floors or options.raise_floors or options.lower is not None or options.write_docs
    _refuse_what_cannot_be(options, whole=is_whole)
    parts = options.part or ([part for part in PARTS if part != "frozen"] if options.misses else PARTS)
    rows = load(parts, options.lang or LANGS)
    if not rows:
        raise DataError(f"no rows of {', '.join(parts)} in {', '.join(options.lang or LANGS)}")
    began = time.perf_counter()
    answers = hear_all(rows, reader())
    tables = [*by_language(answers), case_table(answers)]
    if options.by:
        tables.append(by_construction(answers))
    for table in tables:
        if table.rows:
            print(table.plain(), end="\n\n")
    print(f"{len(rows)} rows in {time.perf_counter() - began:.1f} s")
    if options.misses:
        print("", *(told(answer) for answer in missed(answers)), sep="\n")
    if options.write_docs:
        why = known([row.id for row in rows if row.part == "cases"])
        source = f"{len(rows)} rows, `{sha256()[:12]}`; `python -m bench.voice --write-docs` writes these tables."
        write([*by_language(answers), case_table(answers), failing_cases(answers, why)], source, DOCS, MARKERS)
    if options.peers:
        _peers(options.peers, answers, write_docs=options.write_docs)
    return _pin(options, answers) if is_whole else 0


def _refuse_what_cannot_be(options: argparse.Namespace, *, whole: bool) -> None:
    if options.misses and "frozen" in (options.part or ()):
        raise UsageError("the texts of the frozen part stay unread, so it has no list of misses: use --part open")
    if whole and (options.lang or options.part or options.misses):
        raise UsageError("floors and docs are of all rows: leave out --lang, --part and --misses")
    if options.lower is not None and not options.lower.strip():
        raise UsageError("--lower wants a reason: say why the floors may fall")


def _peers(pythons: Sequence[str], answers: Sequence[Answer], *, write_docs: bool) -> None:
    """The peers beside this project's reader on the same rows; one that is not there is said to be so."""
    here = [answer for answer in answers if answer.row.part != "cases"]
    asked = ask(pythons, [answer.row for answer in here])
    lost = missing(asked)
    if lost and write_docs:
        raise UsageError(f"the tables of peers are written with all of them: {'; '.join(lost)}")
    for line in lost:
        print(line, file=sys.stderr)
    tables = peer_tables(here, asked)
    for table in tables:
        print(table.plain(), end="\n\n")
    if write_docs:
        write(tables, told_by(asked, "python -m bench.voice --peers PYTHON --write-docs"), DOCS, PEERS)


def _pin(options: argparse.Namespace, answers: Sequence[Answer]) -> int:
    """Floors lowered, raised and checked as asked."""
    measured = figures(answers)
    if options.lower is not None:
        floors.lower(measured, options.lower)
    if options.raise_floors:
        floors.raise_(measured)
    said = floors.check(measured) if options.floors else []
    for line in said:
        print(line, file=sys.stderr)
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
