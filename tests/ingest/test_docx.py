"""DOCX files: the text as a reader sees it who accepts all changes."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph
from hypothesis import given, settings

from foedus.ingest.office.docx import read_docx
from foedus.ingest.options import Metadata
from foedus.model.document import Document
from foedus.model.errors import InputError
from tests.ingest.damaging import Changes, changes, cuts, gives_text_or_one_line

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FIRST = "Le ministère annonce l’arrivée de deux batteries au port."


def saved(file: DocxDocument) -> bytes:
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def letter(*paragraphs: str) -> DocxDocument:
    file = docx.Document()
    for paragraph in paragraphs:
        file.add_paragraph(paragraph)
    return file


def read(file: DocxDocument | bytes, **given: str) -> Document:
    return read_docx(file if isinstance(file, bytes) else saved(file), "letter.docx", Metadata(**given))


def add(paragraph: Paragraph, xml: str) -> None:
    """An element that python-docx has no words for."""
    inner: Any = paragraph._p  # the stubs let paragraphs alone stand in paragraphs
    inner.append(parse_xml(xml.replace(">", f" {_W}>", 1)))


def with_part(raw: bytes, name: str, xml: str) -> bytes:
    stream = BytesIO(raw)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, xml)
    return stream.getvalue()


def test_paragraphs_headings_and_cells_stand_in_their_order() -> None:
    file = letter(FIRST)
    file.add_heading("Le contrat", level=2)
    table = file.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Pologne", "116 chars"
    file.add_paragraph("Fin.")
    document = read(file)
    assert document.text.split("\n\n") == [FIRST, "Le contrat", "Pologne", "116 chars", "Fin."]
    assert (document.extractor, document.source) == ("docx/1", "letter.docx")


def test_a_title_is_the_paragraph_of_that_style_and_stands_at_the_top_once() -> None:
    file = letter("Communiqué")
    file.add_paragraph("Deux batteries au port", style="Title")
    file.add_paragraph(FIRST)
    document = read(file)
    assert document.title == "Deux batteries au port"
    assert document.text == f"Deux batteries au port\n\nCommuniqué\n\n{FIRST}"


def test_what_the_file_calls_itself_counts_only_where_it_stands_in_the_text() -> None:
    file = letter("Deux batteries au port", FIRST)
    file.core_properties.title = "deux batteries  au port"
    assert read(file).title == "Deux batteries au port"
    file.core_properties.title = "Modèle de lettre"
    assert read(file).title is None
    assert any("'Modèle de lettre'" in note.text for note in read(file).notes)


def test_the_day_it_was_made_is_a_note_and_no_date() -> None:
    file = letter(FIRST)
    file.core_properties.created = datetime(2022, 5, 19, tzinfo=UTC)
    document = read(file)
    assert document.published is None
    assert [note.text for note in document.notes if note.code == "published"] == [
        "the file says that it was made on 2022-05-19; not taken for the date of publication"
    ]
    assert read(file, published="2022-05-20").published == "2022-05-20"


def test_insertions_are_kept_and_deletions_left_out() -> None:
    file = letter("La Pologne a commandé ")
    paragraph = file.paragraphs[0]
    add(paragraph, '<w:del w:id="1" w:author="a"><w:r><w:delText>200</w:delText></w:r></w:del>')
    add(paragraph, '<w:ins w:id="2" w:author="a"><w:r><w:t>116</w:t></w:r></w:ins>')
    add(paragraph, '<w:moveFrom w:id="3" w:author="a"><w:r><w:t> vieux</w:t></w:r></w:moveFrom>')
    paragraph.add_run(" chars.")
    assert read(file).text == "La Pologne a commandé 116 chars."


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next() -> None:
    file = letter("La Pologne a ", "commandé 116 chars.", "Fin.")
    add(file.paragraphs[0], '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>')
    assert read(file).text == "La Pologne a commandé 116 chars.\n\nFin."


def test_a_footnote_follows_its_paragraph() -> None:
    file = letter("La Pologne a commandé 116", "Fin.")
    add(file.paragraphs[0], '<w:r><w:footnoteReference w:id="2"/></w:r>')
    file.paragraphs[0].add_run(" chars.")
    notes = (
        f'<w:footnotes {_W}><w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Selon le ministère.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    raw = with_part(saved(file), "word/footnotes.xml", notes)
    assert read(raw).text == "La Pologne a commandé 116 chars.\n\nSelon le ministère.\n\nFin."


def test_hidden_text_field_codes_and_contents_are_left_out() -> None:
    file = letter("Le contrat\t12", "Le contrat")
    file.styles.add_style("TOC 1", 1)
    file.paragraphs[0].style = "TOC 1"
    file.paragraphs[1].add_run(" secret").font.hidden = True
    add(file.paragraphs[1], "<w:r><w:instrText>PAGE</w:instrText></w:r>")
    assert read(file).text == "Le contrat"


def test_a_text_box_that_is_told_twice_is_read_once_after_its_paragraph() -> None:
    file = letter(FIRST)
    box = "<w:txbxContent><w:p><w:r><w:t>À retenir</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    add(
        file.paragraphs[0],
        f'<w:r><mc:AlternateContent {mc}><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>",
    )
    assert read(file).text == f"{FIRST}\n\nÀ retenir"


def test_breaks_and_spaces_are_as_seen() -> None:
    file = letter("Deux")
    file.paragraphs[0].add_run().add_break(WD_BREAK.LINE)
    file.paragraphs[0].add_run("lignes\tet  demie")
    file.paragraphs[0].add_run().add_break(WD_BREAK.PAGE)
    assert read(file).text == "Deux\nlignes et demie"


def test_a_bomb_is_refused_before_it_unpacks() -> None:
    body = f"<w:document {_W}><w:body><w:p><w:r><w:t>{'a ' * 60_000_000}</w:t></w:r></w:p></w:body></w:document>"
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
    assert len(stream.getvalue()) < 300_000
    with pytest.raises(InputError, match=r"^letter.docx unpacks to more than 100 MB, as a bomb does"):
        read(stream.getvalue())


def test_entities_are_not_resolved() -> None:
    bomb = (
        '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
        f"<w:document {_W}><w:body><w:p><w:r><w:t>&a;&b;</w:t></w:r></w:p></w:body></w:document>"
    )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", bomb)
    with pytest.raises(InputError, match="declares a document type"):
        read(stream.getvalue())


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "is a DOCX file locked with a pas",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1WordDocument",
            "is an office file of the old kind: open it, and save it as D",
        ),
        (b"PK\x03\x04 and no more", "is a damaged DOCX file"),
        (b"", "is a damaged DOCX file"),
    ],
)
def test_what_is_none_is_told_in_one_line(raw: bytes, said: str) -> None:
    with pytest.raises(InputError, match=f"^letter.docx {said}"):
        read(raw)


def test_a_file_without_text_or_without_a_text_part_is_told() -> None:
    with pytest.raises(InputError, match=r"^letter.docx holds no text"):
        read(docx.Document())
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("readme.txt", "no")
    with pytest.raises(InputError, match=r"^letter.docx is no DOCX file"):
        read(stream.getvalue())


def test_text_before_the_damage_is_kept_and_the_damage_told() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body><w:p><w:r><w:t>Un.</w:t></w:r></w:p><w:p><w:r")
    document = read(stream.getvalue())
    assert document.text == "Un."
    assert [note.code for note in document.notes] == ["damaged"]


WHOLE = saved(letter(FIRST, "Fin."))


@settings(max_examples=40, deadline=None)
@given(cuts(WHOLE), changes(WHOLE))
def test_no_damage_gives_anything_but_text_or_one_line(length: int, changed: Changes) -> None:
    gives_text_or_one_line(read, "letter.docx", WHOLE, length, changed)
