"""A document as it is read: its text to the character, its claims in place, one of them opened."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from foedus.language.paragraphs import paragraphs
from foedus.ledger.store import Ledger
from foedus.model.document import Note
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from foedus.serve.views.parts import SIZE
from tests.factories import claim, document, voice
from tests.serve.browsing import visitor
from tests.serve.reading import classes, link, one, own_text, page, some, words

REPORT = document(
    "Arland delivered 12 tanks to Borland in 2021, its ministry says. "
    "“We have never sold boats to Carland”, an officer said.\n"
    "Мосград не поставлял ракеты в Карландию, заявил министр обороны страны.\n"
    "Nobody knows [editor’s note: nobody at all] what comes next.",
    title="Tanks for Borland",
    url="https://gazette.example/tanks",
)
DELIVERED = claim(REPORT, "delivered", supplier="ARL=Arland", recipient="BOR=Borland", item="tanks", quantity="12")
SOLD = claim(
    REPORT,
    "sold",
    supplier="We",
    recipient="CAR=Carland",
    item="boats",
    polarity="negated",
    standing="unnamed",
    attribution=[voice(REPORT, "an officer", kind="unnamed", cue="said")],
    quoted=True,
    cues=[("negation", "never")],
)
CROSSING = claim(REPORT, "says", "diplomacy", "done", actor="Borland", target="its ministry")
CLAIMS = [DELIVERED, CROSSING, SOLD]


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        opened.add([(REPORT, CLAIMS)])
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    return visitor(make_app(ledger, Settings()))


def test_the_text_stands_on_the_page_to_the_character(client: TestClient) -> None:
    shown = page(client, f"/documents/{REPORT.id}")
    for paragraph, (start, end) in zip(some(shown, "para-text"), paragraphs(REPORT.text), strict=True):
        assert own_text(paragraph) == REPORT.text[start:end]
        assert paragraph.get("data-start") == str(start)


def test_claims_stand_beside_their_paragraph_with_number_type_parties_and_standing(client: TestClient) -> None:
    shown = page(client, f"/documents/{REPORT.id}")
    notes = [words(note) for note in some(shown, "note")]
    assert notes[0].startswith("1transfer delivered Arland → Borland: tanks")
    assert "stated, certain" in notes[0]
    assert "not transfer" in notes[2]
    assert "unnamed: an officer" in notes[2]
    assert [words(ref).strip("\u2060") for ref in some(shown, "ref")] == ["1", "2", "3"]


def test_words_of_claims_that_cross_are_marked_for_both(client: TestClient) -> None:
    shown = page(client, f"/documents/{REPORT.id}")
    for number, told in ((1, "Arland delivered 12 tanks to Borland"), (2, "Borland in 2021, its ministry says")):
        address = CLAIMS[number - 1].id
        pieces = some(shown, f".//span[@data-claim='{address}' and contains(@class, 'hl')]")
        assert "".join(own_text(piece) for piece in pieces) == told


def test_a_claim_opens_beside_its_paragraph_by_a_link(client: TestClient) -> None:
    shown = page(client, f"/documents/{REPORT.id}")
    opened = page(client, link(some(shown, "note")[2]))
    panel = one(opened, ".//aside")
    assert "negation" in words(panel)
    assert "an officer" in words(panel)
    assert words(some(panel, "./preceding-sibling::*[1]")[0]).endswith(words(some(opened, "note")[2]))
    assert [words(note)[0] for note in some(opened, "note") if "is-open" in classes(note)] == ["3"]
    assert "is-open" in classes(some(opened, "hl")[-1])


def test_offsets_of_a_claim_open_onto_their_characters(client: TestClient) -> None:
    opened = page(client, f"/documents/{REPORT.id}?claim={SOLD.id}")
    links = {words(off): link(off) for off in some(one(opened, ".//aside"), ".//a[contains(@class, 'off')]")}
    item = SOLD.fillers("item")[0]
    marked = page(client, links[f"{item.start}–{item.end}"])
    assert own_text(one(marked, ".//*[@id='span']")) == "boats"


def test_a_stretch_that_is_no_place_of_the_text_is_told(client: TestClient) -> None:
    for span in ("5", "9-5", "0-999999", "a-b"):
        answer = client.get(f"/documents/{REPORT.id}?span={span}")
        assert answer.status_code == 400
        assert "span" in answer.text


def test_a_paragraph_in_another_language_says_so(client: TestClient) -> None:
    shown = page(client, f"/documents/{REPORT.id}")
    assert [paragraph.get("lang") for paragraph in some(shown, "para-text")] == [None, None, "ru", None]


def test_quotations_and_brackets_are_told_apart(client: TestClient) -> None:
    shown = page(client, f"/documents/{REPORT.id}")
    assert own_text(one(shown, "z-quotation")) == "“We have never sold boats to Carland”"
    assert own_text(one(shown, "z-bracket")) == "[editor’s note: nobody at all]"
    assert words(some(shown, "zone-name")[-1]) == "body, bracket"


def test_what_was_rejected_leaves_a_trace_and_no_underline(client: TestClient, ledger: Ledger) -> None:
    ledger.review("anna").reject(SOLD.id, reason="Said by nobody.")
    shown = page(client, f"/documents/{REPORT.id}")
    assert "rejected" in words(some(shown, "note")[2])
    assert not some(shown, f".//span[@data-claim='{SOLD.id}']")
    opened = page(client, f"/documents/{REPORT.id}?claim={SOLD.id}")
    assert "Rejected in review." in words(one(opened, ".//aside"))
    assert "Said by nobody." in words(one(opened, ".//aside"))


def test_notes_of_the_document_are_told_before_its_text(place: str) -> None:
    noted = document(notes=(Note("garbled", "the text looks machine-spun: 2 impossible names"),))
    with Ledger.open(place) as ledger:
        ledger.add([(noted, [])])
        shown = page(visitor(make_app(ledger, Settings())), f"/documents/{noted.id}")
    assert "2 impossible names" in words(one(shown, "notice"))
    assert "No claim was read in this text." in words(one(shown, "doc-bar"))


def test_hostile_text_stays_text(place: str) -> None:
    report = document(
        "<script>alert(1)</script> Arland delivered tanks to Borland. <img src=x onerror=alert(2)>",
        title='"><script>alert(3)</script>',
        outlet="<b>Gazette</b>",
        url="javascript:alert(4)",
    )
    told = claim(report, "delivered", supplier="Arland", item="tanks")
    with Ledger.open(place) as ledger:
        ledger.add([(report, [told])])
        shown = page(visitor(make_app(ledger, Settings())), f"/documents/{report.id}?claim={told.id}")
    assert "alert(1)" in "".join(own_text(paragraph) for paragraph in some(shown, "para-text"))
    assert not some(shown, ".//script[contains(., 'alert')]")
    assert not some(shown, ".//img")
    assert not some(shown, ".//a[starts-with(@href, 'javascript')]")


def test_the_stored_text_is_given_as_it_is(client: TestClient) -> None:
    answer = client.get(f"/documents/{REPORT.id}.txt")
    assert answer.text == REPORT.text
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


def test_the_beginning_of_an_id_leads_to_the_whole(client: TestClient) -> None:
    answer = client.get(f"/documents/{REPORT.id[:6]}?claim={SOLD.id}")
    assert answer.status_code == 308
    assert answer.headers["location"].endswith(f"/documents/{REPORT.id}?claim={SOLD.id}")
    assert client.get("/documents/0000000000000000").status_code == 404


def test_programs_get_paragraphs_and_marks(client: TestClient) -> None:
    told = client.get(f"/documents/{REPORT.id}.json").json()
    assert [note["card"]["address"] for note in told["notes"]] == [one.id for one in CLAIMS]
    first = told["paragraphs"][1]
    mark = next(mark for mark in first["marks"] if mark["kind"] == "claim")
    assert REPORT.text[mark["start"] : mark["end"]] == "Arland delivered 12 tanks to Borland"
    assert "text" not in told["document"]


LINE = "The harbour was quiet and nothing was said of arms that day.\n"


def test_a_text_of_ten_million_characters_comes_in_parts(tmp_path_factory: pytest.TempPathFactory) -> None:
    report = document(LINE * 164_000 + "Arland delivered tanks to Borland.\n" + LINE * 2_000)
    told = claim(report, "delivered", supplier="Arland", recipient="Borland", item="tanks")
    with Ledger.open(tmp_path_factory.mktemp("long") / "foedus.db") as ledger:
        ledger.add([(report, [told])])
        client = visitor(make_app(ledger, Settings()))
        first = page(client, f"/documents/{report.id}")
        texts = "".join(own_text(paragraph) for paragraph in some(first, "para-text"))
        assert 0 < len(texts) <= SIZE * 1.5
        assert "Part 1 of" in words(some(first, "doc-parts")[0])
        opened = page(client, f"/documents/{report.id}?claim={told.id}")
        assert "Arland → Borland: tanks" in words(one(opened, ".//aside"))
        assert own_text(one(opened, "hl")) == "Arland delivered tanks to Borland"
