"""What was written: batches and judgements, the newest first, under filters, as files; and the chain verified."""

import csv
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.serve.browsing import TOKEN, owner, visitor
from tests.serve.filling import after, form, href, send
from tests.serve.reading import one, page, some, words
from tests.serve.test_review import HANDED, REPORT, SURE


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        opened.add([(REPORT, [SURE, HANDED])], note="read reports")
        opened.review("anna").accept(SURE.id, reason="read the report")
        opened.review("ben").reject(HANDED.id, reason="a drill")
        yield opened


@pytest.fixture
def reader(ledger: Ledger) -> TestClient:
    return visitor(make_app(ledger, Settings(sure=0.85, token=TOKEN)))


def batches(client: TestClient, where: str) -> list[str]:
    return [words(one(row, "./th")) for row in some(page(client, where), ".//tbody/tr")]


def test_batches_stand_the_newest_first_with_who_judged_what_and_why(reader: TestClient, ledger: Ledger) -> None:
    shown = page(reader, "/audit")
    rows = [words(row) for row in some(shown, ".//tbody/tr")]
    assert len(rows) == 3
    assert "ben" in rows[0]
    assert f"rejected {HANDED.id} “a drill”" in rows[0]
    assert "documents +1" in rows[2]
    head = ledger.head()
    assert head
    assert head.hash in words(one(shown, "doc-meta"))


def test_the_log_is_narrowed_by_actor_action_and_time(reader: TestClient) -> None:
    assert batches(reader, "/audit?actor=anna") == ["2"]
    assert batches(reader, "/audit?action=reject") == ["3"]
    assert batches(reader, "/audit?action=read") == ["1"]
    assert batches(reader, "/audit?before=3") == ["2", "1"]
    assert "No batch matches." in words(one(page(reader, "/audit?since=2999"), "state"))
    assert reader.get("/audit?action=nonsense").status_code == 400
    assert reader.get("/audit?before=99999999999999999999").status_code == 400


def test_older_batches_come_behind_the_page(reader: TestClient, ledger: Ledger) -> None:
    desk = ledger.review("anna")
    for _ in range(30):
        desk.undo(desk.reject(SURE.id)[0].number)
    first = page(reader, "/audit")
    assert len(some(first, ".//tbody/tr")) == 50
    (older,) = [link for link in some(first, ".//a") if words(link) == "Older"]
    assert batches(reader, href(older)) == [str(number) for number in range(13, 0, -1)]
    assert len(batches(reader, "/audit?action=undo")) == 30


def test_the_log_is_saved_whole(reader: TestClient) -> None:
    rows = list(csv.DictReader(reader.get("/audit.csv").text.lstrip("\ufeff").splitlines()))
    assert [row["batch"] for row in rows] == ["1", "2", "3"]
    assert rows[2]["judgements"].endswith("a drill")
    assert [one["batch"] for one in reader.get("/audit.json").json()["batches"]] == [3, 2, 1]
    assert reader.get("/audit.csv?actor=ben").text.count("\n") == 2


def test_the_chain_is_verified_beside_the_server(tmp_path: Path) -> None:
    where = str(tmp_path / "ledger.db")
    with Ledger.open(where) as ledger:
        ledger.add([(REPORT, [SURE])])
        client = owner(make_app(ledger, Settings(token=TOKEN, reviewer="anna", place=where)))
        shown = after(client, send(client, form(page(client, "/audit/verify"), "/audit/verify")))
        ends = time.monotonic() + 120
        while "Under way" in words(shown):
            assert time.monotonic() < ends
            time.sleep(0.5)
            shown = page(client, "/audit/verify")
        head = ledger.head()
        assert head
        assert f"As it was written. The last link is {head.hash}" in words(one(shown, "notice"))


def test_without_a_place_the_command_is_told(reader: TestClient) -> None:
    assert "foedus audit verify" in words(one(page(reader, "/audit/verify"), ".//main"))
