"""The tables of docs/accuracy.md, written between two markers so that the words around them stay."""

from collections.abc import Sequence
from pathlib import Path

from bench.accuracy.corpus import ROOT
from bench.accuracy.report import Table

PATH = ROOT / "docs" / "accuracy.md"
BEGIN, END = "<!-- accuracy: begin, written by the command below -->", "<!-- accuracy: end -->"

_NEW_PAGE = f"""# How well Foedus reads

Measured on the test part of the project's own corpus: documents worded for it, in the manner of real reports, that
nobody opened while the reader was built. Core is type and all core roles right; stage and standing with polarity are
shares of the claims whose core is right; everything is all of these at once. bench/accuracy/README.md says how far
the figures can be trusted.

{BEGIN}
{END}
"""


def write(tables: Sequence[Table], source: str, path: Path = PATH) -> None:
    """Replace what stands between the markers; a page without them is begun anew only where there is none."""
    page = path.read_text(encoding="utf-8") if path.is_file() else _NEW_PAGE
    head, begin, rest = page.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        head, tail = page.rstrip("\n") + "\n\n", "\n"
    body = "\n\n".join([source, *(table.markdown() for table in tables)])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{head}{BEGIN}\n{body}\n{END}{tail}", encoding="utf-8")
