"""The client against a running server: records page by page, judgements, and what goes wrong in one line."""

import csv
from pathlib import Path
from typing import Any

import pytest

from foedus.client import (
    Client,
    ConflictError,
    NotAllowedError,
    NotThereError,
    RefusedError,
    UnreachableError,
    connect,
)
from foedus.ledger.store import Ledger
from foedus.model.errors import UsageError
from foedus.model.review import Addition, Correction
from foedus.serve.running import address, listen
from tests.serve.browsing import TOKEN


@pytest.fixture
def reader(site: str) -> Any:  # noqa: ANN401 - a client, as long as the test lasts
    with connect(site) as client:
        yield client


@pytest.fixture
def anna(site: str) -> Any:  # noqa: ANN401 - as above
    with connect(f"{site}/?token={TOKEN}") as client:
        yield client


def test_claims_come_page_after_page(reader: Client, ledger: Ledger) -> None:
    held = {one.id: one for one in ledger.claims()}
    found = list(reader.claims(limit=1))
    assert {one.address: one.claim for one in found} == held
    assert [one.claim.document.published for one in found] == ["2024-03-02", "2023-02-01", "2022-05-19"]
    assert [one.claim.stage for one in reader.claims(about="Belarus", type=["transfer"], from_="2022", to="2022")] == [
        "delivered"
    ]
    assert {one.id for one in reader.every_claim(lang=["fr", "ru"])} == {
        one.id for one in held.values() if one.document.lang != "en"
    }


def test_one_claim_its_history_its_document(reader: Client, ledger: Ledger) -> None:
    claim, *_ = ledger.claims()
    assert reader.claim(claim.id[:8]).claim == claim
    assert [step.action for step in reader.history(claim.id)] == ["read"]
    assert reader.document(claim.document.id) == ledger.document(claim.document.id)
    assert [one.claim for one in reader.document_claims(claim.document.id)] == [claim]
    assert f"claim {claim.id}" in reader.citation(claim.id).text
    assert reader.counts(type="transfer").counted == 2


def test_views_are_records(reader: Client) -> None:
    assert {(row.supplier.entity, row.recipient.entity) for row in reader.register(supplier="BLR")} == {("BLR", "AZE")}
    assert {row.supplier.entity for row in reader.network()} == {"BLR"}
    assert [one.what for one in reader.deal("BLR", "AZE", "name:tanks").course] == ["delivered"]
    assert [one.what for one in reader.timeline(limit=1)] == ["delivered", "ordered"]
    assert reader.entity("Беларусь").key == "BLR"
    assert reader.entities("Belarus")[0].key == "BLR"
    assert [one.document.lang for one in reader.documents()] == ["fr", "ru", "en"]
    assert [one.item.name for one in reader.positions(on="2024")] == ["tanks"]
    assert [*reader.memberships(), *reader.tolls(), *reader.contradictions()] == []


def test_the_ledger_itself(reader: Client) -> None:
    state = reader.server()
    assert (state.batch, state.role) == (2, "reader")
    assert [one.batch for one in reader.audit()] == [1, 2]
    assert reader.head().hash == list(reader.audit())[-1].hash
    assert {one.batch for one in reader.changes(since="2026-01-11")} == {2}


def test_a_file_is_saved_whole(reader: Client, tmp_path: Path) -> None:
    saved = reader.save_claims(tmp_path / "claims.csv", type="transfer")
    with saved.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 2
    assert [one.name for one in tmp_path.glob("claims*")] == ["claims.csv"]
    with pytest.raises(RefusedError, match="'gift' is no type"):
        reader.save_claims(tmp_path / "none.csv", type="gift")
    assert not list(tmp_path.glob("none*"))


def test_the_address_with_the_token_opens_the_ledger_for_writing_once(site: str, anna: Client) -> None:
    assert anna.server().name == "anna"
    with pytest.raises(NotAllowedError, match="used before"):
        connect(f"{site}/?token={TOKEN}")


def test_judging(anna: Client) -> None:
    first, second = anna.review.queue()
    verdict = anna.review.accept(first, reason="seen")
    assert anna.claim(first.address).review == "accepted"
    anna.review.undo(verdict.number)
    assert anna.claim(first.address).review is None
    anna.review.correct(second, Correction(certainty="probable"))
    assert anna.claim(second.address).claim.certainty == "probable"
    (doubtful,) = anna.review.queue(doubtful=True)
    anna.review.reject(doubtful)
    assert doubtful.address not in {one.address for one in anna.claims()}
    with pytest.raises(ConflictError, match="anna rejected it") as conflict:
        anna.review.accept(doubtful)
    assert conflict.value.status == 409


def test_adding_linking_depending(anna: Client, ledger: Ledger) -> None:
    held = next(iter(anna.claims(q="tanks"))).claim
    fields = {name: getattr(held, name) for name in Addition.__struct_fields__}
    fields |= {"type": "possession", "stage": "held", "roles": {"holder": held.fillers("recipient")}}
    added = anna.review.add(held.document.id, Addition(**fields))
    assert anna.claim(added.claim or "").review == "added"
    anna.review.link("tanks", "T-72")
    assert list(anna.claims(about="T-72"))
    anna.review.unlink("tanks")
    anna.review.depend("The Gazette", "Le Quai", reason="same owner")
    assert [one.on for one in anna.review.dependences()] == ["Le Quai"]
    anna.review.independ("The Gazette", "Le Quai")
    assert anna.review.dependences() == []
    assert {one.what for one in anna.review.agreement()} <= {"verdict", "field"}


def test_what_goes_wrong_is_told_in_one_line(reader: Client, ledger: Ledger) -> None:
    with pytest.raises(NotThereError, match="0123456789abcdef") as there:
        reader.claim("0123456789abcdef")
    assert there.value.status == 404
    with pytest.raises(RefusedError, match="no entity is named"):
        list(reader.claims(about="Nowhereland"))
    with pytest.raises(NotAllowedError, match="open the address with the token"):
        reader.review.accept(ledger.page_of_claims(limit=1).claims[0].id)


def test_where_no_server_is() -> None:
    with listen("127.0.0.1", 0) as free:
        where = address(free)
    with connect(where) as client, pytest.raises(UnreachableError, match="no answer"):
        client.server()
    with pytest.raises(UsageError, match="is no address"):
        connect("case.db")
