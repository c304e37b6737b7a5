"""The tables of the pages of accuracy, linking and confidence, between markers so that the words around them stay."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.accuracy.corpus import ROOT
from bench.accuracy.report import Table

PATH = ROOT / "docs" / "accuracy.md"
LINKING = ROOT / "docs" / "linking.md"
CONFIDENCE = ROOT / "docs" / "confidence.md"
DIAGRAM = "reliability.svg"
"""Lies beside the page of confidence."""


class Markers(NamedTuple):
    """Lines between which tables stand."""

    begin: str
    end: str


CLAIMS = Markers("<!-- accuracy: begin, written by the command below -->", "<!-- accuracy: end -->")
EVERYDAY = Markers("<!-- everyday: begin, written by the command below -->", "<!-- everyday: end -->")
LINKS = Markers("<!-- links: begin, written by the command below -->", "<!-- links: end -->")
RELIABILITY = Markers("<!-- reliability: begin, written by the command below -->", "<!-- reliability: end -->")
SAID = Markers("<!-- said: begin, written by the command below -->", "<!-- said: end -->")

_NEW_PAGE = f"""# How well Foedus reads

Measured on the test part of the project's own corpus: documents worded for it, in the manner of real reports, that
nobody opened while the reader was built. Core is type and all core roles right; stage and standing with polarity are
shares of the claims whose core is right; everything is all of these at once. bench/accuracy/README.md says how far
the figures can be trusted.

{CLAIMS.begin}
{CLAIMS.end}
"""


def write(tables: Sequence[Table], source: str, path: Path = PATH, markers: Markers = CLAIMS) -> None:
    """Replace what stands between the markers; a page without them is begun anew only where there is none."""
    page = path.read_text(encoding="utf-8") if path.is_file() else _NEW_PAGE
    head, begin, rest = page.partition(markers.begin)
    _, end, tail = rest.partition(markers.end)
    if not begin or not end:
        head, tail = page.rstrip("\n") + "\n\n", "\n"
    body = "\n\n".join([source, *(table.markdown() for table in tables)])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{head}{markers.begin}\n{body}\n{markers.end}{tail}", encoding="utf-8")
