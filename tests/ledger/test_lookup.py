"""Ids by their beginning: one, none or several."""

import re
from collections.abc import Iterator
from itertools import count

import pytest
from sqlalchemy import select

from foedus.ledger.store import Ledger
from foedus.ledger.tables import claims
from foedus.ledger.tables.claims import SHELF_BITS
from foedus.model.errors import LedgerError
from tests.ledger.reports import Read, report, reports


def _pair() -> tuple[Read, Read]:
    """Two reports whose ids begin alike."""
    first = report(0)
    return first, next(other for n in count(1) if (other := report(n))[0].id[:2] == first[0].id[:2])


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        opened.add(_pair())
        yield opened


def test_the_beginning_of_an_id_is_enough(ledger: Ledger) -> None:
    (first, found), (second, _) = _pair()
    alike = next(n for n, (a, b) in enumerate(zip(first.id, second.id, strict=True)) if a != b)
    for given in (first.id, first.sha256, first.id[: alike + 1], f" {first.id[:10].upper()} "):
        assert ledger.document(given) == first
    assert ledger.claim(found[1].id[:12]) == found[1]


def test_several_documents_are_listed(ledger: Ledger) -> None:
    (first, _), (second, _) = _pair()
    with pytest.raises(LedgerError, match=f"several documents begin with {first.id[:2]}, give more digits: ") as raised:
        ledger.document(first.id[:2])
    assert first.id in str(raised.value)
    assert f"{second.id} “Report" in str(raised.value)
    assert "(The Gazette, 2022-05-19)" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_no_document_names_the_nearest(ledger: Ledger) -> None:
    (first, _), _ = _pair()
    wrong = first.id[:6] + ("0" if first.id[6] != "0" else "1")
    with pytest.raises(LedgerError, match=f"holds no document {wrong}; nearest: {first.id} "):
        ledger.document(wrong)


def test_no_claim_names_the_nearest_and_several_are_told_apart(ledger: Ledger) -> None:
    (first, (delivery, _)), _ = _pair()
    wrong = delivery.id[:8] + ("0" if delivery.id[8] != "0" else "1")
    with pytest.raises(LedgerError, match=f"nearest: {delivery.id} transfer delivered “delivered” in {first.id}"):
        ledger.claim(wrong)
    ledger.add(reports(1000, 1040))
    with pytest.raises(LedgerError, match=rf"several claims begin with {delivery.id[0]}, give more digits: "):
        ledger.claim(delivery.id[0])


def test_claims_are_found_on_every_shelf_of_the_index(ledger: Ledger) -> None:
    first, *_ = ledger.claims()
    with ledger._store.writing() as connection:
        row = connection.execute(select(claims).where(claims.c.id == first.id)).mappings().one()
        connection.execute(claims.insert(), {**row, "reading": 3 << SHELF_BITS, "id": "0" * 16})
    ledger.add(reports(1000, 1040))
    for _, found in (*_pair(), *reports(1000, 1040)):
        for claim in found:
            assert ledger.claim(claim.id) == ledger.claim(claim.id[:12]) == claim
            assert ledger.version(claim.id).claim == claim
    begun = sorted({claim.id for claim in ledger.claims() if claim.id[0] == first.id[0]})[:5]
    with pytest.raises(LedgerError, match="several claims begin with") as raised:
        ledger.claim(first.id[0])
    assert re.findall(r"[:;] ([0-9a-f]{16}) ", str(raised.value)) == begun


def test_what_cannot_be_an_id_is_told(ledger: Ledger) -> None:
    for given in ("", "xyz", "12%", "1" * 65):
        with pytest.raises(LedgerError, match="is no document id: an id has the digits 0–9 and a–f"):
            ledger.document(given)


def test_an_empty_ledger_says_where_to_look(place: str) -> None:
    with (
        Ledger.open(place) as ledger,
        pytest.raises(LedgerError, match="holds no claim abc; `foedus cl"),
    ):
        ledger.claim("abc")


def test_the_whole_hash_names_a_document_and_a_wrong_one_none(ledger: Ledger) -> None:
    (first, _), _ = _pair()
    assert ledger.document(first.sha256[:40]) == first
    wrong = first.sha256[:-1] + ("0" if first.sha256[-1] != "0" else "1")
    with pytest.raises(LedgerError, match=f"holds no document {wrong}; nearest: {first.id} "):
        ledger.document(wrong)


def test_a_withdrawn_document_and_its_claims_are_told_of(ledger: Ledger) -> None:
    (first, (delivery, _)), _ = _pair()
    ledger.forget(ledger.scope(first.id), "its author asked")
    with pytest.raises(LedgerError, match=f"document {first.id} was withdrawn: its author asked"):
        ledger.document(first.id)
    with pytest.raises(LedgerError, match=f"claim {delivery.id} was withdrawn with its document"):
        ledger.claim(delivery.id)
