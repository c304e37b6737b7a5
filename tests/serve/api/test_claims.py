"""Claims over the API: lists by pages, one claim with its history and citation, counts, whole files."""

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO

import msgspec
import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.model.answers import Citation, KeptClaim, Listed, OneClaim
from foedus.model.claim import Claim
from foedus.model.review import Step
from tests.factories import claim, document
from tests.serve.told import Read, delivery, ledger_of, order, reader_of, treaty

MANY = 7


def shipment(number: int) -> Read:
    report = document(f"Arland delivered {number} tanks to Borland.", published=f"2021-03-{number:02}")
    return report, [claim(report, "delivered", supplier="Arland", recipient="Borland", item="tanks")]


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with ledger_of(
        place, [delivery(), order()], [treaty()], [shipment(number) for number in range(1, MANY + 1)]
    ) as one:
        yield one


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    return reader_of(ledger)


def pages(client: TestClient, address: str) -> Iterator[Listed[KeptClaim]]:
    """Every page of a list, by the addresses that the server gives."""
    following: str | None = address
    while following:
        answer = client.get(following)
        assert answer.status_code == 200, answer.text
        page = msgspec.json.decode(answer.content, type=Listed[KeptClaim])
        assert answer.headers.get("link") == (f'<{page.next}>; rel="next"' if page.next else None)
        yield page
        following = page.next


def test_pages_hold_each_claim_once_in_the_order_of_the_day(client: TestClient) -> None:
    found = list(pages(client, "/api/v1/claims?limit=3"))
    assert [len(page.items) for page in found] == [3, 3, 3, 1]
    days = [one.claim.document.published or "" for page in found for one in page.items]
    assert days == sorted(days, reverse=True)
    assert len({one.address for page in found for one in page.items}) == MANY + 3
    oldest = list(pages(client, "/api/v1/claims?limit=3&order=oldest"))
    assert [one.address for page in oldest for one in page.items] == [
        one.address for page in reversed(found) for one in reversed(page.items)
    ]


def test_what_is_written_meanwhile_is_in_no_later_page(ledger: Ledger, client: TestClient) -> None:
    walk = pages(client, "/api/v1/claims?limit=5")
    first = next(walk)
    ledger.add([shipment(28)])
    later = [one for page in walk for one in page.items]
    assert len(first.items) + len(later) == MANY + 3


def test_filters_are_those_of_the_page(client: TestClient) -> None:
    (page,) = pages(client, "/api/v1/claims?about=Belarus&with=AZE&from=2022&to=2022&type=transfer")
    (one,) = page.items
    assert (one.claim.stage, one.review) == ("delivered", None)
    assert one.claim.evidence[0].text.startswith("Belarus delivered")


def test_a_word_is_looked_for_in_sentences(client: TestClient) -> None:
    (page,) = pages(client, "/api/v1/claims?q=заказал")
    assert [one.claim.document.outlet for one in page.items] == ["Вестник"]


def test_the_last_of_all_days_is_a_day(client: TestClient) -> None:
    for address in ("/timeline.json?published_by=9999-12-31", "/api/v1/claims?to=9999-12-31&as_of=9999-12-31"):
        assert client.get(address).status_code == 200


def test_one_claim_is_found_by_the_beginning_of_its_id(client: TestClient) -> None:
    whole = next(pages(client, "/api/v1/claims?q=Belarus")).items[0]
    one = msgspec.json.decode(client.get(f"/api/v1/claims/{whole.address[:10]}").content, type=OneClaim)
    assert (one.address, one.reading, one.claim, one.ended) == (whole.address, whole.reading, whole.claim, None)


def test_history_and_citation_of_a_claim(ledger: Ledger, client: TestClient) -> None:
    id_ = ledger.page_of_claims(limit=1).claims[0].id
    ledger.review("anna").accept(id_, reason="seen")
    steps = msgspec.json.decode(client.get(f"/api/v1/claims/{id_}/history").content, type=Listed[Step]).items
    assert [step.action for step in steps] == ["read", "accept"]
    assert steps[1].by == "anna"
    cited = msgspec.json.decode(client.get(f"/api/v1/claims/{id_}/citation?in=fr").content, type=Citation)
    assert f"affirmation {id_}" in cited.text
    assert cited.bibtex.startswith("@")
    assert cited.annotation["type"] == "Annotation"


def test_counts_by_facet(client: TestClient) -> None:
    found = client.get("/api/v1/claims/counts?type=transfer").json()
    assert found["counted"] == MANY + 2
    assert {one["value"]: one["count"] for one in found["counts"]["stage"]} == {"delivered": MANY + 1, "ordered": 1}


def test_claims_of_a_document_stand_in_the_order_of_its_text(ledger: Ledger, client: TestClient) -> None:
    held, *_ = ledger.documents()
    found = client.get(f"/api/v1/documents/{held.id}/claims").json()
    assert [one["claim"]["document"]["id"] for one in found["items"]] == [held.id]
    assert client.get(f"/api/v1/documents/{held.id}").json()["text"] == held.text


def test_a_file_is_the_whole_answer_and_names_its_batch(client: TestClient) -> None:
    answer = client.get("/api/v1/claims.jsonl?type=transfer")
    assert answer.headers["foedus-as-of"] == "3"
    claims = [msgspec.json.decode(line, type=Claim) for line in answer.content.splitlines()]
    assert len(claims) == MANY + 2
    rows = list(csv.DictReader(StringIO(client.get("/api/v1/claims.csv?type=transfer").text.removeprefix("\ufeff"))))
    assert [row["claim"] for row in rows] == [one.id for one in claims]
    table = pq.read_table(BytesIO(client.get("/api/v1/claims.parquet?type=transfer").content))
    assert table.column("claim").to_pylist() == [one.id for one in claims]


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/api/v1/claims?type=gift", 400, "'gift' is no type"),
        ("/api/v1/claims?limit=0", 400, "limit"),
        ("/api/v1/claims?after=nonsense", 400, "no cursor of this question"),
        ("/api/v1/claims/zz", 404, "no claim id"),
        ("/api/v1/claims/0123456789abcdef", 404, "0123456789abcdef"),
        ("/api/v1/documents/0123456789abcdef", 404, "0123456789abcdef"),
        ("/api/v1/nothing", 404, ""),
        ("/api/v1/positions?on=soon", 400, "on "),
        ("/api/v1/claims?q=%00", 400, "NUL"),
        ("/api/v1/claims/%00", 400, "NUL"),
        ("/api/v1/changes", 400, "give since"),
        ("/api/v1/audit?action=sing", 400, "no action"),
        ("/api/v1/changes?since=0001-01-01T00:00:00%2B23:59", 400, "is no instant"),
        ("/network.json?most=" + "1" * 5_000, 400, "most"),
        ("/api/v1/pairs/BLR/BLR", 400, "two sides"),
    ],
)
def test_what_cannot_be_answered_is_a_problem_in_one_line(
    client: TestClient, address: str, status: int, said: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert said in problem["detail"]
    assert "\n" not in problem["detail"]
