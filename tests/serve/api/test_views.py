"""What is computed from claims, and the ledger itself, over the API."""

from collections.abc import Iterator

import msgspec
import pytest
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.model.answers import Course, Head, Listed, ServerState
from foedus.model.entity import Entity
from foedus.model.membership import Membership
from foedus.model.network import NetworkRow
from foedus.model.position import Position
from foedus.model.row import RegisterRow
from foedus.model.timeline import TimelineEntry
from foedus.model.toll import TollPoint
from tests.factories import claim, document
from tests.serve.told import Read, delivery, ledger_of, order, reader_of, treaty


def denial() -> Read:
    report = document("Belarus delivered no tanks to Azerbaijan in 2022.", published="2022-06-01", outlet="The Denier")
    return report, [
        claim(
            report,
            "delivered",
            polarity="negated",
            supplier="BLR=Belarus",
            recipient="AZE=Azerbaijan",
            item="tanks",
            when="2022=2022",
        )
    ]


def joining() -> Read:
    report = document("Armenia froze its part in the CSTO in 2024.", published="2024-02-23")
    return report, [
        claim(report, "froze", "membership", "frozen", member="ARM=Armenia", organisation="CSTO=CSTO", when="2024=2024")
    ]


def stationing() -> Read:
    report = document("Russia has deployed bombers at Gyumri since 2020.", published="2022-02-01")
    return report, [
        claim(
            report, "deployed", "deployment", "done", actor="RUS=Russia", item="bombers", to="Gyumri", when="2020=2020"
        )
    ]


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with ledger_of(place, [delivery(), order(), treaty()], [denial(), joining(), stationing()]) as opened:
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    return reader_of(ledger)


def items(client: TestClient, address: str, kind: type) -> list:  # type: ignore[type-arg]  # of the kind
    answer = client.get(f"/api/v1{address}")
    assert answer.status_code == 200, answer.text
    return list(msgspec.json.decode(answer.content, type=Listed[kind]).items)  # type: ignore[valid-type]  # as asked


def test_register_deal_and_network_tell_of_the_same_link(client: TestClient) -> None:
    rows = items(client, "/register?supplier=Belarus", RegisterRow)
    assert {(row.supplier.entity, row.recipient.entity) for row in rows} == {("BLR", "AZE")}
    tanks = next(row for row in rows if row.item.name == "tanks")
    named = "name:" + tanks.item.name
    course = msgspec.json.decode(client.get(f"/api/v1/deals/BLR/AZE/{named}").content, type=Course)
    assert course.row.claims == tanks.claims
    assert [one.what for one in course.course] == ["delivered", "delivered"]
    links = items(client, "/network", NetworkRow)
    assert ("BLR", "AZE") in {(one.supplier.entity, one.recipient.entity) for one in links}


def test_lists_that_are_computed_come_by_pages_too(client: TestClient) -> None:
    whole = items(client, "/timeline", TimelineEntry)
    first = client.get("/api/v1/timeline?limit=1").json()
    assert first["next"] == "/api/v1/timeline?limit=1&after=1"
    second = client.get(first["next"]).json()
    assert [one["when"] for one in first["items"] + second["items"]] == [one.when for one in whole[:2]]


def test_who_has_what_and_belongs_where_on_a_day(client: TestClient) -> None:
    (position,) = items(client, "/positions?about=RUS&on=2022-03", Position)
    assert (position.holder.entity, position.place.name) == ("RUS", "Gyumri")
    assert items(client, "/positions?about=RUS&on=2019", Position) == []
    (membership,) = items(client, "/memberships?on=2024-12", Membership)
    assert (membership.member.entity, membership.status) == ("ARM", "frozen")
    assert items(client, "/tolls", TollPoint) == []


def test_contradictions_name_their_claims(ledger: Ledger, client: TestClient) -> None:
    found = client.get("/api/v1/contradictions").json()["items"]
    ids = {one.id for one in ledger.claims() if one.polarity == "negated" or one.document.outlet == "The Gazette"}
    assert [{one["first"], one["second"]} <= ids for one in found] == [True]


def test_entities_by_any_name_and_one_by_its_key(client: TestClient) -> None:
    assert client.get("/api/v1/entities", params={"q": "Беларусь"}).json()["items"][0]["key"] == "BLR"
    assert "BLR" in {one["key"] for one in client.get("/api/v1/entities?kind=state").json()["items"]}
    known = msgspec.json.decode(client.get("/api/v1/entities/Belarus").content, type=Entity)
    assert (known.key, known.kind) == ("BLR", "state")


def test_a_pair_is_the_same_from_both_sides(client: TestClient) -> None:
    one, other = (client.get(f"/api/v1/pairs/{pair}").json() for pair in ("BLR/AZE", "AZE/BLR"))
    assert one == other
    assert one["counted"] == 3


def test_documents_newest_first_and_by_words(client: TestClient) -> None:
    listed = client.get("/api/v1/documents").json()["items"]
    assert [one["document"]["published"] for one in listed][:2] == ["2024-03-02", "2024-02-23"]
    (found,) = client.get("/api/v1/documents?q=bombers").json()["items"]
    assert "bombers" in found["headline"]


def test_the_ledger_tells_who_wrote_what(ledger: Ledger, client: TestClient) -> None:
    ledger.review("anna").reject(ledger.page_of_claims(limit=1).claims[0].id, reason="misread")
    state = msgspec.json.decode(client.get("/api/v1/server").content, type=ServerState)
    assert (state.batch, state.name, state.role) == (3, "", "reader")
    first = client.get("/api/v1/audit?limit=2").json()
    assert [one["batch"] for one in first["items"]] == [1, 2]
    (last,) = client.get(first["next"]).json()["items"]
    assert (last["actor"], last["judged"][0]["reason"]) == ("anna", "misread")
    head = msgspec.json.decode(client.get("/api/v1/audit/head").content, type=Head)
    assert (head.batch, head.hash) == (3, last["hash"])
    assert [one["batch"] for one in client.get("/api/v1/audit?action=reject").json()["items"]] == [3]


def test_changes_since_a_moment(ledger: Ledger, client: TestClient) -> None:
    found = client.get("/api/v1/changes?since=2026-01-11").json()["items"]
    assert {one["kind"] for one in found} == {"new"}
    assert {one["batch"] for one in found} == {2}
    until = client.get("/api/v1/changes?since=2026-01-10&until=2026-01-10").json()["items"]
    assert {one["batch"] for one in until} == {1}
