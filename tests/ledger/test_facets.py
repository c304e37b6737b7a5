"""Counts of an answer, and that they say when they are not of all of it."""

from collections.abc import Iterator

import pytest

import foedus.ledger.asking.facets as counting
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.entity import Entity
from tests.ledger.reports import report


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    days = ("2022-05-19", None, "2024-01", "2022-12")
    with Ledger.open(place) as opened:
        for number, day in enumerate(days):
            opened.add([report(number, published=day, lang="fr" if number == 1 else "en")])
        opened.name_entities([Entity("BOR", "state", {"en": ("Borland",)})])
        yield opened


def _counts(ledger: Ledger, which: ClaimFilter | None = None) -> dict[str, dict[str | None, int]]:
    found = ledger.facets(which or ClaimFilter())
    return {facet: {one.value: one.count for one in values} for facet, values in found.counts.items()}


def test_every_facet_is_counted(ledger: Ledger) -> None:
    found = ledger.facets()
    assert (found.counted, found.more) == (8, False)
    counts = _counts(ledger)
    assert counts["type"] == {"transfer": 8}
    assert counts["stage"] == {"delivered": 4, "ordered": 4}
    assert counts["standing"] == {"stated": 4, "unnamed": 4}
    assert counts["review"] == {"unreviewed": 8}
    assert counts["year"] == {"2022": 4, "2024": 2, None: 2}
    assert counts["lang"] == {"en": 6, "fr": 2}
    assert counts["outlet"] == {"The Gazette": 8}
    assert counts["role supplier"] == {"ARL": 4, "CAR": 4}
    assert [(one.name, one.count) for one in found.counts["role recipient"]] == [("Borland", 8)]


def test_they_are_those_of_the_filter_and_of_the_moment(ledger: Ledger) -> None:
    assert _counts(ledger, ClaimFilter(text="jets", langs=("en",)))["stage"] == {"ordered": 3}
    assert _counts(ledger, ClaimFilter(as_of=2))["stage"] == {"delivered": 2, "ordered": 2}
    assert _counts(ledger, ClaimFilter(stages=("refused",)))["stage"] == {}
    rejected, *_ = ledger.claims(ClaimFilter(stages=("ordered",)))
    ledger.review("anna").reject(rejected.id, reason="misread")
    assert _counts(ledger)["stage"] == {"delivered": 4, "ordered": 3}


def test_an_outlet_counts_for_each_text_that_it_carried(ledger: Ledger) -> None:
    assert _counts(ledger, ClaimFilter(outlets=("The Gazette",)))["outlet"] == {"The Gazette": 8}


def test_of_very_many_the_newest_are_counted_and_it_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "COUNTED", 3)
    for few in (0, 1_000):
        monkeypatch.setattr("foedus.ledger.asking.narrowing.FEW", few)
        for which in (ClaimFilter(), ClaimFilter(about=("BOR",)), ClaimFilter(text="borland")):
            found = ledger.facets(which)
            assert (found.counted, found.more) == (3, True)
    assert not ledger.facets(ClaimFilter(as_of=1)).more


def test_the_most_frequent_come_first_and_only_so_many(ledger: Ledger) -> None:
    found = ledger.facets(ClaimFilter(), top=1)
    assert [one.value for one in found.counts["role supplier"]] == ["ARL"]
    assert [one.value for one in found.counts["year"]] == ["2022"]


def test_entities_met_are_counted_as_of_a_moment(ledger: Ledger) -> None:
    found = ledger.entities()
    assert [(one.key, one.kind, one.name, one.claims) for one in found] == [
        ("BOR", "state", "Borland", 8),
        ("ARL", "state", None, 4),
        ("CAR", "state", None, 4),
    ]
    assert [(one.name, one.claims) for one in ledger.entities(1)] == [(None, 2), (None, 1), (None, 1)]
    assert ledger.entities(0) == []
