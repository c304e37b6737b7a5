"""ETags of page and API: what has not changed is not sent again, and what may have changed always is."""

from collections.abc import Iterator

import pytest

from foedus.ledger.store import Ledger
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.serve.browsing import TOKEN, owner, visitor
from tests.serve.told import delivery, ledger_of, order, reader_of, treaty

PLACES = (
    "/claims",
    "/claims.json",
    "/claims.csv",
    "/api/v1/claims?type=transfer",
    "/api/v1/claims.jsonl",
    "/api/v1/server",
    "/register?as_of=2026-01-10",
    "/entities/BLR",
    "/home.json",
)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with ledger_of(place, [delivery(), order()]) as opened:
        yield opened


@pytest.mark.parametrize("address", PLACES)
def test_what_is_known_is_not_sent_again_until_something_is_written(ledger: Ledger, address: str) -> None:
    client = reader_of(ledger)
    first = client.get(address)
    tag = first.headers["etag"]
    assert tag.startswith('W/"')
    again = client.get(address, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert again.headers["cache-control"] == "private, no-cache"
    assert {"Cookie", "Accept-Language"} <= {one.strip() for one in again.headers["vary"].split(",")}
    ledger.add([treaty()])
    fresh = client.get(address, headers={"If-None-Match": tag})
    assert fresh.status_code == 200
    assert fresh.headers["etag"] != tag


def test_a_day_that_is_not_over_is_asked_anew_after_a_write(ledger: Ledger) -> None:
    client = reader_of(ledger)
    address = "/api/v1/claims?as_of=2099-12-31"
    before = client.get(address)
    ledger.add([treaty()])
    after = client.get(address, headers={"If-None-Match": before.headers["etag"]})
    assert len(after.json()["items"]) == len(before.json()["items"]) + 1


def test_a_judgement_is_seen_at_once(ledger: Ledger) -> None:
    client = owner(make_app(ledger, Settings(token=TOKEN, reviewer="anna")))
    listed = client.get("/api/v1/claims")
    address = listed.json()["items"][0]["address"]
    assert client.post(f"/api/v1/claims/{address}/reject", json={}).status_code == 200
    fresh = client.get("/api/v1/claims", headers={"If-None-Match": listed.headers["etag"]})
    assert address not in {one["address"] for one in fresh.json()["items"]}


def test_language_theme_and_who_asks_make_other_answers(ledger: Ledger) -> None:
    app = make_app(ledger, Settings(token=TOKEN, reviewer="anna"))
    anybody = visitor(app)
    tags = [
        anybody.get("/claims").headers["etag"],
        anybody.get("/claims", headers={"Accept-Language": "fr"}).headers["etag"],
        anybody.get("/claims", headers={"Cookie": "foedus_in=fr"}).headers["etag"],
        anybody.get("/claims", headers={"Cookie": "foedus_theme=dark"}).headers["etag"],
        anybody.get("/claims?type=transfer").headers["etag"],
        owner(app).get("/claims").headers["etag"],
    ]
    assert len(set(tags)) == len(tags)


def test_the_first_page_is_never_kept_for_it_tells_of_the_last_visit(ledger: Ledger) -> None:
    client = reader_of(ledger)
    assert "etag" not in client.get("/").headers
    assert client.get("/", headers={"If-None-Match": "*"}).status_code == 200


def test_what_is_no_answer_has_no_tag(ledger: Ledger) -> None:
    client = reader_of(ledger)
    for address in ("/claims?type=gift", "/claims/0123456789abcdef", "/nothing"):
        assert "etag" not in client.get(address).headers
