"""ODT files: the text as a reader sees it who accepts all changes."""

import zipfile
from io import BytesIO

import odfdo
import pytest
from hypothesis import given, settings

from foedus.ingest.office.odt import read_odt
from foedus.ingest.options import Metadata
from foedus.model.document import Document
from foedus.model.errors import InputError
from tests.ingest.damaging import Changes, changes, cuts, gives_text_or_one_line

FIRST = "Le ministère annonce l’arrivée de deux batteries au port."


def saved(file: odfdo.Document) -> bytes:
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def letter(*elements: odfdo.Element) -> odfdo.Document:
    file = odfdo.Document("text")
    file.body.clear()
    for element in elements:
        file.body.append(element)
    return file


def xml(text: str) -> odfdo.Element:
    return odfdo.Element.from_tag(text)


def read(file: odfdo.Document | bytes) -> Document:
    return read_odt(file if isinstance(file, bytes) else saved(file), "letter.odt", Metadata())


def changed(raw: bytes, name: str, content: str) -> bytes:
    """The file with other bytes for one part."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as before, zipfile.ZipFile(stream, "w") as after:
        for entry in before.infolist():
            after.writestr(entry, content if entry.filename == name else before.read(entry))
    return stream.getvalue()


def test_paragraphs_headings_and_cells_stand_in_their_order() -> None:
    table = odfdo.Table("Commandes", width=2, height=1)
    for column, value in enumerate(("Pologne", "116 chars")):
        table.set_value((column, 0), value)
    document = read(letter(odfdo.Paragraph(FIRST), odfdo.Header(2, "Le contrat"), table, odfdo.Paragraph("Fin.")))
    assert document.text.split("\n\n") == [FIRST, "Le contrat", "Pologne", "116 chars", "Fin."]
    assert (document.extractor, document.source) == ("odt/1", "letter.odt")


def test_a_title_stands_in_the_text_and_the_day_it_was_made_is_a_note() -> None:
    file = letter(odfdo.Paragraph("Communiqué"), odfdo.Paragraph("Deux batteries au port", style="Title"))
    document = read(file)
    assert document.title == "Deux batteries au port"
    assert document.text == "Deux batteries au port\n\nCommuniqué"
    assert document.published is None
    assert any("not taken for the date of publication" in note.text for note in document.notes)
    file.meta.title = "Communiqué"
    plain = letter(odfdo.Paragraph("Communiqué"), odfdo.Paragraph(FIRST))
    plain.meta.title = "communiqué"
    assert read(plain).title == "Communiqué"


def test_deletions_comments_and_contents_are_left_out() -> None:
    tracked = xml(
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        "<text:p>200 vieux</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    contents = xml(
        "<text:table-of-content><text:index-body><text:p>Le contrat 2</text:p></text:index-body>"
        "</text:table-of-content>"
    )
    paragraph = xml(
        '<text:p>La Pologne a commandé <text:change text:change-id="c1"/>116<office:annotation><text:p>Sûr ?</text:p>'
        "</office:annotation> chars.</text:p>"
    )
    assert read(letter(tracked, contents, paragraph)).text == "La Pologne a commandé 116 chars."


def test_a_footnote_follows_its_paragraph() -> None:
    paragraph = xml(
        '<text:p>La Pologne a commandé 116<text:note text:note-class="footnote"><text:note-citation>1'
        "</text:note-citation><text:note-body><text:p>Selon le ministère.</text:p></text:note-body></text:note>"
        " chars.</text:p>"
    )
    document = read(letter(paragraph, odfdo.Paragraph("Fin.")))
    assert document.text == "La Pologne a commandé 116 chars.\n\nSelon le ministère.\n\nFin."


def test_breaks_and_spaces_are_as_seen() -> None:
    paragraph = xml('<text:p>Deux<text:line-break/>lignes\n et<text:s text:c="999999999"/>demie<text:tab/>!</text:p>')
    hidden = xml('<text:section text:display="none"><text:p>secret</text:p></text:section>')
    assert read(letter(paragraph, hidden)).text == "Deux\nlignes et demie !"


def test_a_locked_file_is_told() -> None:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
        'manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    )
    raw = changed(saved(letter(odfdo.Paragraph(FIRST))), "META-INF/manifest.xml", manifest)
    with pytest.raises(InputError, match=r"^letter.odt is an ODT file locked with a password"):
        read(raw)


def test_text_before_the_damage_is_kept_and_the_damage_told() -> None:
    raw = saved(letter(odfdo.Paragraph(FIRST), odfdo.Paragraph("Fin.")))
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        content = archive.read("content.xml").decode()
    document = read(changed(raw, "content.xml", content[: content.index("Fin.")]))
    assert document.text.startswith(FIRST)
    assert "damaged" in [note.code for note in document.notes]


def test_no_text_is_told() -> None:
    with pytest.raises(InputError, match=r"^letter.odt holds no text"):
        read(letter())


WHOLE = saved(letter(odfdo.Paragraph(FIRST), odfdo.Paragraph("Fin.")))


@settings(max_examples=40, deadline=None)
@given(cuts(WHOLE), changes(WHOLE))
def test_no_damage_gives_anything_but_text_or_one_line(length: int, changed: Changes) -> None:
    gives_text_or_one_line(read, "letter.odt", WHOLE, length, changed)
