"""Measures the judge on its cases: `python -m bench.judge` from the repository's root; `--help` lists the rest."""

import argparse
import sys
from collections.abc import Sequence

from bench.accuracy.corpus import ROOT
from bench.accuracy.docs import Markers, write
from bench.judge import floors
from bench.judge.cases import PARTS, GoldCase, load, sha256
from bench.judge.measure import Outcome, measure
from bench.judge.reading import read_again
from bench.judge.tables import figures, tables
from bench.lineage.reading import load_reader
from foedus.gazetteer.entities import Entities
from foedus.judge.treaties.files import load as treaties
from foedus.model.errors import FoedusError, UsageError

DOCS = ROOT / "docs" / "judging-measured.md"


def parser() -> argparse.ArgumentParser:
    """The command's options."""
    made = argparse.ArgumentParser(prog="python -m bench.judge", description=__doc__)
    made.add_argument("--part", choices=PARTS, help="which cases; all where none is given")
    made.add_argument("--claims", choices=("gold", "reader"), default="gold", help="whose claims are judged")
    made.add_argument("--errors", action="store_true", help="also what was told otherwise (part cases only)")
    made.add_argument("--floors", "--check-floors", action="store_true", help="fail below the pinned floors")
    made.add_argument("--raise-floors", action="store_true", help="raise the floors to the figures")
    made.add_argument("--lower", metavar="REASON", help="lower floors to the figures, with a reason")
    made.add_argument("--write-docs", action="store_true", help=f"write the tables into docs/{DOCS.name}")
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """0 where all is well, 1 below a floor, else the error's own code."""
    options = parser().parse_args(argv)
    try:
        parts = [options.part] if options.part else list(PARTS)
        return max(_run(part, options) for part in parts)
    except FoedusError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code


def _run(part: str, options: argparse.Namespace) -> int:
    if options.errors and part != "cases":
        raise UsageError("the held-out cases stay unread, so they have no list of errors: use --part cases")
    pinned = options.floors or options.raise_floors or options.lower is not None
    if pinned and options.claims != "gold":
        raise UsageError("floors are of gold claims: leave out --claims")
    entities = Entities.load()
    cases = load(entities, part)
    outcomes = measure(_claims(cases, options), treaties(entities), entities)
    for table in tables(outcomes):
        print(table.plain(), end="\n\n")
    print(f"{part}: {len(cases)} cases, {len(outcomes) - len(cases)} variants, claims of the {options.claims}")
    if options.errors:
        print("", *_misses(outcomes), sep="\n")
    if options.write_docs:
        _write(part, options.claims, cases, outcomes)
    return _pin(part, options, outcomes) if pinned else 0


def _claims(cases: Sequence[GoldCase], options: argparse.Namespace) -> Sequence[GoldCase]:
    if options.claims == "gold":
        return cases
    reader = load_reader()
    return [read_again(case, reader) for case in cases]


def _misses(outcomes: Sequence[Outcome]) -> list[str]:
    lines = []
    for one in outcomes:
        wrong = {view: verdict for view, verdict in one.wanted.items() if one.told.get(view) != verdict}
        lines += [f"{one.name}: {view}: {verdict}, told {one.told.get(view)}" for view, verdict in wrong.items()]
        for (view, name), (wanted, told) in one.elements.items():
            if wanted != told:
                lines.append(f"{one.name}: {view}: {name}: {wanted}, told {told}")
    return lines


def _write(part: str, whose: str, cases: Sequence[GoldCase], outcomes: Sequence[Outcome]) -> None:
    name = f"judge-{part}-{whose}"
    documents = sum(len(case.documents) for case in cases)
    counted = f"{len(cases)} cases, {documents} documents, `{sha256(part)[:12]}`"
    command = f"python -m bench.judge --part {part} --claims {whose} --write-docs"
    markers = Markers(f"<!-- {name}: begin, written by the command below -->", f"<!-- {name}: end -->")
    write(tables(outcomes)[: 1 if whose == "reader" else 2], f"{counted}; `{command}` writes this.", DOCS, markers)


def _pin(part: str, options: argparse.Namespace, outcomes: Sequence[Outcome]) -> int:
    found = figures(outcomes)
    if options.lower is not None:
        floors.lower(part, found, options.lower)
    if options.raise_floors:
        floors.raise_(part, found)
    said = floors.check(part, found) if options.floors else []
    for line in said:
        print(line, file=sys.stderr)
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
