"""Messages: the text that was sent, who sent it and when, and what was attached."""

from collections.abc import Iterator
from email.message import EmailMessage
from io import BufferedReader, BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.ingest.opening import Opening
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem, Result
from foedus.model.document import Document
from tests.ingest.pdf_files import page, pdf

TEXT = "Le ministère annonce l’arrivée de deux batteries au port.\nElles seront livrées mardi.\n"
DATE = "Thu, 19 May 2022 23:30:00 +0200"


def message(text: str = TEXT, **headers: str) -> EmailMessage:
    made = EmailMessage()
    known = {"Subject": "Deux batteries au port", "From": "Service de presse <presse@def.example>", "Date": DATE}
    for name, value in {**known, **{name.replace("_", "-"): value for name, value in headers.items()}}.items():
        if value:
            made[name] = value
    made.set_content(text)
    return made


def results(raw: bytes, name: str = "a.eml", metadata: Metadata | None = None) -> list[Result]:
    options = Options(metadata=metadata or Metadata())
    stream: BufferedReader = BufferedReader(BytesIO(raw))
    return list(Opening(name, len(raw), options).read(stream, name, options))


def read(mail: EmailMessage | bytes, metadata: Metadata | None = None) -> Document:
    only = results(mail if isinstance(mail, bytes) else mail.as_bytes(), metadata=metadata)
    assert len(only) == 1
    assert isinstance(only[0], Document), only[0]
    return only[0]


def notes(document: Document) -> dict[str, str]:
    return {note.code: note.text for note in document.notes}


def problem(raw: bytes, name: str = "a.eml") -> str:
    only = results(raw, name)
    assert len(only) == 1
    assert isinstance(only[0], Problem)
    return only[0].message


def test_subject_date_and_sender_become_title_date_and_outlet() -> None:
    document = read(message())
    assert document.text == f"Deux batteries au port\n\n{TEXT.strip()}"
    assert (document.title, document.published) == ("Deux batteries au port", "2022-05-19T23:30:00+02:00")
    assert (document.outlet, document.extractor, document.source) == ("Service de presse", "mail/1", "a.eml")
    assert document.raw_sha256 is not None


def test_what_is_given_stands_over_what_the_message_says() -> None:
    document = read(message(), Metadata(published="2022-05-18", outlet="La Vigie", url="https://vigie.example/1"))
    assert (document.published, document.outlet, document.url) == ("2022-05-18", "La Vigie", "https://vigie.example/1")


def test_a_list_is_the_outlet_of_what_others_write_to_it() -> None:
    listed = message(List_Id='"Ports et flottes" <ports.example.org>', List_Post="<mailto:ports@example.org>")
    assert read(listed).outlet == "Ports et flottes"
    assert read(message(List_Id='"x12" <x12.sender.example>')).outlet == "Service de presse"
    assert read(message(From="presse@def.example")).outlet == "presse@def.example"


def test_a_date_that_is_none_is_a_note() -> None:
    document = read(message().as_bytes().replace(DATE.encode(), b"yesterday"))
    assert document.published is None
    assert "date not used" in notes(document)["published"]


def test_prefixes_of_answers_are_no_part_of_the_title() -> None:
    assert read(message(Subject="RE: Re[2]: Deux batteries")).title == "Deux batteries"
    assert read(message(Subject="Iran: deux batteries")).title == "Iran: deux batteries"


@pytest.mark.parametrize("charset", ["koi8-r", "windows-1251", "utf-8", "iso-8859-5"])
def test_charsets_of_text_and_headers(charset: str) -> None:
    text = "Польша заказала ещё 116 танков, сообщило министерство."
    mail = message(text, Subject="Польша: 116 танков", From="Пресс-служба <press@mo.example>")
    mail.set_content(text, charset=charset, cte="8bit")
    document = read(mail)
    assert document.text == f"Польша: 116 танков\n\n{text}"
    assert document.outlet == "Пресс-служба"


def test_a_wrong_charset_is_told_and_costs_no_text() -> None:
    raw = message().as_bytes().replace(b'charset="utf-8"', b'charset="koi8-r"')
    assert read(raw).text.endswith(TEXT.strip())
    bad = (
        b'Subject: x\nFrom: a@b.example\nContent-Type: text/plain; charset="ascii"\n\nGr\xfc\xdfe aus dem Hafen, \x98\n'
    )
    assert "Hafen" in read(bad).text


def test_bytes_in_headers_without_a_charset_are_read() -> None:
    raw = "Subject: Два «Панциря» в порту\nFrom: Вестник <v@v.example>\nDate: {DATE}\n\nText.\n".encode("cp1251")
    assert read(raw).title == "Два «Панциря» в порту"


HTML = (
    "<html><head><style>p {color: red}</style></head><body><div style='display:none'>Aperçu</div><table><tr><td>"
    "<h2>Chars pour Varsovie</h2></td></tr><tr><td>La Pologne commande <b>116</b> chars.<br>Prix inconnu.<br><br>"
    "Livraison en 2023.</td></tr></table><blockquote>« Nous payons », dit le ministre.</blockquote></body></html>"
)
SHOWN = (
    "Chars pour Varsovie\n\nLa Pologne commande 116 chars.\nPrix inconnu.\n\nLivraison en 2023.\n\n"
    "« Nous payons », dit le ministre."
)


def test_plain_text_is_preferred_unless_it_only_points_to_the_other() -> None:
    both = message()
    both.add_alternative(HTML, subtype="html")
    assert read(both).text.endswith(TEXT.strip())
    stub = message("Voir en ligne.")
    stub.add_alternative(HTML, subtype="html")
    assert read(stub).text == f"Deux batteries au port\n\n{SHOWN}"


def test_html_alone_shows_all_cells_and_nothing_hidden() -> None:
    mail = message()
    mail.set_content(HTML, subtype="html")
    assert read(mail).text == f"Deux batteries au port\n\n{SHOWN}"


def test_quoted_lines_their_attribution_and_the_signature_are_left_out_and_told() -> None:
    quoted = "Le 18 mai 2022, A. <a@b.example> a écrit :\n> Combien ?\n> A.\n"
    text = f"Merci, voici le chiffre : 116.\n\n{quoted}\nFin.\n-- \nB.\n"
    document = read(message(text))
    assert document.text == "Deux batteries au port\n\nMerci, voici le chiffre : 116.\n\n\nFin."
    assert notes(document)["quoted"] == "2 lines quoted from another message left out"


def test_quotations_in_html_are_left_out_where_a_mail_program_marked_them() -> None:
    mail = message()
    quoted = "<p>116 chars.</p><div>Le 18 mai, A a écrit :<blockquote type=cite><p>Combien ?</p></blockquote></div>"
    mail.set_content(quoted, subtype="html")
    document = read(mail)
    assert document.text == "Deux batteries au port\n\n116 chars."
    assert "quoted" in notes(document)


FORWARDED = (
    "Pour information.\n\n---------- Forwarded message ---------\nFrom: Agence du Port <agence@port.example>\n"
    "Date: Wed, 18 May 2022 08:00:00 +0000\nSubject: Deux batteries livrées\nTo: B <b@b.example>\n\nLe port a reçu "
    "deux batteries.\n"
)


def test_a_forwarded_report_is_the_report() -> None:
    document = read(message(FORWARDED, Subject="Fwd: Deux batteries livrées"))
    assert (document.title, document.outlet) == ("Deux batteries livrées", "Agence du Port")
    assert document.published == "2022-05-18T08:00:00Z"
    assert document.text == "Deux batteries livrées\n\nPour information.\n\nLe port a reçu deux batteries."
    assert notes(document)["forwarded"] == "passed on by Service de presse, 2022-05-19T23:30:00+02:00"


def test_the_date_of_forwarding_is_not_that_of_the_report() -> None:
    text = FORWARDED.replace("Wed, 18 May 2022 08:00:00 +0000", "mercredi 18 mai")
    document = read(message(text, Subject="TR: Deux batteries livrées"))
    assert document.published is None
    assert "'mercredi 18 mai'" in notes(document)["published"]


def test_what_an_answer_carries_below_its_own_words_is_left_out() -> None:
    text = "116 chars.\n\nDe : A <a@b.example>\nEnvoyé : 18 mai 2022\nÀ : B\nObjet : Combien\n\nCombien de chars ?\n"
    document = read(message(text, Subject="RE: Combien"))
    assert document.text == "Combien\n\n116 chars."
    assert "quoted" in notes(document)


def test_what_is_quoted_as_a_whole_is_the_text() -> None:
    assert read(message("> Le port a reçu\n> deux batteries.\n")).text.endswith("Le port a reçu\ndeux batteries.")


def test_flowed_lines_are_put_together() -> None:
    headers = b"Subject: x\nFrom: a@b.example\nContent-Type: text/plain; format=flowed\n\n"
    raw = headers + b"Two batteries \nhave arrived.\nEnd.\n"
    assert read(raw).text == "x\n\nTwo batteries have arrived.\nEnd."


def letter() -> bytes:
    file = docx.Document()
    file.add_paragraph("La Pologne a commandé 116 chars.")
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def with_files() -> EmailMessage:
    mail = message()
    mail.add_attachment(pdf(page("Warsaw has ordered 116 tanks.")), "application", "pdf", filename="../../note.pdf")
    mail.add_attachment(letter(), "application", "octet-stream", filename="lettre à b.docx")
    mail.add_attachment(b"\x89PNG\r\n\x1a\n\0\0", "image", "png", filename="logo.png")
    return mail


def test_attached_files_are_read_by_their_kind_and_others_are_named() -> None:
    read_all = results(with_files().as_bytes())
    assert [result.source for result in read_all if isinstance(result, Document)] == [
        "a.eml",
        "a.eml!note.pdf",
        "a.eml!lettre à b.docx",
    ]
    first, second, _ = read_all
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert notes(first)["attachments"] == "attached, and of no kind that is read: logo.png"
    assert (second.title, second.published) == (None, None)
    assert notes(second)["attached"].startswith("attached to a message of Service de presse <presse@def.example>")


def test_two_files_of_one_name_are_told_apart() -> None:
    mail = message()
    for text in ("Un.", "Deux."):
        mail.add_attachment(text, filename="note.txt")
    assert [result.source for result in results(mail.as_bytes()) if isinstance(result, Document)] == [
        "a.eml",
        "a.eml!note.txt",
        "a.eml!2-note.txt",
    ]


def test_a_message_passed_on_as_a_file_is_a_message() -> None:
    mail = message()
    mail.add_attachment(message("Deux batteries sont arrivées.", Subject="Le rapport"))
    found = results(mail.as_bytes())
    assert [(result.source, result.title) for result in found if isinstance(result, Document)] == [
        ("a.eml", "Deux batteries au port"),
        ("a.eml!1.eml", "Le rapport"),
    ]


def test_messages_in_messages_come_to_an_end() -> None:
    mail = message("Fin.")
    for _ in range(9):
        outer = message("")
        outer.add_attachment(mail)
        mail = outer
    assert "lies in too many archives" in problem(mail.as_bytes())


def test_an_encrypted_message_and_one_without_text_are_told() -> None:
    sealed = b"Subject: x\nFrom: a@b.example\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMII\n"
    assert problem(sealed) == "a.eml is encrypted: open it in your mail program and save its text"
    assert problem(message("").as_bytes()) == "a.eml holds no text"
    assert "a.eml is no message" in problem(b"\n\nhello")


def test_a_broken_attachment_is_told_and_the_message_read() -> None:
    mail = message()
    mail.add_attachment(b"%PDF-1.7 and no more", "application", "pdf", filename="note.pdf")
    first, second = results(mail.as_bytes())
    assert isinstance(first, Document)
    assert isinstance(second, Problem)
    assert second.item == "a.eml!note.pdf"


def mailbox(*mails: EmailMessage | bytes) -> bytes:
    def lines() -> Iterator[bytes]:
        for mail in mails:
            yield b"From press@def.example Thu May 19 21:30:00 2022\n"
            yield mail if isinstance(mail, bytes) else mail.as_bytes()
            yield b"\n"

    return b"".join(lines())


def test_a_mailbox_is_read_message_by_message_and_a_broken_one_is_told() -> None:
    raw = mailbox(message("Un."), b"X-Mozilla: 1\n\n", message("Deux."))
    found = results(raw, "box.mbox")
    assert [result.source if isinstance(result, Document) else result.message for result in found] == [
        "box.mbox#1",
        "box.mbox#2 holds no text",
        "box.mbox#3",
    ]


def test_lines_that_look_like_the_beginning_of_a_message_are_text() -> None:
    text = "From the port:\n\nFrom here at 10:30 in 2022\nno header below.\n"
    raw = mailbox(message(text.replace("\nFrom the", "\n>From the")))
    (document,) = results(raw.replace(b"\nFrom the port", b"\n>From the port"), "box.mbox")
    assert isinstance(document, Document)
    assert document.text.endswith(text.strip())


def test_a_message_over_the_limit_is_left_out_and_the_next_is_read() -> None:
    raw = mailbox(message("a" * 900 + "\n" + "b\n" * 9_000), message("Deux."))
    options = Options(max_bytes=3_000)
    stream: BufferedReader = BufferedReader(BytesIO(raw))
    first, second = Opening("box.mbox", len(raw), options).read(stream, "box.mbox", options)
    assert isinstance(first, Problem)
    assert "box.mbox#1 is over the limit" in first.message
    assert isinstance(second, Document)


def test_a_mailbox_without_its_first_line_is_none() -> None:
    assert "box.mbox is no mailbox" in problem(b"\0\0\0nothing", "box.mbox")


WHOLE = with_files().as_bytes()[:6_000]


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, len(WHOLE)), st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=20)
)
def test_no_damage_gives_anything_but_documents_and_single_lines(length: int, changes: list[tuple[int, int]]) -> None:
    raw = bytearray(WHOLE)
    for at, value in changes:
        raw[at] = value
    for name, mail in (("a.eml", bytes(raw[:length])), ("a.mbox", mailbox(bytes(raw[:length])))):
        for result in results(mail, name):
            if isinstance(result, Problem):
                assert "\n" not in result.message
                assert "internal error" not in result.message
