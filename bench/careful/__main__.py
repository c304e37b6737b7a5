"""The careful reader measured, from the repository's root.

python -m bench.careful requests --part dev --sample 12 --out requests.jsonl
python -m bench.careful score --part dev --answers answers.jsonl
python -m bench.careful record --part test answers.jsonl --model NAME
python -m bench.careful score --part test --check-floors
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from bench.accuracy.corpus import ROOT
from bench.accuracy.docs import Markers, write
from bench.accuracy.misses import as_line, misses
from bench.careful import floors, recorded
from bench.careful.parts import PARTS, Part, cases
from bench.careful.scoring import Outcome, outcomes
from bench.careful.tables import figures, tables
from foedus.careful.request import Asked, requests
from foedus.intake.answers.exporting import batch_line
from foedus.intake.answers.pages import page_of
from foedus.intake.answers.store import AnswerStore
from foedus.model.errors import FoedusError, InputError, UsageError
from foedus.reader.read import Reader

DOCS = ROOT / "docs" / "careful-measured.md"
MODEL = "recorded"
_STORES = ROOT / "build" / "careful"


def parser() -> argparse.ArgumentParser:
    """The command's options."""
    made = argparse.ArgumentParser(
        prog="python -m bench.careful", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    below = made.add_subparsers(dest="command", required=True)
    asks = below.add_parser("requests", help="write what a model is to be asked")
    asks.add_argument("--sample", type=int, metavar="N", help="so many documents, alike of each language [all]")
    asks.add_argument("--model", default=MODEL, help=f"the model's name in the requests [{MODEL}]")
    asks.add_argument("--context", type=int, metavar="TOKENS", help="how much the model takes at once")
    asks.add_argument("--out", type=Path, metavar="FILE", help="write there instead of to standard output")
    keeps = below.add_parser("record", help="keep answers, raw, as recordings")
    keeps.add_argument("answers", type=Path, nargs="+", metavar="FILE", help="JSON lines of answers")
    keeps.add_argument("--model", metavar="NAME", help="which kind of model answered [the name in the requests]")
    keeps.add_argument("--day", metavar="DATE", help="when the model answered [today]")
    scores = below.add_parser("score", help="score recorded answers, or those of files")
    scores.add_argument("--answers", type=Path, nargs="+", metavar="FILE", help="these instead of the recordings")
    scores.add_argument("--codebook", metavar="VERSION", help="only recordings by this codebook [today's first]")
    scores.add_argument("--misses", type=Path, metavar="FILE", help="each loss as a JSON line (not of the test part)")
    scores.add_argument("--rejected", type=Path, metavar="FILE", help="what proof rejected (not of the test part)")
    scores.add_argument("--floors", "--check-floors", action="store_true", help="fail below the pinned floors")
    scores.add_argument("--raise-floors", action="store_true", help="raise the floors to the figures")
    scores.add_argument("--lower", metavar="REASON", help="lower floors to the figures, with a reason")
    scores.add_argument("--write-docs", action="store_true", help=f"write the tables into docs/{DOCS.name}")
    for one in (asks, keeps, scores):
        one.add_argument("--part", choices=PARTS, required=True, help="which documents")
        one.add_argument("--store", type=Path, metavar="DIR", help="keeps documents and requests [build/careful/PART]")
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """0 where all is well, 1 below a floor, else the error's own code."""
    options = parser().parse_args(argv)
    run = {"requests": _requests, "record": _record, "score": _score}[options.command]
    try:
        return run(options.part, options)
    except FoedusError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code


def _store(part: Part, options: argparse.Namespace) -> AnswerStore:
    return AnswerStore(options.store or _STORES / part, _tell)


def _tell(line: str) -> None:
    print(line, file=sys.stderr)


def _requests(part: Part, options: argparse.Namespace) -> int:
    store = _store(part, options)
    asked = Asked(options.model)
    if options.context:
        asked = msgspec.structs.replace(asked, max_context_tokens=options.context)
    lines = []
    for gold, document in cases(part, options.sample):
        if not (made := requests(document, asked)):
            continue
        store.keep(page_of(gold.id, (), document, asked.model, made), made)
        lines += [batch_line(one) for one in made]
    if options.out:
        options.out.write_bytes(b"".join(lines))
    else:
        sys.stdout.buffer.write(b"".join(lines))
    print(f"{len(lines)} requests; documents kept in {store.folder}", file=sys.stderr)
    return 0


def _record(part: Part, options: argparse.Namespace) -> int:
    day = options.day or datetime.now(UTC).date().isoformat()
    some = recorded.from_files(_store(part, options), options.answers, day, _tell, model=options.model)
    count = recorded.write(part, some)
    print(f"{count} answers recorded in {recorded.folder(part)}")
    return 0


def _score(part: Part, options: argparse.Namespace) -> int:
    pinned = options.floors or options.raise_floors or options.lower is not None or options.write_docs
    if pinned and (options.answers or options.codebook):
        raise UsageError(
            "floors and docs are of the recordings by today's codebook: leave out --answers and --codebook"
        )
    if part == "test" and (options.misses or options.rejected):
        raise UsageError("the texts of the test part stay unread, so it has no lists: use --part dev")
    some = recorded.read(part) if not options.answers else _given(part, options)
    some = [one for one in some if options.codebook in (None, one.codebook)]
    found = list(outcomes(recorded.answered(cases(part), some), Reader.load()))
    if not found:
        raise InputError("no document of the part is answered in full")
    for table in tables(found):
        print(table.plain(), end="\n\n")
    if options.misses:
        options.misses.write_bytes(b"".join(as_line(miss) + b"\n" for one in found for miss in misses(one.after)))
    if options.rejected:
        lines = [msgspec.json.encode(kept) + b"\n" for one in found for kept in one.proven.rejected]
        options.rejected.write_bytes(b"".join(lines))
    if options.write_docs:
        _write(part, found)
    return _pin(part, options, found)


def _given(part: Part, options: argparse.Namespace) -> list[recorded.Recording]:
    return list(recorded.from_files(_store(part, options), options.answers, "given", _tell))


def _write(part: Part, found: Sequence[Outcome]) -> None:
    models = ", ".join(sorted({one.answered.model for one in found}))
    codebooks = ", ".join(sorted({one.answered.codebook for one in found}))
    source = (
        f"{len(found)} documents, answered by {models} with codebook {codebooks}; "
        f"`python -m bench.careful score --part {part} --write-docs` writes this."
    )
    name = f"careful-{part}"
    markers = Markers(f"<!-- {name}: begin, written by the command below -->", f"<!-- {name}: end -->")
    write(tables(found), source, DOCS, markers)


def _pin(part: Part, options: argparse.Namespace, found: Sequence[Outcome]) -> int:
    measured = figures(found)
    if options.lower is not None:
        floors.lower(part, measured, options.lower)
    if options.raise_floors:
        floors.raise_(part, measured)
    said = floors.check(part, measured) if options.floors else []
    for line in said:
        print(line, file=sys.stderr)
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
