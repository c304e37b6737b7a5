"""All findings of a ledger, kept up while it grows: as they are found by who begins anew."""

from collections.abc import Iterable, Iterator

import pytest

from foedus.gazetteer.entities import Entities
from foedus.judge.origins import origins
from foedus.judge.rules.files import load_rules
from foedus.judge.said import OriginOf
from foedus.judge.sitting import Books, Sitting, sit
from foedus.judge.treaties.files import load
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.errors import DataError
from foedus.model.finding import Finding
from foedus.serve.finding import sittings as place_of_sittings
from foedus.serve.finding.sittings import Sittings
from foedus.serve.settings import Settings
from tests.serve.judged import answer, attack, reproach, request
from tests.serve.told import ledger_of


class Counted(Sitting):
    """Counts how often one is begun, and can fail."""

    begun = 0
    fails = False

    def __init__(self, claims: Iterable[Claim], books: Books, origin: OriginOf) -> None:
        super().__init__(claims, books, origin)
        Counted.begun += 1

    def follow(self, claims: Iterable[Claim], origin: OriginOf) -> None:
        super().follow(claims, origin)
        if Counted.fails:
            raise DataError("a rule takes too long")


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with ledger_of(place, [attack(), request()], [reproach()], [answer()]) as opened:
        yield opened


@pytest.fixture
def sittings(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> Sittings:
    monkeypatch.setattr(place_of_sittings, "Sitting", Counted)
    monkeypatch.setattr(Counted, "begun", 0)
    monkeypatch.setattr(Counted, "fails", False)
    return Sittings(ledger, Entities.load(), Settings())


def _anew(ledger: Ledger, batch: int) -> list[Finding]:
    entities = Entities.load()
    claims = list(ledger.claims(ClaimFilter(as_of=batch)))
    return sit(
        claims,
        Books(load(entities), load_rules(), entities),
        origins(ledger.edges({one.document.id for one in claims}, batch)),
    )


def test_a_batch_that_comes_in_is_followed(ledger: Ledger, sittings: Sittings) -> None:
    for batch in (1, 2, 3, 1):
        found = sittings.found(ClaimFilter(as_of=batch))
        assert list(found) == _anew(ledger, batch)
        assert found
    assert Counted.begun == 1


def test_of_a_fault_nothing_is_kept(ledger: Ledger, sittings: Sittings, monkeypatch: pytest.MonkeyPatch) -> None:
    sittings.found(ClaimFilter(as_of=1))
    monkeypatch.setattr(Counted, "fails", True)
    with pytest.raises(DataError):
        sittings.found(ClaimFilter(as_of=2))
    assert list(sittings.found(ClaimFilter(as_of=2))) == _anew(ledger, 2)
    assert Counted.begun == 2


def test_surer_claims_alone_are_asked_beside_it(ledger: Ledger, sittings: Sittings) -> None:
    whole = sittings.found(ClaimFilter(as_of=3))
    assert len(sittings.found(ClaimFilter(as_of=3, min_confidence=1.0))) <= len(whole)
    assert list(sittings.found(ClaimFilter(as_of=3))) == list(whole) == _anew(ledger, 3)
    assert Counted.begun == 1
