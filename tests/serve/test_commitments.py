"""`/commitments`: treaties in a list, one as of a day, and a dossier with each side's verdict."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.serve.browsing import visitor
from tests.serve.judged import ANSWER, ATTACK, REPROACH, TREATY, judged
from tests.serve.reading import link, one, page, some, words

DOSSIER = f"/commitments/{TREATY}/about/ARM"
ASKED = f"{DOSSIER}?from=2020&to=2023"


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with judged(place) as opened:
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    return visitor(make_app(ledger, Settings()))


def verdicts(client: TestClient, address: str) -> dict[str, dict[str, str]]:
    """By article, each viewpoint's verdict."""
    cases = client.get(address).json()["cases"]
    return {
        one["case"]["article"]: {line["name"]: line["verdict"] for line in one["case"]["verdicts"]} for one in cases
    }


def test_treaties_are_listed_and_narrowed_by_party_and_kind(client: TestClient) -> None:
    rows = some(page(client, "/commitments?about=Armenia&on=2022"), ".//table/tbody/tr")
    told = {link(one(row, ".//th")): row for row in rows}
    row = told[f"/commitments/{TREATY}?on=2022"]
    assert "party" in words(one(row, ".//td[@data-label='Armenia']"))
    assert link(one(row, ".//td[@data-label='Armenia']")) == DOSSIER
    assert words(one(row, ".//td[@data-label='In force']")) == "since 20 April 1994"
    assert "/commitments/us-rok-mdt?on=2022" not in told
    embargoes = client.get("/commitments.json?about=RUS&kind=embargo").json()["treaties"]
    assert {one["kind"] for one in embargoes} == {"embargo"}
    assert "eu-arms-embargo-russia" in {one["id"] for one in embargoes}


def test_the_list_is_saved_as_others_are(client: TestClient) -> None:
    rows = {row["treaty"]: row for row in csv.DictReader(io.StringIO(client.get("/commitments.csv?about=ARM").text))}
    assert rows[TREATY]["kind"] == "alliance"
    assert client.get("/commitments.parquet").content.startswith(b"PAR1")


def test_a_list_without_a_treaty_says_so(client: TestClient) -> None:
    assert "No instrument of this kind concerns" in words(
        one(page(client, "/commitments?about=VUT&kind=basing"), "state")
    )


def test_a_treaty_is_told_as_of_a_day(client: TestClient) -> None:
    def practice(day: str) -> str:
        (row,) = some(page(client, f"/commitments/{TREATY}?on={day}"), ".//tr[th/a[text()='Armenia']]")
        assert link(one(row, ".//th")) == DOSSIER
        return words(one(row, ".//td[@data-label='In practice']"))

    assert practice("2023-01-01") == "as by law"
    assert practice("2025-01-01").startswith("frozen in practice")
    early = words(page(client, f"/commitments/{TREATY}?on=2000-01-01"))
    assert "This version: 20 April 1994 to 18 December 2012" in early


def test_names_lead_to_the_address_that_stays(client: TestClient) -> None:
    for given, meant in (
        ("/commitments/csto", f"/commitments/{TREATY}"),
        ("/commitments/csto.json?on=2020", f"/commitments/{TREATY}.json?on=2020"),
        ("/commitments/csto/about/Arménie?in=fr", f"{DOSSIER}?in=fr"),
    ):
        answer = client.get(given)
        assert (answer.status_code, answer.headers["location"]) == (308, f"http://localhost:8000{meant}")


def test_no_verdict_stands_without_its_viewpoint(client: TestClient) -> None:
    shown = page(client, ASKED)
    cards = some(shown, ".//div[contains(@class, 'verdict')]/div")
    assert cards
    for card in cards:
        assert words(one(card, "view")).startswith("According to ")
        assert words(one(card, ".//span[contains(@class, 'view')]/b"))
    assert verdicts(client, f"{DOSSIER}.json?from=2020&to=2023")["4"]["Armenia"] == "unmet"
    assert verdicts(client, f"{DOSSIER}.json?from=2020&to=2023")["4"]["CSTO"] in ("honoured", "answered")


def test_numbers_lead_to_claims_and_quotes_to_their_place(client: TestClient, ledger: Ledger) -> None:
    shown = page(client, ASKED)
    ids = {claim.id for claim in ledger.claims()}
    numbers = some(shown, "fn")
    assert numbers
    assert {link(number).removeprefix("/claims/") for number in numbers} <= ids
    cited = client.get(f"{DOSSIER}.json?from=2020&to=2023").json()["dossier"]["citations"]
    texts = {report.id: report.text for report in (ATTACK, REPROACH, ANSWER)}
    quotes = some(shown, ".//ol[@class='cites']/li//a[@class='said']")
    assert len(quotes) == len(cited)
    for quote, claim in zip(quotes, cited, strict=True):
        assert link(quote) == f"/documents/{claim['document']}?span={claim['start']}-{claim['end']}"
        if claim["document"] in texts:
            assert texts[claim["document"]][claim["start"] : claim["end"]] == claim["quote"]
        assert client.get(link(quote)).status_code == 200


def test_elements_stand_by_viewpoint_and_say_where_they_part(client: TestClient) -> None:
    case = one(page(client, ASKED), ".//section[contains(@class, 'case')][.//h2[starts-with(., 'Article 4')]]")
    parted = [words(row) for row in some(case, ".//tr[@class='apart']/th")]
    assert "Conduct" in parted
    (conduct,) = some(case, ".//tr[th='Conduct']")
    told = {cell.get("data-label"): words(cell) for cell in some(conduct, ".//td")}
    assert "nothing done" in told["According to Armenia"]
    assert "as owed" in told["According to CSTO"]


def test_without_days_the_last_ten_years_are_looked_at_and_said_to_be(client: TestClient) -> None:
    told = client.get(f"{DOSSIER}.json").json()
    assert (told["dossier"]["since"], told["dossier"]["until"], told["default_days"]) == (
        "2013-01-01",
        "2022-11-24",
        True,
    )
    assert "the last ten years of the ledger" in words(page(client, DOSSIER))


def test_as_known_on_a_day_it_says_what_changed_it(client: TestClient) -> None:
    shown = page(client, f"{ASKED}&as_of=2026-01-10")
    changed = one(shown, ".//section[@aria-labelledby='since']")
    assert "according to CSTO: no verdict" in words(changed)
    assert "Claims that came since" in words(changed)
    assert "CSTO" not in verdicts(client, f"{DOSSIER}.json?from=2020&to=2023&as_of=2026-01-10")["4"]
    inside = {found.get("href") or "" for found in some(changed, ".//a[starts-with(@href, '/claims/')]")}
    outside = {found.get("href") or "" for found in some(shown, ".//section[contains(@class, 'case')]//a[@class='fn']")}
    assert outside
    assert all("as_of=2026-01-10" in address for address in outside)
    assert inside
    # what came since was not there on that day
    assert all(client.get(address).status_code == 200 for address in inside | outside)


def test_an_article_or_an_adversary_narrows_it(client: TestClient) -> None:
    assert list(verdicts(client, f"{DOSSIER}.json?article=4")) == ["4"]
    case = client.get(f"{DOSSIER}.json?article=4&against=AZE").json()["cases"][0]["case"]
    assert case["against"] == ["Azerbaijan"]


def test_many_occasions_come_by_pages_with_the_numbers_of_the_whole(client: TestClient) -> None:
    whole = client.get(f"{DOSSIER}.json?from=2020&to=2023").json()
    rest = client.get(f"{DOSSIER}.json?from=2020&to=2023&after=1").json()
    assert len(whole["cases"]) == len(whole["occasions"]) == len(rest["occasions"]) == 2
    assert rest["cases"] == whole["cases"][1:]
    numbers = {one["number"]: one for one in whole["dossier"]["citations"]}
    assert all(numbers[one["number"]] == one for one in rest["dossier"]["citations"])
    shown = page(client, f"{ASKED}&after=1")
    assert [one.get("id") for one in some(shown, "case-head")] == ["k2"]
    cited = {words(one) for one in some(shown, "fn")}
    assert cited == {str(one["number"]) for one in rest["dossier"]["citations"]}
    assert client.get(f"{DOSSIER}?after=-1").status_code == 400


def test_nothing_told_is_told(client: TestClient) -> None:
    empty = words(one(page(client, f"/commitments/{TREATY}/about/KAZ?from=1996&to=1998"), "state"))
    assert "No report in the ledger tells of an occasion" in empty


def test_french(client: TestClient) -> None:
    shown = page(client, f"{ASKED}&in=fr")
    assert "Selon Arménie" in {words(view) for view in some(shown, "view")}
    assert "Non remplie" in {words(word) for word in some(shown, "word")}
    assert "Maillon le plus faible" in words(shown)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/commitments/nonsense", 404),
        (f"/commitments/{TREATY}?on=abc", 400),
        ("/commitments?kind=nonsense", 400),
        ("/commitments?about=Nowhereland", 400),
        (f"/commitments/{TREATY}/about/Nowhereland", 404),
        ("/commitments/nonsense/about/ARM", 404),
        (f"{DOSSIER}?from=abc", 400),
        (f"{DOSSIER}?from=2022&to=2020", 400),
        (f"{DOSSIER}?article=99", 400),
        (f"{DOSSIER}?against=Nowhereland", 400),
        (f"{DOSSIER}?against=ARM", 400),
        (f"{DOSSIER}?as_of=yesterday", 400),
        (f"{DOSSIER}?min_confidence=much", 400),
    ],
)
def test_what_means_nothing_is_told_on_the_usual_page(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert 'class="state state-error"' in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("days", ["to=0001", "from=9999", "from=0001&to=9999-12-31"])
def test_the_ends_of_time_are_days_too(client: TestClient, days: str) -> None:
    assert client.get(f"{DOSSIER}?{days}").status_code == 200


def test_treaty_files_of_ones_own_stand_beside_those_shipped(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "own-pact.yaml").write_text(
        """id: own-pact
names: {en: Own Pact, fr: Pacte propre}
kind: alliance
signed: "2001"
in_force: "2001-05-05"
parties: [{party: ARM, de_jure: [{status: in_force, since: "2001-05-05"}]}]
articles: []
sources: [{title: Our own archive}]
""",
        encoding="utf-8",
    )
    own = visitor(make_app(ledger, Settings(treaties=tmp_path)))
    assert own.get("/commitments/own-pact.json?on=2002").json()["treaty"]["holds"] is True
    assert own.get(f"/commitments/{TREATY}").status_code == 200
