"""Documents in other states: without their text, with doubtful words, with claims that share an id."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.model.document import Note
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.factories import claim, document
from tests.serve.browsing import visitor
from tests.serve.reading import link, one, own_text, page, some, words

REPORT = document("Arland delivered tanks to Borland and Carland.", outlet="The Gazette", title="Tanks")
TWINS = [claim(REPORT, "delivered", supplier="Arland", recipient=to, item="tanks") for to in ("Borland", "Carland")]
SPUN = document(
    "Le ministre de la Sauvegarde a annoncé la livraison de douze avions. Les forces armées recevront des citernes de "
    "combat et des missiles de croisade, a dit le porte-mot du gouvernement. Le soutien reste whole et everlasting.",
    lang="fr",
    notes=(Note("garbled", "the text looks machine-spun"),),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "foedus.db") as opened:
        opened.add([(REPORT, TWINS), (SPUN, [])])
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    return visitor(make_app(ledger, Settings()))


def test_claims_that_share_an_id_open_apart_and_know_of_each_other(client: TestClient) -> None:
    assert TWINS[0].id == TWINS[1].id
    shown = page(client, f"/documents/{REPORT.id}")
    told = [words(one(page(client, link(note)), ".//aside//dl")) for note in some(shown, "note")]
    assert ["Borland" in said for said in told] == [True, False]
    assert ["Carland" in said for said in told] == [False, True]
    first = page(client, f"/claims/{TWINS[0].id}")
    other = one(first, ".//p[@class='claim-twins']//a")
    assert words(other) == f"{TWINS[0].id}.1"
    assert "Carland" in words(one(page(client, link(other)), ".//h1"))
    assert "Carland" in client.get(f"/claims/{TWINS[0].id}.1.txt").text


def test_a_ledger_without_texts_shows_what_it_has(ledger: Ledger, tmp_path: Path) -> None:
    ledger.backup(tmp_path / "bare.db", texts=False)
    with Ledger.open(tmp_path / "bare.db", create=False) as bare:
        client = visitor(make_app(bare, Settings()))
        shown = page(client, f"/documents/{REPORT.id}?claim={TWINS[0].id}")
        assert "This ledger is without the text." in words(one(shown, "notice"))
        assert own_text(some(shown, "para-text")[0]) == REPORT.text.removeprefix("Tanks\n\n")
        assert "Borland" in words(one(shown, ".//aside"))
        alone = words(one(page(client, f"/claims/{TWINS[0].id}"), ".//*[@id='said']"))
        assert "without the texts" in alone
        assert client.get(f"/claims/{TWINS[0].id}.anno.json").status_code == 200
        assert client.get(f"/documents/{REPORT.id}.txt").status_code == 404


def test_doubtful_words_are_boxed_on_demand(client: TestClient) -> None:
    shown = page(client, f"/documents/{SPUN.id}")
    assert "machine-spun" in words(one(shown, "notice"))
    assert not some(shown, ".//span[@class='garbled']")
    boxed = page(client, link(one(shown, "notice")))
    found = [own_text(span) for span in some(boxed, ".//span[@class='garbled']")]
    assert "ministre de la Sauvegarde" in found
    assert "everlasting" in found
    assert [words(place) for place in some(one(boxed, "notice"), ".//li/a")] == found


def test_reasons_stand_beside_a_claim_before_it_is_opened(client: TestClient) -> None:
    note = some(page(client, f"/documents/{REPORT.id}"), "note")[0]
    described = one(note, ".//a").get("aria-describedby")
    assert "told by “delivered”" in words(one(note, f".//*[@id='{described}']"))
