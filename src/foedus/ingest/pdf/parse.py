"""A PDF file to its text; runs in the parsing process."""

from collections.abc import Iterator
from ctypes import create_string_buffer
from itertools import groupby

import pypdfium2 as pdfium
from pypdfium2 import raw

from foedus.ingest.extracted import Extracted, settle_title
from foedus.ingest.pdf.damage import damage, with_trailer
from foedus.ingest.pdf.glyphs import Page, read_page
from foedus.ingest.pdf.layout import LaidOut, lay_out
from foedus.model.document import Note
from foedus.model.errors import InputError

_BEGINS_WITHIN = 1024
"""Bytes in which a PDF may begin behind something else; that much other programs forgive."""
_MOST_UNKNOWN = 0.2
_SHOWN = 6


def parse(data: bytes, item: str) -> Extracted:
    """The text of a PDF; InputError where it is locked, damaged beyond reading, or holds nothing but images."""
    if b"%PDF" not in data[:_BEGINS_WITHIN]:
        raise InputError(f"{item} is no PDF: it does not begin as one; give it the name of what it is")
    file = _opened(data, item)
    pages, lost = _pages(file)
    known = sum(len(page.glyphs) for page in pages)
    unknown = sum(page.unknown for page in pages)
    if not known and not unknown:
        raise InputError(f"{item} holds {_images(len(pages), lost)}")
    if unknown > _MOST_UNKNOWN * (known + unknown):
        raise InputError(
            f"{item} does not say which letters its fonts show ({unknown} of {known + unknown} characters): "
            "run text recognition (OCR) over it, for instance `ocrmypdf --force-ocr IN OUT`"
        )
    laid = lay_out(pages)
    if not laid.paragraphs:
        raise InputError(f"{item} holds {_images(len(pages), lost)}")
    paragraphs, title, notes = settle_title(laid.paragraphs, _stated(file, "Title"))
    notes = (*notes, *_notes(data, pages, lost, laid, file))
    return Extracted("\n\n".join(paragraphs), title, _day(_stated(file, "CreationDate")), notes)


def _opened(data: bytes, item: str) -> pdfium.PdfDocument:
    """The open file; an empty password, which only keeps people from printing or changing it, opens it too."""
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_FORMAT and (mended := with_trailer(data)) and _opens(mended):
            return pdfium.PdfDocument(mended)
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise InputError(
                f"{item} is locked with a password: save a copy without it, for instance "
                "`qpdf --decrypt --password=WORD IN OUT`"
            ) from None
        if error.err_code == raw.FPDF_ERR_SECURITY:
            raise InputError(f"{item} is encrypted in a way that is not read: save a copy without it") from None
        raise InputError(
            f"{item} is a PDF too damaged to open: fetch it again, or mend it, for instance with `mutool clean IN OUT`"
        ) from None


def _opens(data: bytes) -> bool:
    try:
        pdfium.PdfDocument(data).close()
    except pdfium.PdfiumError:
        return False
    return True


def _pages(file: pdfium.PdfDocument) -> tuple[list[Page], list[int]]:
    """The pages that can be read, and the numbers of those that cannot."""
    pages: list[Page] = []
    lost: list[int] = []
    for number in range(len(file)):
        try:
            page = file[number]
            pages.append(read_page(page))
            page.close()
        except pdfium.PdfiumError:
            lost.append(number + 1)
            pages.append(Page([], 0, 0, 0, 0))
    return pages, lost


def _images(pages: int, lost: list[int]) -> str:
    if len(lost) == pages:
        return "no page that can be read: it is damaged; fetch it again"
    count = "one page" if pages == 1 else f"{pages} pages"
    return f"{count} and no text, only images or drawings: run text recognition (OCR), for instance `ocrmypdf IN OUT`"


def _notes(data: bytes, pages: list[Page], lost: list[int], laid: LaidOut, file: pdfium.PdfDocument) -> Iterator[Note]:
    if found := damage(data):
        yield Note("damaged", f"{found}: read as far as it could be put together; text may be missing")
    if lost:
        yield Note("damaged", f"pages that cannot be read: {_ranges(lost)}")
    empty = [number for number, page in enumerate(pages, start=1) if not page.glyphs and number not in lost]
    if empty:
        yield Note("pages", f"pages without text, perhaps images: {_ranges(empty)}")
    if unknown := sum(page.unknown for page in pages):
        yield Note("characters", f"{unknown} characters left out: their fonts do not say which letters they are")
    if turned := sum(page.turned for page in pages):
        yield Note("turned", f"{turned} characters left out that lie across the text")
    if laid.left_out:
        told = "; ".join(f"{text[:60]!r} ({count} times)" for text, count in laid.left_out[:_SHOWN])
        more = f" and {len(laid.left_out) - _SHOWN} others" if len(laid.left_out) > _SHOWN else ""
        yield Note("margins", f"left out as headers, footers or page numbers: {told}{more}")
    if laid.guessed:
        words = sorted(set(laid.guessed))
        told = ", ".join(words[:_SHOWN]) + (", …" if len(words) > _SHOWN else "")
        yield Note("hyphens", f"not sure whether one word or two, split at the end of a line: {told}")
    if attached := raw.FPDFDoc_GetAttachmentCount(file.raw):
        yield Note("attachments", f"{attached} files attached to it are not read: save them beside it")


def _ranges(numbers: list[int]) -> str:
    """`3, 7-9` of 3, 7, 8, 9."""
    runs = [[n for _, n in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _stated(file: pdfium.PdfDocument, key: str) -> str | None:
    """An entry of the file's information; what is no text there is nothing."""
    name = key.encode()
    size = raw.FPDF_GetMetaText(file.raw, name, None, 0)
    buffer = create_string_buffer(size)
    raw.FPDF_GetMetaText(file.raw, name, buffer, size)
    return buffer.raw.decode("utf-16-le", errors="replace").rstrip("\0") or None


def _day(stated: str | None) -> str | None:
    """2022-05-19 of D:20220519143000+02'00'."""
    digits = (stated or "").removeprefix("D:")[:8]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 and digits.isdecimal() else None
