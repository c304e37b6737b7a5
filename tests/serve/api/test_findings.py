"""`/api/v1/findings`: the list, one finding; the same records as `foedus findings`."""

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.model.answers import Listed
from foedus.model.finding import Finding
from tests.cli.command import foedus
from tests.factories import claim, document
from tests.serve.findable import EMBARGO, HELP, MEMBERS, TREATY, findable
from tests.serve.told import delivery, reader_of

FINDINGS = "/api/v1/findings"


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with findable(place) as opened:
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    return reader_of(ledger)


def listed(client: TestClient, address: str = FINDINGS) -> Listed[Finding]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=Listed[Finding])


def rules(client: TestClient, query: str) -> list[str]:
    return [one.rule for one in listed(client, f"{FINDINGS}?{query}").items]


def test_every_finding_of_a_duty_has_the_verdict_of_every_side(client: TestClient) -> None:
    found = {one.rule: one for one in listed(client).items}
    assert list(found) == [MEMBERS, HELP, EMBARGO]
    views = {view.viewpoint: view.verdict for view in found[HELP].views}
    assert views["ARM"] == "unmet"
    assert views["CSTO"] in ("honoured", "answered")
    assert {"record", "law"} <= set(views)
    assert found[MEMBERS].case is None
    assert found[MEMBERS].entities == ("SWE", "NATO")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (f"rule={HELP}&rule={MEMBERS}", [MEMBERS, HELP]),
        ("verdict=unmet", [HELP]),
        ("verdict=honoured&verdict=contradicted", [EMBARGO]),
        ("about=Arménie", [HELP, EMBARGO]),
        ("about=ARM&about=France", [EMBARGO]),
        ("treaty=csto", [HELP]),
        ("from=2022-09-14", [EMBARGO]),
        ("to=2022-09-12", [MEMBERS]),
        ("from=2016&to=2022", [HELP]),
        ("as_of=2026-01-09", []),
        ("published_by=2022", [MEMBERS, HELP]),
        ("min_confidence=sure", []),
        ("rule=&verdict=&about=&treaty=&from=&to=", [MEMBERS, HELP, EMBARGO]),
    ],
)
def test_filters_narrow(client: TestClient, query: str, found: list[str]) -> None:
    assert rules(client, query) == found


def test_as_of_a_day_it_says_what_was_said_then(client: TestClient) -> None:
    (then,) = listed(client, f"{FINDINGS}?rule={HELP}&as_of=2026-01-10").items
    assert "CSTO" not in {view.viewpoint for view in then.views}


def test_pages_are_those_of_the_first_ones_moment(client: TestClient, ledger: Ledger) -> None:
    first = listed(client, f"{FINDINGS}?limit=2")
    assert [one.rule for one in first.items] == [MEMBERS, HELP]
    assert first.as_of == 2
    assert first.next is not None
    assert client.get(f"{FINDINGS}?limit=2").headers["link"] == f'<{first.next}>; rel="next"'
    ledger.add([delivery()])
    last = listed(client, first.next)
    assert ([one.rule for one in last.items], last.next, last.as_of) == ([EMBARGO], None, 2)
    assert listed(client).as_of == 3


def test_one_finding_by_its_id_or_the_beginning_of_it(client: TestClient) -> None:
    some = listed(client).items
    for one in some:
        for name in (one.id, one.id[:8]):
            assert msgspec.json.decode(client.get(f"{FINDINGS}/{name}").content, type=Finding) == one
    for name in ("f-0000000000000000", "f-"):
        answer = client.get(f"{FINDINGS}/{name}")
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"
    assert client.get(f"{FINDINGS}/{some[0].id}?as_of=2020").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "rule=nonsense",
        "verdict=guilty",
        "about=Nowhereland",
        "treaty=nonsense",
        "from=abc",
        "from=2023&to=2020",
        "as_of=yesterday",
        "min_confidence=much",
        "after=nonsense",
        "after=99.0",
        "limit=0",
    ],
)
def test_what_means_nothing_is_one_line(client: TestClient, query: str) -> None:
    answer = client.get(f"{FINDINGS}?{query}")
    assert answer.status_code == 400
    assert "\n" not in answer.json()["detail"]


def test_a_source_that_depends_on_another_is_no_origin_of_its_own(client: TestClient, ledger: Ledger) -> None:
    def origins() -> int:
        (found,) = listed(client, f"{FINDINGS}?rule={HELP}").items
        (trigger,) = [one for view in found.views if view.viewpoint == "record" for one in view.elements[1:2]]
        assert (trigger.name, trigger.weakest is not None) == ("trigger", True)
        return trigger.weakest.origins if trigger.weakest else 0

    again = document(
        "On the night of 13 September 2022 Azerbaijani forces shelled Armenia.",
        published="2022-09-14",
        outlet="The Copyist",
        source="j9",
    )
    roles = {"attacker": "AZE=Azerbaijani", "target": "ARM=Armenia"}
    ledger.add([(again, [claim(again, "shelled", "attack", "done", roles=roles, when="2022-09-13=13 September 2022")])])
    assert origins() == 2
    ledger.review("R. Reader").depend("The Copyist", "The Gazette", reason="same owner")
    assert origins() == 1


def test_the_records_are_those_of_the_command(tmp_path: Path) -> None:
    place = tmp_path / "foedus.db"
    with findable(str(place)) as ledger:
        served = reader_of(ledger).get(FINDINGS).json()["items"]
        saved = reader_of(ledger).get("/findings.jsonl").text
    ran = foedus("findings", "--format", "jsonl", cwd=tmp_path)
    assert ran.code == 0, ran.err
    told = [json.loads(line) for line in ran.out.splitlines()]
    assert {one["case"]["treaty"] for one in told if one["case"]} >= {TREATY}
    assert served == told
    assert [json.loads(line) for line in saved.splitlines()] == told
