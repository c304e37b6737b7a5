"""All figures of the language room: `python -m bench.language.run --treebanks FOLDER [--write-docs]`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.accuracy.corpus import ROOT
from bench.language import parsing
from bench.language.tables import parsers, tables
from bench.language.written import between_markers
from foedus.language import pipelines
from foedus.language.knowledge import pipeline_folder
from foedus.model.errors import FoedusError

DOCS = ROOT / "docs" / "language.md"
COMMAND = "`python -m bench.language.run --treebanks FOLDER --write-docs` writes these tables."


def write_cards(parsed: Sequence[parsing.Row]) -> None:
    """Figures into the model cards, and the attachment scores into meta.json, for `foedus pipelines`."""
    for lang in pipelines.languages():
        folder = Path(str(pipeline_folder(lang)))
        mine = [row for row in parsed if row.lang == lang]
        figures = {row.gold: round(row.scores["las"], 3) for row in mine}
        parts = ["\n".join(parsing.table(mine)), "**Core arguments (F1) on our own sentences, by construction**"]
        parts.append("\n".join(parsing.constructions_table(mine)))
        between_markers(folder / "README.md", "\n\n".join(parts))
        meta = folder / "meta.json"
        told = {**json.loads(meta.read_text(encoding="utf-8")), "figures": figures}
        meta.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Prints the tables; 0, or the error's own code with one line about it."""
    parser = argparse.ArgumentParser(prog="python -m bench.language.run", description=__doc__)
    parser.add_argument("--treebanks", type=Path, action="append", required=True, metavar="FOLDER")
    parser.add_argument("--write-docs", action="store_true", help="write docs/language.md and the model cards")
    options = parser.parse_args(arguments)
    try:
        parsed = parsing.rows(options.treebanks[0])
        print(parsers(parsed).plain(), end="\n\n")
        found = list(tables(options.treebanks, parsed))
    except FoedusError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code
    for table in found[1:]:
        print(table.plain(), end="\n\n")
    if options.write_docs:
        between_markers(DOCS, "\n\n".join([COMMAND, *(table.markdown() for table in found)]))
        write_cards(parsed)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
