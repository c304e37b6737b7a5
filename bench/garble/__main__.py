"""Measures the alarm for garbled text: `python -m bench.garble` from the repository's root; `--help` lists the rest."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.accuracy.corpus import LANGS, ROOT
from bench.accuracy.docs import Markers, write
from bench.garble.clean import clean
from bench.garble.floors import below
from bench.garble.measure import measure
from bench.garble.tables import alarms, false_alarms, spans
from bench.garble.texts import texts
from foedus.model.errors import FoedusError

DOCS = ROOT / "docs" / "garble.md"
MARKERS = Markers("<!-- garble: begin, written by the command below -->", "<!-- garble: end -->")


def parser() -> argparse.ArgumentParser:
    """The command's options."""
    made = argparse.ArgumentParser(prog="python -m bench.garble", description=__doc__)
    made.add_argument("--lang", choices=LANGS, action="append", help="only this language; may be repeated")
    made.add_argument("--no-clean", action="store_true", help="leave out the clean documents")
    made.add_argument("--misses", type=Path, metavar="FILE", help="stretches missed in the seen texts, alarms shown")
    made.add_argument("--floors", action="store_true", help="fail below the pinned floors")
    made.add_argument("--write-docs", action="store_true", help="write the tables into docs/garble.md")
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
    langs = tuple(options.lang or LANGS)
    counts = measure(texts(langs), () if options.no_clean else clean(langs))
    tables = [alarms(counts), spans(counts), *([] if options.no_clean else [false_alarms(counts)])]
    for table in tables:
        print(table.plain(), end="\n\n")
    if options.misses:
        options.misses.write_text("".join(f"{line}\n" for line in [*counts.missed, *counts.wrong]), encoding="utf-8")
    if options.write_docs:
        write(tables, "`python -m bench.garble --write-docs` writes these tables.", DOCS, MARKERS)
    said = list(below(counts)) if options.floors else []
    for line in said:
        print(line, file=sys.stderr)
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
