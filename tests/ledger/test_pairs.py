"""Who supplies whom, all items together: as the whole network has it, and by what is asked."""

from datetime import date

from foedus.ledger.columns.pairs import Wanted
from foedus.ledger.store import Ledger
from foedus.register.network import scheme
from foedus.register.standing import LADDER
from tests.factories import claim, document
from tests.ledger.reports import reports

ALL = Wanted(plain="plain", never="denied", ladder=LADDER)


def _told(ledger: Ledger, wanted: Wanted = ALL, *, published_by: date | None = None) -> dict[tuple[str, str], int]:
    found = ledger.pairs(scheme(), wanted, most=10, published_by=published_by)
    return {(one.supplier.name, one.recipient.name): one.claims for one in found.listed}


def test_claims_and_documents_are_counted_once_however_many_items_they_name(place: str) -> None:
    told = document("Arland gave Borland tanks and jets in 2021.", source="one.txt")
    given = claim(told, "gave", supplier="ARL=Arland", recipient="BOR=Borland", item=["tanks", "jets"])
    with Ledger.open(place) as ledger:
        ledger.add([(told, [given]), *reports(0, 3)])
        found = ledger.pairs(scheme(), ALL, most=10)
    first = found.listed[0]
    assert (first.supplier.name, first.recipient.name, first.claims, first.documents) == ("Arland", "Borland", 4, 4)
    assert [one.head.name for one in first.items] == ["tanks", "jets"]
    assert first.furthest == "delivered"
    assert found.pairs == 2


def test_a_state_an_item_or_a_year_narrows(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(reports(0, 3))
        assert _told(ledger) == {("Arland", "Borland"): 3, ("Carland", "Borland"): 3}
        assert _told(ledger, ALL._replace(parties=frozenset({"CAR"}))) == {("Carland", "Borland"): 3}
        assert _told(ledger, ALL._replace(year=2021)) == {("Arland", "Borland"): 3}
        assert _told(ledger, ALL._replace(items=frozenset({"none"}))) == {}
        assert _told(ledger, published_by=date(2022, 5, 18)) == {}


def test_later_batches_lie_in_segments_of_their_own_and_count_together(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(reports(0, 3))
        assert _told(ledger)["Arland", "Borland"] == 3
        ledger.add(reports(3, 5))
        assert _told(ledger)["Arland", "Borland"] == 5
        assert ledger.pairs(scheme(), ALL, most=1, as_of=1).listed[0].claims == 3
        assert len(ledger.pairs(scheme(), ALL, most=1).listed) == 1


def test_an_empty_ledger_has_none(place: str) -> None:
    with Ledger.open(place) as ledger:
        assert ledger.pairs(scheme(), ALL, most=10).listed == ()
