"""`/api/v1/treaties`: the list, one treaty, a dossier."""

from collections.abc import Iterator

import msgspec
import pytest
from starlette.testclient import TestClient

from foedus.model.answers import Listed
from foedus.model.dossier import ToldDossier
from foedus.model.listed_treaty import ListedTreaty
from foedus.model.told_treaty import ToldTreaty
from tests.serve.judged import TREATY, judged
from tests.serve.told import reader_of

DOSSIER = f"/api/v1/treaties/{TREATY}/about/ARM"


@pytest.fixture
def client(place: str) -> Iterator[TestClient]:
    with judged(place) as ledger:
        yield reader_of(ledger)


def test_treaties_are_listed_by_pages(client: TestClient) -> None:
    address = "/api/v1/treaties?about=ARM&on=2020&limit=2"
    first = msgspec.json.decode(client.get(address).content, type=Listed[ListedTreaty])
    assert (len(first.items), first.next is not None) == (2, True)
    everything = client.get("/api/v1/treaties?about=ARM&limit=1000").json()["items"]
    assert TREATY in {one["id"] for one in everything}
    assert client.get("/api/v1/treaties?kind=nonsense").status_code == 400


def test_one_treaty_on_a_day(client: TestClient) -> None:
    told = msgspec.json.decode(client.get("/api/v1/treaties/csto?on=2025&in=fr").content, type=ToldTreaty)
    assert (told.id, told.day, told.holds) == (TREATY, "2025-01-01", True)
    armenia = next(one for one in told.parties if one.party == "ARM")
    assert (armenia.name, armenia.status, armenia.practice) == ("Arménie", "in_force", "frozen")
    assert client.get("/api/v1/treaties/nonsense").status_code == 404


def test_a_dossier_cites_every_verdict(client: TestClient) -> None:
    told = msgspec.json.decode(client.get(f"{DOSSIER}?from=2020&to=2023").content, type=ToldDossier)
    known = {one.number for one in told.dossier.citations}
    lines = [line for case in told.dossier.cases for line in case.verdicts]
    assert lines
    assert all(line.name and set(line.cites) <= known for line in lines)
    assert told.changed is None
    then = msgspec.json.decode(client.get(f"{DOSSIER}?from=2020&as_of=2026-01-10").content, type=ToldDossier)
    assert then.changed is not None
    assert then.changed.came
    assert client.get(f"{DOSSIER}?from=2023&to=2020").status_code == 400
