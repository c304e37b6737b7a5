"""Measures dates, numbers and sums: `python -m bench.time.run` from the repository's root; `--help` lists the rest."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.accuracy.corpus import LANGS, ROOT
from bench.accuracy.docs import Markers, write
from bench.accuracy.report import Table
from bench.time import floors
from bench.time.expressions import Miss, measured
from bench.time.gold import documents
from bench.time.peers import first_documents, peers
from bench.time.tables import attached_table, expression_table, peer_row, peer_table
from foedus.model.errors import FoedusError, UsageError

DOCS = ROOT / "docs" / "time.md"
MARKERS = Markers("<!-- time: begin, written by the command below -->", "<!-- time: end -->")


def parser() -> argparse.ArgumentParser:
    """The command's options."""
    made = argparse.ArgumentParser(prog="python -m bench.time.run", description=__doc__)
    made.add_argument("--part", choices=("train", "dev"), default="dev", help="part of the corpus [dev]")
    made.add_argument("--lang", choices=LANGS, action="append", help="only this language; may be repeated")
    made.add_argument("--attached", action="store_true", help="also parse, and measure what is given to gold triggers")
    made.add_argument("--peers", type=int, metavar="N", help="also run the peers over N documents of each language")
    made.add_argument("--misses", type=Path, metavar="FILE", help="what was missed, a line each (training part only)")
    made.add_argument("--floors", action="store_true", help="fail below the pinned floors of the training part")
    made.add_argument("--write-docs", action="store_true", help="write the tables into docs/time.md")
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """0 where all is well, 1 below a floor, else the error's own code."""
    options = parser().parse_args(argv)
    try:
        return _run(options)
    except FoedusError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code


def _run(options: argparse.Namespace) -> int:
    if options.misses and options.part != "train":
        raise UsageError("what was missed is listed of the training part alone: use --part train")
    if options.floors:
        return _floors()
    read = documents(options.part, tuple(options.lang or LANGS))
    scores, missed = measured(read)
    tables = [expression_table(scores)]
    if options.attached:
        from bench.time.attached import measured as attached  # noqa: PLC0415 - loads the parser

        tables.append(attached_table(attached(read)[0]))
    if options.peers:
        tables.append(_peers(options.part, options.peers))
    for table in tables:
        print(table.plain(), end="\n\n")
    if options.misses:
        options.misses.write_text("".join(_lines(missed)), encoding="utf-8")
    if options.write_docs:
        source = f"Part {options.part}, {len(read)} documents; `python -m bench.time.run --part {options.part}"
        source += f"{' --attached' if options.attached else ''}{f' --peers {options.peers}' if options.peers else ''}"
        write(tables, f"{source} --write-docs` writes these tables.", DOCS, MARKERS)
    return 0


def _peers(part: floors.Part, limit: int) -> Table:
    """The peers and this project's grammar over the same documents; one that is not there is said to be so."""
    rows = []
    for peer in peers():
        if peer.missing:
            print(f"{peer.name} left out: {peer.missing}", file=sys.stderr)
            continue
        for lang in peer.langs:
            some = first_documents(documents(part, (lang,)), limit)
            own, _ = measured(some, kinds=("date",))
            theirs, _ = measured(some, peer.dating, kinds=("date",))
            rows.append(peer_row(peer.name, lang, len(some), own[lang, "date"], theirs[lang, "date"]))
    return peer_table(rows)


def _lines(missed: Iterable[Miss]) -> Iterable[str]:
    for miss in missed:
        yield f"{miss.document}\t{miss.expression.field}\t{miss.words!r}\t{miss.expression.meaning}\t{miss.said}\n"


def _floors() -> int:
    said = floors.below()
    for line in said:
        print(line, file=sys.stderr)
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
