"""Claims by month of publication: kept sums say what a count of the claims says, whatever was written meanwhile."""

from collections import Counter

from foedus.ledger.columns import month_sums
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from tests.ledger.reports import report


def _told(ledger: Ledger, which: ClaimFilter) -> dict[tuple[str, str], int]:
    return {(one.month, one.type): one.count for one in ledger.counts_by_month(which).counts}


def _counted(ledger: Ledger, which: ClaimFilter) -> dict[tuple[str, str], int]:
    dated = (one for one in ledger.claims(which) if one.document.published)
    return dict(Counter(((one.document.published or "")[:7], one.type) for one in dated))


def test_sums_follow_what_is_written(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add([report(0, published="2022-05-19"), report(1, published="2022-06-01")])
        assert _told(ledger, ClaimFilter()) == {("2022-05", "transfer"): 2, ("2022-06", "transfer"): 2}
        ledger.add([report(2, published="2022-06-30"), report(3, published=None)])
        assert _told(ledger, ClaimFilter()) == {("2022-05", "transfer"): 2, ("2022-06", "transfer"): 4}
        assert ledger.counts_by_month(ClaimFilter()).undated == 2
        assert _told(ledger, ClaimFilter(as_of=1)) == {("2022-05", "transfer"): 2, ("2022-06", "transfer"): 2}
        assert _told(ledger, ClaimFilter(types=("attack",))) == {}


def test_a_rejected_claim_and_a_withdrawn_document_count_no_more(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add([report(0), report(1)])
        assert _told(ledger, ClaimFilter()) == {("2022-05", "transfer"): 4}
        first, *_ = ledger.claims()
        ledger.review("anna").reject(first.id, reason="no such thing")
        assert _told(ledger, ClaimFilter()) == {("2022-05", "transfer"): 3}
        ledger.forget(ledger.scope(first.document.id), "asked for")
        assert _told(ledger, ClaimFilter()) == _counted(ledger, ClaimFilter())


def test_another_server_goes_on_with_the_sums_that_are_kept(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add([report(0)])
        before = _told(ledger, ClaimFilter())
        month_sums._HELD.clear()
        assert _told(ledger, ClaimFilter()) == before


def test_under_other_filters_the_claims_are_counted(place: str) -> None:
    which = ClaimFilter(roles=(("supplier", "CAR"),))
    with Ledger.open(place) as ledger:
        ledger.add([report(0), report(1, published="2022-06-01")])
        found = ledger.counts_by_month(which)
        assert _told(ledger, which) == _counted(ledger, which)
        assert (found.counted, found.more) == (2, False)
