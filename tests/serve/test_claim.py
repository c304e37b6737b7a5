"""One claim at its address: what it says, on whose word, why, what became of it, who else says so, how to cite it."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.model.review import Correction
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from foedus.serve.views import rereading as again
from tests.factories import claim, document, voice
from tests.serve.browsing import visitor
from tests.serve.reading import one, page, some, words


def report(number: str, outlet: str, published: str, before: str) -> Document:
    return document(
        f"{before} Russia delivered {number} T-72 tanks to Belarus in 2021, the ministry said.",
        outlet=outlet,
        published=published,
    )


def delivered(told: Document, number: str) -> Claim:
    return claim(
        told,
        "delivered",
        supplier="RUS=Russia",
        recipient="BLR=Belarus",
        item="t-72=T-72",
        quantity=number,
        when="2021=2021",
        standing="attributed",
        attribution=[voice(told, "the ministry", kind="organisation", cue="said")],
        cues=[("voice", "said"), ("number", number)],
        confidence=0.6,
    )


FIRST = report("12", "The Gazette", "2022-05-19", "Rain fell on the capital.")
SECOND = report("12", "The Herald", "2022-05-20", "Trains ran late, as they do, in all of the north of the land.")
THIRD = report("30", "The Mirror", "2022-05-19", "A long summer begins and nobody in the village speaks of war.")
ONE, SAME, OTHER = delivered(FIRST, "12"), delivered(SECOND, "12"), delivered(THIRD, "30")


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        opened.add([(FIRST, [ONE]), (SECOND, [SAME]), (THIRD, [OTHER])])
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    return visitor(make_app(ledger, Settings(sure=0.9)))


def test_the_record_stands_on_the_page_with_names_words_and_places(client: TestClient) -> None:
    told = words(one(page(client, f"/claims/{ONE.id}"), "claim"))
    supplier = ONE.fillers("supplier")[0]
    assert f"supplier Russia Russia {supplier.start}–{supplier.end} state" in told
    assert "quantity 12 12" in told
    assert "the ministry, organisation" in told
    assert "sets the standing: attributed" in told
    assert "attributed: by “the ministry” (“said”)" in told
    assert "read, rules/1" in told


def test_a_claim_that_a_model_told_says_on_what_its_confidence_is_calibrated(
    client: TestClient, ledger: Ledger
) -> None:
    told = document("Russia delivered 40 T-72 tanks to Belarus in 2020.", outlet="The Globe")
    by_model = delivered_by("careful/some-model", told)
    ledger.add([(told, [by_model])])
    assert "confidence 0.60, to check (calibrated on one model’s answers)" in page_words(client, by_model)
    assert "confidence 0.60, to check ·" in page_words(client, ONE)


def delivered_by(reader: str, told: Document) -> Claim:
    made = claim(told, "delivered", supplier="RUS=Russia", recipient="BLR=Belarus", item="t-72=T-72", confidence=0.6)
    return replace(made, reader=replace(made.reader, name=reader))


def page_words(client: TestClient, asked: Claim) -> str:
    return words(one(page(client, f"/claims/{asked.id}"), "claim"))


def test_deciding_words_are_marked_in_the_sentence_with_what_they_decide(client: TestClient) -> None:
    shown = page(client, f"/claims/{ONE.id}")
    sentence = words(one(shown, ".//blockquote"))
    assert "deliveredtrigger" in sentence
    assert "12number" in sentence
    assert "the ministrysource" in sentence


def test_in_french(client: TestClient) -> None:
    shown = page(client, f"/claims/{ONE.id}?in=fr")
    told = words(one(shown, ".//main"))
    assert "fournisseur Russie" in told
    assert "Qui d’autre le dit" in told
    assert "à vérifier" in told


def test_who_else_says_so_is_told_by_outlet_and_voice(client: TestClient) -> None:
    said = words(one(page(client, f"/claims/{ONE.id}"), ".//*[@id='said']"))
    assert "the ministry, The Herald" in said
    assert "20 May 2022" in said
    assert "2 stories" in said
    assert "on 2 pages" in said


def test_who_says_otherwise_is_told_with_both_sentences(client: TestClient) -> None:
    against = words(one(page(client, f"/claims/{ONE.id}"), ".//*[@id='against']"))
    assert "other number" in against
    assert "Russia delivered 12 T-72" in against
    assert "Russia delivered 30 T-72" in against


def test_both_grades_are_told_apart(client: TestClient) -> None:
    grades = words(one(page(client, f"/claims/{ONE.id}"), ".//*[@id='grades']"))
    assert "reliability of the source" in grades
    assert "credibility of the information" in grades


def test_a_claim_alone_says_how_many_were_compared(client: TestClient, ledger: Ledger) -> None:
    lonely = document("Arland delivered tanks to Borland.")
    bare = claim(lonely, "delivered", supplier="Arland", recipient="Borland", item="tanks")
    ledger.add([(lonely, [bare])])
    said = words(one(page(client, f"/claims/{bare.id}"), ".//*[@id='said']"))
    assert "Fewer than two of its parties are known" in said


def test_history_tells_what_a_person_corrected_and_why(client: TestClient, ledger: Ledger) -> None:
    ledger.review("anna").correct(ONE.id, Correction(stage="ordered"), reason="Nothing says it arrived.")
    shown = page(client, f"/claims/{ONE.id}")
    history = words(one(shown, ".//table[contains(@class, 'hist')]"))
    assert "corrected, anna" in history
    assert "Nothing says it arrived." in history
    assert "stage: delivered → ordered" in history
    assert "corrected" in words(one(shown, "standfirst"))


def test_a_claim_that_was_merged_leads_to_where_it_went(client: TestClient, ledger: Ledger) -> None:
    twice = document("Russia delivered tanks to Belarus, it was handed over there.")
    parts = [
        claim(twice, trigger, supplier="RUS=Russia", recipient="BLR=Belarus", item="tanks")
        for trigger in ("delivered", "handed")
    ]
    ledger.add([(twice, parts)])
    ledger.review("anna").merge(parts[0].id, parts[1].id)
    answer = client.get(f"/claims/{parts[1].id}")
    assert answer.status_code == 308
    assert answer.headers["location"].endswith(f"/claims/{parts[0].id}")


def test_the_beginning_of_an_id_leads_to_the_whole_and_a_wrong_one_is_told(client: TestClient) -> None:
    answer = client.get(f"/claims/{ONE.id[:8]}")
    assert answer.status_code == 308
    assert answer.headers["location"].endswith(f"/claims/{ONE.id}")
    assert client.get("/claims/0000000000000000").status_code == 404
    assert client.get("/claims/nonsense").status_code == 404


def test_as_of_a_day_before_the_correction_the_claim_is_as_it_was(client: TestClient, ledger: Ledger) -> None:
    ledger.review("anna").correct(ONE.id, Correction(stage="ordered"), reason="Not yet.")
    shown = page(client, f"/claims/{ONE.id}?as_of={ledger.history(ONE.id)[0].at[:26]}")
    assert "delivered" in words(one(shown, ".//h1"))


@pytest.mark.parametrize(
    ("suffix", "kind", "told"),
    [
        (".txt", "text/plain; charset=utf-8", "Foedus, claim"),
        (".bib", "application/x-bibtex; charset=utf-8", "@misc{foedus-"),
        (".anno.json", "application/ld+json", "TextQuoteSelector"),
        (".json", "application/json", '"reading"'),
    ],
)
def test_the_claim_is_given_as_a_file(client: TestClient, suffix: str, kind: str, told: str) -> None:
    answer = client.get(f"/claims/{ONE.id}{suffix}")
    assert answer.headers["content-type"].startswith(kind)
    assert told in answer.text
    assert ONE.id in answer.text


def test_citations_stand_on_the_page_as_in_the_files(client: TestClient) -> None:
    shown = page(client, f"/claims/{ONE.id}")
    for place, suffix in (("cite-plain", ".txt"), ("cite-bib", ".bib"), ("cite-anno", ".anno.json")):
        text = some(shown, f".//*[@id='{place}']")[0].text_content()
        assert text.strip() == client.get(f"/claims/{ONE.id}{suffix}").text.strip()


def test_why_its_words_make_a_claim_is_told_by_the_reader(client: TestClient) -> None:
    shown = words(one(page(client, f"/claims/{ONE.id}/why"), ".//main"))
    assert "The words “delivered”" in shown
    assert "They make a claim: probability" in shown
    assert "supplier: Russia" in shown


def test_only_one_document_is_read_again_at_a_time(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(again, "PATIENCE", 0.1)
    with again.rereading(FIRST, "foedus show"):
        answer = client.get(f"/claims/{ONE.id}/why")
    assert answer.status_code == 503
    assert "ask again in a moment" in answer.text


def test_a_document_that_is_too_long_is_not_read_again(client: TestClient, ledger: Ledger) -> None:
    endless = document("Nothing was said that day. " * 3_000 + "Arland delivered tanks to Borland.")
    bare = claim(endless, "delivered", supplier="Arland", recipient="Borland", item="tanks")
    ledger.add([(endless, [bare])])
    answer = client.get(f"/claims/{bare.id}/why")
    assert answer.status_code == 400
    assert f"foedus show {bare.id}" in answer.text
