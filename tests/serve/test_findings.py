"""`/findings`: by rule, each with every side's verdict, gaps and words; beside entities and treaties too."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from foedus.serve.views import findings as view
from tests.serve.browsing import visitor
from tests.serve.findable import EMBARGO, HELP, MEMBERS, TREATY, findable
from tests.serve.reading import link, one, page, some, words
from tests.serve.told import delivery, ledger_of, treaty

RULE = """/*
question: {en: Who delivered anything?, fr: Qui a livré quoi que ce soit ?}
explanation: {en: Every delivery., fr: Chaque livraison.}
returns: statements
finds: {en: Who delivered., fr: Qui a livré.}
*/
SELECT json_array(who, whom) AS entities, begins AS since, ends AS until, json_array(claim) AS claims
FROM conduct WHERE type = 'transfer' AND stage = 'delivered'
"""


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with findable(place) as opened:
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    return visitor(make_app(ledger, Settings()))


def ids(client: TestClient) -> dict[str, str]:
    """By rule the id of its finding."""
    groups = client.get("/findings.json").json()["groups"]
    return {group["rule"]["name"]: told["finding"]["id"] for group in groups for told in group["findings"]}


def test_findings_stand_under_the_question_of_their_rule(client: TestClient) -> None:
    shown = page(client, "/findings")
    heads = [words(head) for head in some(shown, "case-head")]
    assert len(heads) == 3
    assert "Who asked for help under a duty of defence or consultation, and what followed?" in heads
    group = one(shown, f".//section[@aria-labelledby='r-{HELP}']")
    assert "A request for help" in words(one(group, ".//p[@class='standfirst']"))
    card = one(group, "finding")
    assert words(one(card, ".//h3")) == "Defence: Armenia, 13 September 2022"
    assert "Gaps: The article was not held against its primary text." in words(one(card, "rule-out"))
    assert "Weakest link: attributed, certain, 1 origin." in words(one(card, "rule-out"))


def test_no_verdict_stands_without_its_viewpoint(client: TestClient) -> None:
    cards = some(page(client, "/findings"), ".//div[contains(@class, 'verdict')]/div")
    assert cards
    for card in cards:
        assert words(one(card, "view")).startswith("According to ")
        assert words(one(card, ".//span[contains(@class, 'view')]/b"))
    told = {words(one(card, ".//b")): words(one(card, "word")) for card in cards}
    assert told["Armenia"] == "Unmet"
    assert told["CSTO"] in ("Honoured", "Answered")


def test_it_leads_to_claims_entities_treaty_and_dossier(client: TestClient, ledger: Ledger) -> None:
    card = one(page(client, f"/findings?rule={HELP}"), "finding")
    there = {found.get("href") or "" for found in some(card, ".//a[@href]")}
    claims = {claim.id for claim in ledger.claims()}
    assert {address.removeprefix("/claims/") for address in there if address.startswith("/claims/")} <= claims
    dossier = f"/commitments/{TREATY}/about/ARM?from=2022-09-13&to=2022-09-13&article=4"
    assert {dossier, f"/commitments/{TREATY}?on=2022-09-13", "/entities/ARM", "/entities/CSTO"} <= there
    assert any(address.startswith("/documents/") for address in there)
    for address in there:
        assert client.get(address).status_code == 200, address
    occasions = client.get(dossier.replace("?", ".json?")).json()["cases"]
    assert [case["case"]["article"] for case in occasions] == ["4"]


def test_every_number_of_a_verdict_is_quoted_under_it(client: TestClient) -> None:
    for card in some(page(client, "/findings"), "finding"):
        quoted = {item.get("value"): link(some(item, ".//small//a")[0]) for item in some(card, ".//ol/li")}
        numbers = some(card, "fn")
        assert {words(number): link(number) for number in numbers}.items() <= quoted.items()
        assert quoted


def test_one_finding_has_elements_obligation_and_all_citations(client: TestClient) -> None:
    shown = page(client, f"/findings/{ids(client)[HELP]}")
    rows = [words(row) for row in some(shown, ".//table[contains(@class, 'elements')]/tbody/tr/th")]
    assert {"Trigger", "Request", "Conduct"} <= set(rows)
    assert words(one(shown, ".//section[@aria-labelledby='rule']")).startswith("The rule")
    quoted = {item.get("value") for item in some(shown, ".//ol[@class='cites']/li")}
    assert {words(number) for number in some(shown, "fn")} == quoted
    statement = page(client, f"/findings/{ids(client)[MEMBERS]}")
    assert words(one(statement, ".//h1")) == "Sweden, NATO, 1 March 2015"
    assert some(statement, "elements") == []
    assert "Sweden is a member of NATO." in words(one(statement, "cites"))


def test_the_beginning_of_an_id_leads_to_the_whole(client: TestClient) -> None:
    whole = ids(client)[HELP]
    answer = client.get(f"/findings/{whole[:7]}.json?in=fr")
    assert (answer.status_code, answer.headers["location"]) == (
        308,
        f"http://localhost:8000/findings/{whole}.json?in=fr",
    )


def test_filters_stand_in_the_form_and_narrow(client: TestClient) -> None:
    def form(address: str, path: str) -> list[str]:
        (found,) = some(page(client, address), ".//form[@action='/findings' and @role='search']")
        return [field.get("value") or "" for field in some(found, path)]

    asked = "/findings?about=ARM&verdict=contradicted&treaty=osce-arms-embargo-karabakh"
    heads = [words(head) for head in some(page(client, asked), ".//article/h3")]
    assert heads == ["Restraint on arms: France, Armenia, 23 October 2023"]
    assert form(asked, ".//input[@name='about']") == ["Armenia"]
    assert form(asked, ".//select[@name='verdict']/option[@selected]") == ["contradicted"]
    assert form("/findings?about=ARM&about=FRA", ".//input[@name='about']") == ["Armenia", "FRA"]


def test_questions_are_counted_under_the_other_filters(client: TestClient) -> None:
    shown = page(client, f"/findings?about=ARM&rule={HELP}")
    listed = some(one(shown, "case-list"), ".//li")
    assert [words(line).rpartition(": ")[2] for line in listed] == ["1", "1"]
    current = one(shown, ".//nav//a[@aria-current='true']")
    assert (current.get("href") or "").endswith(f"rule={HELP}")


def test_more_come_by_pages_and_the_group_goes_on(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "PAGE", 2)
    first = client.get("/findings.json").json()
    assert (first["total"], first["next"]) == (3, "2.2")
    shown = page(client, "/findings?after=2.2")
    assert len(some(shown, "finding")) == 1
    assert link(some(page(client, "/findings"), ".//p/a[@class='btn']")[0]) == "/findings?after=2.2"


def test_a_group_that_goes_on_says_so(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "any-delivery.sql").write_text(RULE, encoding="utf-8")
    monkeypatch.setattr(view, "PAGE", 1)
    with findable(f"{place}") as ledger:
        ledger.add([delivery()])
        own = visitor(make_app(ledger, Settings(rules=tmp_path, rule_seconds=20)))
        shown = page(own, "/findings?rule=any-delivery&after=3.1")
        assert words(one(shown, "case-head")) == "Who delivered anything? (goes on)"
        assert len(some(page(own, "/findings?rule=any-delivery"), "finding")) == 1


def test_it_is_saved_as_lists_are(client: TestClient) -> None:
    answer = client.get("/findings.csv?about=ARM")
    rows = {row["rule"]: row for row in csv.DictReader(io.StringIO(answer.text))}
    assert set(rows) == {HELP, EMBARGO}
    assert rows[HELP]["owed_to"] == "ARM"
    assert "unmet (Armenia)" in rows[HELP]["verdicts"]
    assert answer.headers["foedus-as-of"] == "2"
    assert client.get("/findings.parquet").content.startswith(b"PAR1")


def test_as_known_on_a_day(client: TestClient) -> None:
    shown = page(client, f"/findings?rule={HELP}&as_of=2026-01-10")
    names = [words(name) for name in some(shown, ".//span[@class='view']/b")]
    assert "Armenia" in names
    assert "CSTO" not in names
    (address,) = [link(head) for head in some(shown, ".//article/h3/a")]
    assert address.endswith("?as_of=2026-01-10")
    assert client.get(address).status_code == 200


def test_nothing_found_is_told(client: TestClient, tmp_path: Path) -> None:
    assert "No finding meets these filters" in words(one(page(client, "/findings?about=VUT"), "state"))
    with ledger_of(str(tmp_path / "other.db"), [treaty()]) as other:
        empty = visitor(make_app(other, Settings()))
        assert "No rule finds anything" in words(one(page(empty, "/findings"), "state"))


def test_an_entity_has_its_findings_once_they_are_computed(client: TestClient) -> None:
    before = one(page(client, "/entities/ARM"), ".//section[@id='findings']")
    assert before.get("data-later") == "/entities/ARM?findings=1"
    assert link(before) == "/findings?about=ARM"
    told = one(page(client, "/entities/ARM?findings=1"), ".//section[@id='findings']")
    assert told.get("data-later") is None
    lines = [words(line) for line in some(told, ".//li")]
    assert len(lines) == 2
    assert "Unmet according to Armenia" in lines[1]
    assert some(one(page(client, "/entities/SWE"), ".//section[@id='findings']"), ".//li"), "they are there now"


def test_a_treaty_has_those_on_its_duties(client: TestClient) -> None:
    told = one(page(client, f"/commitments/{TREATY}?on=2022&findings=1"), ".//section[@id='findings']")
    (line,) = some(told, ".//li")
    assert words(line).startswith("Who asked for help")
    assert f"/findings?treaty={TREATY}" in [found.get("href") for found in some(told, ".//a")]
    other = one(page(client, "/commitments/us-rok-mdt?on=2022"), ".//section[@id='findings']")
    assert "No rule finds an occasion" in words(other)


def test_french(client: TestClient) -> None:
    shown = page(client, "/findings?in=fr")
    assert words(one(shown, ".//h1")) == "Constats"
    assert "Selon Arménie" in {words(name) for name in some(shown, "view")}
    assert "Non remplie" in {words(word) for word in some(shown, "word")}
    assert any(words(head).startswith("Qui a demandé de l'aide") for head in some(shown, "case-head"))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/findings?rule=nonsense", 400),
        ("/findings?verdict=guilty", 400),
        ("/findings?about=Nowhereland", 400),
        ("/findings?treaty=nonsense", 400),
        ("/findings?from=2022&to=2020", 400),
        ("/findings?as_of=yesterday", 400),
        ("/findings?after=9", 400),
        ("/findings/f-ffffffffffffffff", 404),
    ],
)
def test_what_means_nothing_is_told_on_the_usual_page(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert 'class="state state-error"' in answer.text
    assert "Traceback" not in answer.text


def test_a_rule_that_takes_too_long_is_one_line(ledger: Ledger, tmp_path: Path) -> None:
    slow = RULE.replace("FROM conduct WHERE", "FROM conduct CROSS JOIN entity AS a CROSS JOIN entity AS b WHERE")
    (tmp_path / "slow.sql").write_text(slow, encoding="utf-8")
    answer = visitor(make_app(ledger, Settings(rules=tmp_path, rule_seconds=0.01))).get("/api/v1/findings")
    assert answer.status_code == 500
    assert "takes longer than 0.01 s" in answer.json()["detail"]
