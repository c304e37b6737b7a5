"""`python -m bench.documents.pdf`: paragraphs of the sample reports that come out of a PDF as they went in.

Each language's sample reports are set as one PDF in four ways. A paragraph counts as whole where all its words stand in
the text in their order with nothing between, however lines are broken; as one where it is a paragraph of its own too.
Russian needs the font DejaVu Serif in the system.
"""

import time
from collections.abc import Callable
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pypdf
import pypdfium2
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from bench.documents.setting import WAYS, set_pages
from foedus.ingest.pdf.parse import parse

_LANGS = ("en", "fr", "ru")
_FONT = "DejaVuSerif"


class Score(NamedTuple):
    """Shares of paragraphs that come out whole, and as paragraphs of their own; seconds of processor a page."""

    whole: float
    own: float
    seconds: float


def main() -> None:
    """Prints a row for each way, language and library."""
    font = _font()
    print("| set as | lang | read by | whole | own paragraph | ms of processor a page |")
    print("| --- | --- | --- | --- | --- | --- |")
    for way in WAYS:
        for lang in _LANGS if font != "Times-Roman" else _LANGS[:2]:
            paragraphs = paragraphs_of(lang)
            raw = set_pages(paragraphs, way, font)
            for name, read in _READERS.items():
                found = score(read, raw, paragraphs)
                figures = f"{found.whole:.0%} | {found.own:.0%} | {found.seconds * 1e3:.0f}"
                print(f"| {way.name} | {lang} | {name} | {figures} |", flush=True)


def _font() -> str:
    path = next(Path("/usr/share/fonts").glob(f"**/{_FONT}.ttf"), None)
    if path is None:
        return "Times-Roman"
    registerFont(TTFont(_FONT, str(path)))
    return _FONT


def paragraphs_of(lang: str) -> list[str]:
    """The paragraphs of a language's sample reports in plain text."""
    folder = files("foedus.data").joinpath("samples")
    reports = sorted(
        (entry for entry in folder.iterdir() if entry.name.startswith(f"{lang}-") and entry.name.endswith(".txt")),
        key=lambda entry: entry.name,
    )
    texts = [report.read_text(encoding="utf-8") for report in reports]
    return [_plain(paragraph) for text in texts for paragraph in text.split("\n\n") if paragraph.strip()]


def score(read: Callable[[bytes], str], raw: bytes, paragraphs: list[str]) -> Score:
    """How a way of reading does on a file of these paragraphs."""
    read(raw)  # libraries load
    start = time.process_time()
    text = read(raw)
    seconds = time.process_time() - start
    flat = f" {_plain(text)} "
    own = {_plain(part) for part in text.split("\n\n")}
    count = len(paragraphs)
    whole = sum(f" {paragraph} " in flat for paragraph in paragraphs)
    alone = sum(paragraph in own for paragraph in paragraphs)
    return Score(whole / count, alone / count, seconds / len(pypdfium2.PdfDocument(raw)))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _foedus(raw: bytes) -> str:
    return parse(raw, "bench").body


def _pypdf(raw: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(raw)).pages)


def _pdfium(raw: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(raw))


_READERS = {"Foedus": _foedus, "pypdf": _pypdf, "PDFium's own order": _pdfium}

if __name__ == "__main__":
    main()
