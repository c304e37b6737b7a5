"""Judging over the API: each action, who may, and what happens when somebody else was first."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.model.review import Correction
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.serve.browsing import TOKEN, owner, visitor
from tests.serve.told import delivery, ledger_of, order, treaty


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with ledger_of(place, [delivery(), order(), treaty()]) as opened:
        yield opened


@pytest.fixture
def anna(ledger: Ledger) -> TestClient:
    return owner(make_app(ledger, Settings(token=TOKEN, reviewer="anna", sure=0.85)))


def waiting(client: TestClient, *, doubtful: bool = False) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/v1/review/queue", params={"doubtful": doubtful}).json()["items"][0]
    return found


def judged(client: TestClient, path: str, **body: object) -> dict[str, Any]:
    answer = client.post(f"/api/v1{path}", json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_sure_and_the_doubtful_wait_apart(anna: TestClient) -> None:
    sure, doubtful = (
        anna.get("/api/v1/review/queue", params={"doubtful": one}).json()["items"] for one in (False, True)
    )
    assert len(sure) == 2
    assert [one["claim"]["reader"]["confidence"] for one in doubtful] == [0.4]


def test_a_claim_is_accepted_and_waits_no_longer(anna: TestClient) -> None:
    one = waiting(anna)
    verdict = judged(anna, f"/claims/{one['address']}/accept", reading=one["reading"], reason="seen")
    assert (verdict["action"], verdict["reviewer"], verdict["claim"]) == ("accept", "anna", one["address"])
    assert anna.get(f"/api/v1/claims/{one['address']}").json()["review"] == "accepted"
    assert waiting(anna)["address"] != one["address"]


def test_a_rejected_claim_is_left_out_and_comes_back_by_undo(anna: TestClient) -> None:
    one = waiting(anna)
    verdict = judged(anna, f"/claims/{one['address']}/reject")
    assert one["address"] not in {each["address"] for each in anna.get("/api/v1/claims").json()["items"]}
    judged(anna, "/review/undo", judgement=verdict["number"])
    assert one["address"] in {each["address"] for each in anna.get("/api/v1/claims").json()["items"]}


def test_a_correction_keeps_the_readers_value_beside_it(anna: TestClient) -> None:
    one = waiting(anna)
    judged(anna, f"/claims/{one['address']}/correct", correction={"stage": "ordered"}, reading=one["reading"])
    now = anna.get(f"/api/v1/claims/{one['address']}").json()
    assert (now["claim"]["stage"], now["review"]) == ("ordered", "corrected")
    last = anna.get(f"/api/v1/claims/{one['address']}/history").json()["items"][-1]
    assert last["differs"] == [{"field": "stage", "machine": "delivered", "person": "ordered"}]


def test_who_comes_second_changes_nothing(anna: TestClient, ledger: Ledger) -> None:
    one = waiting(anna)
    ledger.review("boris").correct(one["address"], Correction(stage="ordered"))
    late = anna.post(f"/api/v1/claims/{one['address']}/reject", json={"reading": one["reading"]})
    assert late.status_code == 409
    assert "boris corrected it" in late.json()["detail"]
    matching = anna.post(
        f"/api/v1/claims/{one['address']}/reject", json={}, headers={"If-Match": f'"{one["reading"]}"'}
    )
    assert matching.status_code == 412
    now = anna.get(f"/api/v1/claims/{one['address']}").json()
    fresh = anna.post(f"/api/v1/claims/{one['address']}/reject", json={}, headers={"If-Match": f'"{now["reading"]}"'})
    assert fresh.status_code == 200


def test_a_missed_claim_is_added(anna: TestClient, ledger: Ledger) -> None:
    document = next(one for one in list(ledger.documents()) if one.lang == "fr")
    said = "signé"
    start = document.text.index(said)
    belarus = document.text.index("Bélarus")
    words = {"text": said, "start": start, "end": start + len(said)}
    state = {"entity": "BLR", "name": "Belarus", "kind": "state", "text": "Bélarus"}
    addition = {
        "type": "diplomacy",
        "stage": "done",
        "roles": {"actor": [state | {"start": belarus, "end": belarus + 7}]},
        "evidence": [{"start": 0, "end": len(document.text), "text": document.text}],
        "cues": [{"kind": "trigger"} | words],
    }
    verdict = judged(anna, f"/documents/{document.id}/claims", claim=addition)
    added = anna.get(f"/api/v1/claims/{verdict['claim']}").json()
    assert (added["review"], added["claim"]["reader"]["name"]) == ("added", "person")


def test_a_name_is_linked_and_unlinked(anna: TestClient) -> None:
    linked = judged(anna, "/review/link", name="станции", entity="s-400", reason="as the photograph shows")
    assert linked["detail"]["entity"] == "s-400"
    assert anna.get("/api/v1/claims?about=s-400").json()["items"]
    judged(anna, "/review/unlink", name="станции")
    assert not anna.get("/api/v1/claims?about=s-400").json()["items"]


def test_a_source_depends_on_another_until_it_does_not(anna: TestClient) -> None:
    judged(anna, "/review/depend", source="the gazette", on="Le Quai", reason="same owner")
    (held,) = anna.get("/api/v1/review/dependences").json()["items"]
    assert held == {"source": "The Gazette", "on": "Le Quai", "reason": "same owner"}
    judged(anna, "/review/independ", source="The Gazette", on="Le Quai")
    assert anna.get("/api/v1/review/dependences").json()["items"] == []


def test_a_claim_is_split_and_its_parts_merged_again(anna: TestClient, ledger: Ledger) -> None:
    one = waiting(anna)
    judged(anna, f"/claims/{one['address']}/split", parts=[{"stage": "ordered"}, {"stage": "delivered"}])
    held = next(doc for doc in list(ledger.documents()) if doc.id == one["claim"]["document"]["id"])
    parts = [each["address"] for each in anna.get(f"/api/v1/documents/{held.id}/claims").json()["items"]]
    assert len(parts) == 2
    other = next(part for part in parts if part != one["address"])
    judged(anna, f"/claims/{one['address']}.0/merge", others=[other])
    assert anna.get(f"/api/v1/claims/{other}").json()["address"] == one["address"]


def test_a_visitor_reads_and_judges_nothing(ledger: Ledger) -> None:
    client = visitor(make_app(ledger, Settings(token=TOKEN)))
    one = client.get("/api/v1/claims").json()["items"][0]
    refused = client.post(f"/api/v1/claims/{one['address']}/accept", json={})
    assert refused.status_code == 403
    assert refused.headers["content-type"] == "application/problem+json"
    assert "open the address with the token" in refused.json()["detail"]


@pytest.mark.parametrize(
    ("body", "media_type", "status", "said"),
    [
        (b"{", "application/json", 422, "the body"),
        (b'{"reading": "one"}', "application/json", 422, "reading"),
        (b'{"mood": "good"}', "application/json", 422, "mood"),
        (b'{"reason": "\\ud800"}', "application/json", 422, "the body"),
        (b'{"reason": "\\u0000"}', "application/json", 422, "NUL"),
        (b"[" * 100_000, "application/json", 422, "the body"),
        (b"reading=1", "application/x-www-form-urlencoded", 415, "send JSON"),
    ],
)
def test_a_body_that_is_none_is_told_in_one_line(
    anna: TestClient, body: bytes, media_type: str, status: int, said: str
) -> None:
    one = waiting(anna)
    answer = anna.post(f"/api/v1/claims/{one['address']}/accept", content=body, headers={"Content-Type": media_type})
    assert answer.status_code == status
    assert said in answer.json()["detail"]
