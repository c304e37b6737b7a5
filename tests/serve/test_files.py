"""Lists as files at the addresses of their views."""

import csv
import io
from collections.abc import Iterator

import msgspec
import pytest
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from foedus.serve.views import register_listing, streams
from tests.factories import claim, document
from tests.ledger.reports import Read, reports
from tests.register.case import CASE, CLAIMS
from tests.serve.browsing import visitor

COUNTED = {"claims": len(CLAIMS) + 6, "documents": len(CASE) + 3, "register": 3, "links": 4}
"""Rows of each list: of the case, and of three reports of a delivery and an order each."""


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        opened.add([*CASE, *reports(0, 3)])
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    return visitor(make_app(ledger, Settings(sure=0.8)))


def rows(client: TestClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8"), newline="")))


@pytest.mark.parametrize("name", COUNTED)
def test_every_list_is_there_in_each_form(client: TestClient, name: str) -> None:
    as_csv, as_lines = client.get(f"/{name}.csv"), client.get(f"/{name}.jsonl")
    assert as_csv.headers["content-type"].startswith("text/csv; charset=utf-8")
    assert len(rows(client, f"/{name}.csv")) == COUNTED[name]
    assert len(as_lines.text.splitlines()) == COUNTED[name]
    pq = pytest.importorskip("pyarrow.parquet")
    table = pq.read_table(io.BytesIO(client.get(f"/{name}.parquet").content))
    assert table.num_rows == COUNTED[name]
    assert table.column_names == list(rows(client, f"/{name}.csv")[0])


def test_lines_are_whole_records(client: TestClient) -> None:
    lines = client.get("/claims.jsonl?type=membership").content.splitlines()
    told = [msgspec.json.decode(line, type=Claim) for line in lines]
    assert {one.type for one in told} == {"membership"}
    assert len(told) == 2


def test_a_file_is_named_by_what_it_holds(client: TestClient) -> None:
    name = client.get("/claims.csv?about=Biélorussie&type=transfer&as_of=2090-01-01").headers["content-disposition"]
    assert 'filename="foedus-claims-bielorussie-transfer-as-of-2090-01-01.csv"' in name
    assert "filename*=UTF-8''foedus-claims-bi%C3%A9lorussie-transfer-as-of-2090-01-01.csv" in name
    assert 'filename="foedus-register.jsonl"' in client.get("/register.jsonl").headers["content-disposition"]


def test_a_long_answer_is_asked_for_in_parts_and_loses_nothing(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = rows(client, "/documents.csv"), rows(client, "/register.csv")
    monkeypatch.setattr(streams, "_AT_ONCE", 2)
    monkeypatch.setattr(register_listing, "_AT_ONCE", 2)
    assert (rows(client, "/documents.csv"), rows(client, "/register.csv")) == whole
    assert len({row["document"] for row in whole[0]}) == len(whole[0])


def test_a_file_says_what_it_leaves_out(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Foedus-Limit" not in client.get("/register.csv").headers
    monkeypatch.setattr(register_listing, "MOST_ROWS", 2)
    cut = client.get("/register.csv")
    assert cut.headers["foedus-limit"] == "rows 1 to 2 of 3, after=2 gives the next"
    assert len(rows(client, "/register.csv?after=2")) == 1


def test_no_cell_runs_in_a_spreadsheet(ledger: Ledger, client: TestClient) -> None:
    hostile: Read = (
        told := document("Arland delivered tanks to Borland.", outlet='=HYPERLINK("http://x";"y")', title="+1"),
        [claim(told, "delivered", supplier="ARL=Arland", recipient="BOR=Borland", item="tanks")],
    )
    ledger.add([hostile])
    cells = {
        cell
        for name in ("claims", "documents", "register")
        for row in rows(client, f"/{name}.csv")
        for cell in row.values()
    }
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert '\'=HYPERLINK("http://x";"y")' in cells


@pytest.mark.parametrize("name", ["claims", "documents", "register"])
@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_what_cannot_be_asked_is_told_before_anything_is_sent(client: TestClient, name: str, ending: str) -> None:
    answer = client.get(f"/{name}.{ending}?about=Nowhereland")
    assert answer.status_code == 400
    assert "no entity is named 'Nowhereland'" in answer.json()["detail"]
    assert client.get(f"/{name}.{ending}?outlet=Nobody").status_code == 400


def test_an_empty_answer_has_its_columns(client: TestClient) -> None:
    answer = client.get("/claims.csv?as_of=2000-01-01")
    assert answer.text.startswith("claim,document,published")
    assert len(answer.text.splitlines()) == 1
