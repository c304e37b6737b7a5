"""PDF files: the text as a person reads it, and clear words where there is none."""

import time
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from pypdfium2 import PdfDocument
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from foedus.ingest.options import Metadata
from foedus.ingest.pdf.glyphs import read_page
from foedus.ingest.pdf.layout import lay_out
from foedus.ingest.pdf.read import read_pdf
from foedus.model.document import Document
from foedus.model.errors import InputError
from tests.ingest.damaging import Changes, changes, cuts, gives_text_or_one_line
from tests.ingest.pdf_files import HEIGHT, WIDTH, page, pdf, write

RELEASE = """
Warsaw has ordered another 116 tanks from its American supplier, the
ministry said on Tuesday, and expects the first of them in the spring of
next year.

The contract covers training and spare parts. No price was given by
either side.
"""


def read(raw: bytes) -> Document:
    return read_pdf(raw, "release.pdf", Metadata())


def paragraphs(raw: bytes) -> list[str]:
    return read(raw).text.split("\n\n")


def notes(raw: bytes) -> dict[str, str]:
    return {note.code: note.text for note in read(raw).notes}


def test_lines_become_paragraphs_and_the_bytes_and_the_library_are_named() -> None:
    raw = pdf(page(RELEASE))
    document = read(raw)
    assert document.text.split("\n\n") == [
        "Warsaw has ordered another 116 tanks from its American supplier, the ministry said on Tuesday, and expects "
        "the first of them in the spring of next year.",
        "The contract covers training and spare parts. No price was given by either side.",
    ]
    assert document.extractor.startswith("pypdfium2/")
    assert document.source == "release.pdf"


def test_the_day_it_was_made_is_told_and_is_no_date_of_publication() -> None:
    raw = pdf(page(RELEASE))
    assert read(raw).published is None
    assert "not taken for the date of publication" in notes(raw)["published"]
    assert read_pdf(raw, "a.pdf", Metadata(published="2022-05-19")).published == "2022-05-19"


def test_a_title_counts_only_where_it_stands_in_the_text() -> None:
    heading = f"More tanks for Warsaw\n\n{RELEASE}"
    document = read(pdf(page(heading), title="More Tanks for Warsaw"))
    assert document.title == "More tanks for Warsaw"
    assert document.text.count("More tanks") == 1
    assert "'Microsoft Word - doc1'" in notes(pdf(page(heading), title="Microsoft Word - doc1"))["title"]


LEFT = """
The first battery reached the
port on Monday night, and its
crews were seen unloading six
launchers from the ferry that
had come from the east coast.
"""
RIGHT = """
The second was expected there
within a week, an officer who
asked not to be named told us
on Tuesday. The ministry gave
no comment on what he told us.
"""


def two_columns(canvas: Canvas) -> None:
    write(canvas, "Two batteries for the northern coast and what they are for", top=740, size=18)
    write(canvas, RIGHT, left=310)  # drawn first: the order of drawing is not that of reading
    write(canvas, LEFT, left=72)


def test_columns_are_read_one_after_the_other() -> None:
    assert paragraphs(pdf(two_columns)) == [
        "Two batteries for the northern coast and what they are for",
        " ".join(LEFT.split()),
        " ".join(RIGHT.split()),
    ]


def test_a_table_is_read_row_by_row() -> None:
    def table(canvas: Canvas) -> None:
        for top, row in zip((700, 686, 672), (("Country", "Tanks"), ("Poland", "116"), ("Romania", "54")), strict=True):
            for left, cell in zip((72, 300), row, strict=True):
                write(canvas, cell, left, top)

    assert paragraphs(pdf(table)) == ["Country Tanks", "Poland 116", "Romania 54"]


def test_items_of_a_list_are_paragraphs_with_all_their_lines() -> None:
    lines = """
The ministry named three orders that it wants to see through this year, one of them new:
• a second battery for the northern coast, whose crews are in training
  and which will take over from the first;
• spare parts.
"""
    assert paragraphs(pdf(page(lines)))[1:] == [
        "• a second battery for the northern coast, whose crews are in training and which will take over from the "
        "first;",
        "• spare parts.",
    ]


def test_a_centred_title_over_two_lines_is_one_paragraph() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawCentredString(WIDTH / 2, 760, "The northern deliveries: what was promised")
        canvas.drawCentredString(WIDTH / 2, 738, "And what came")
        write(canvas, RELEASE)

    assert paragraphs(pdf(draw))[0] == "The northern deliveries: what was promised And what came"


def test_a_title_that_is_drawn_twice_for_its_shadow_is_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, "Two batteries", size=18)
        write(canvas, "Two batteries", left=73, top=699, size=18)

    assert paragraphs(pdf(draw)) == ["Two batteries"]


def test_a_title_over_two_paragraphs_is_one() -> None:
    document = read(
        pdf(page(f"More tanks for Warsaw\n\nWho pays\n\n{RELEASE}"), title="More tanks for Warsaw: who pays")
    )
    assert document.title == "More tanks for Warsaw Who pays"


def test_a_large_table_takes_no_time() -> None:
    def table(canvas: Canvas) -> None:
        for row in range(60):
            for column in range(25):
                write(canvas, str(row * column), 40 + 20 * column, 780 - 11 * row, size=6)

    start = time.process_time()
    laid = lay_out([read_page(PdfDocument(pdf(table))[0])])
    assert time.process_time() - start < 5
    assert len(laid.paragraphs) == 60


def test_headers_footers_and_page_numbers_are_left_out_and_told() -> None:
    def numbered(number: int) -> Canvas:
        def draw(canvas: Canvas) -> None:
            write(canvas, "Ministry of Defence - press service", top=HEIGHT - 40, size=9)
            write(canvas, f"The fact of day {'abc'[number - 1]} was told to the press in the morning.")
            write(canvas, f"Page {number} of 3", top=30, size=9)

        return draw

    raw = pdf(*map(numbered, (1, 2, 3)))
    assert paragraphs(raw) == [f"The fact of day {day} was told to the press in the morning." for day in "abc"]
    assert "'Page 1 of 3' (3 times)" in notes(raw)["margins"]


def test_what_stands_on_one_page_alone_is_kept() -> None:
    raw = pdf(page("Strictly for release", top=HEIGHT - 40), page(RELEASE))
    assert paragraphs(raw)[0] == "Strictly for release"


def test_a_sentence_goes_on_over_the_page_and_past_its_footnotes() -> None:
    def first(canvas: Canvas) -> None:
        write(canvas, "The minister told the house on Tuesday that the last of the howitzers", top=150)
        write(canvas, "1 Statement of the ministry, third of May.", top=110, size=8)

    raw = pdf(first, page("had left the depot in March, and that no more would follow this year."))
    assert paragraphs(raw) == [
        "The minister told the house on Tuesday that the last of the howitzers had left the depot in March, and that "
        "no more would follow this year.",
        "1 Statement of the ministry, third of May.",
    ]


def test_split_words_are_joined_and_words_with_a_hyphen_keep_it() -> None:
    lines = """
    The ammunition came by rail. A short-range system was ordered, and am-
    munition for it, as well as a second short-
    range system from the same maker. A surface-to-
    air missile of NA-
    TO came too; NATO said so.
    """
    text = read(pdf(page("\n".join(line.strip() for line in lines.splitlines())))).text
    assert "and ammunition for it" in text
    assert "a second short-range system" in text
    assert "A surface-to-air missile of NATO came" in text


def test_marks_of_footnotes_do_not_swell_numbers() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        for part, small in (("Poland ordered 300", 0), ("12", 1), (" tanks", 0), ("13", 1), (" on 5 km", 0), ("2", 1)):
            text.setFont("Helvetica", 7 if small else 11)
            text.setRise(4 if small else 0)
            text.textOut(part)
        canvas.drawText(text)

    assert paragraphs(pdf(draw)) == ["Poland ordered 300 tanks on 5 km²"]


def test_a_page_on_its_side_is_read_upright() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(WIDTH, 0)
        canvas.rotate(90)
        write(canvas, RELEASE, top=400)

    assert paragraphs(pdf(draw)) == paragraphs(pdf(page(RELEASE)))


def test_what_lies_across_the_text_is_left_out_and_told() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, RELEASE)
        canvas.rotate(90)
        write(canvas, "DRAFT", left=300, top=-40)

    assert "DRAFT" not in read(pdf(draw)).text
    assert notes(pdf(draw))["turned"] == "5 characters left out that lie across the text"


def cyrillic_font() -> str | None:
    return next((str(path) for path in Path("/usr/share/fonts").glob("**/DejaVuSans.ttf")), None)


@pytest.mark.skipif(cyrillic_font() is None, reason="no font of the system's has Cyrillic letters")
def test_letters_of_an_embedded_font_are_told_by_its_map() -> None:
    registerFont(TTFont("Wide", cyrillic_font()))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Wide", 11)
        canvas.drawString(72, 700, "Польша заказала ещё 116 танков, сообщило министерство.")

    assert paragraphs(pdf(draw)) == ["Польша заказала ещё 116 танков, сообщило министерство."]


@pytest.mark.skipif(cyrillic_font() is None, reason="no font of the system's has Cyrillic letters")
def test_a_dictionary_tells_split_russian_words_from_those_with_a_hyphen() -> None:
    registerFont(TTFont("Wide", cyrillic_font()))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Wide", 11)
        for top, line in (
            (700, "Польша заказала ещё 116 тан-"),
            (686, "ков, сообщило военно-"),
            (672, "морское ведомство."),
        ):
            canvas.drawString(72, top, line)

    assert paragraphs(pdf(draw)) == ["Польша заказала ещё 116 танков, сообщило военно-морское ведомство."]


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf(page(RELEASE))))
    writer.encrypt(password, "against printing", algorithm="AES-256")
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_password_is_told_with_its_remedy_and_one_against_printing_does_not_matter() -> None:
    with pytest.raises(InputError, match=r"^release.pdf is locked with a password: save a copy without it"):
        read(locked("secret"))
    assert paragraphs(locked("")) == paragraphs(pdf(page(RELEASE)))


def drawing(canvas: Canvas) -> None:
    canvas.rect(100, 100, 200, 200, fill=1)


def test_images_alone_need_text_recognition() -> None:
    with pytest.raises(
        InputError, match=r"^release.pdf holds 2 pages and no text, only images or drawings: run text rec"
    ):
        read(pdf(drawing, drawing))
    with pytest.raises(InputError, match=r"^release.pdf holds one page and no text"):
        read(pdf(page("   ")))
    assert notes(pdf(page(RELEASE), drawing, drawing))["pages"].endswith(": 2-3")


def test_a_damaged_table_is_mended_and_told() -> None:
    raw = pdf(page(RELEASE))
    at = raw.rindex(b"startxref")
    broken = raw[:at] + b"startxref\n7\n%%EOF\n"
    assert paragraphs(broken) == paragraphs(raw)
    assert "the table of its parts is damaged" in notes(broken)["damaged"]
    cut = raw[: raw.rindex(b"trailer")]
    assert paragraphs(cut) == paragraphs(raw)
    assert "the end of the file is missing" in notes(cut)["damaged"]
    assert "damaged" not in notes(raw)


@pytest.mark.parametrize("raw", [b"%PDF-1.7\n", b"", b"<html>no</html>"])
def test_what_is_no_pdf_is_told_in_one_line(raw: bytes) -> None:
    with pytest.raises(InputError, match=r"^release.pdf is (a PDF too damaged|no PDF)"):
        read(raw)


WHOLE = pdf(two_columns, page(RELEASE))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cuts(WHOLE), changes(WHOLE))
def test_no_damage_gives_anything_but_text_or_one_line(length: int, changed: Changes) -> None:
    gives_text_or_one_line(read, "release.pdf", WHOLE, length, changed)
