"""A reader of the ledger who stops early leaves nothing open behind."""

import gc
import warnings
from collections.abc import Callable, Iterator

import pytest

from foedus.ledger.store import Ledger
from tests.ledger.reports import reports

STREAMS: tuple[Callable[[Ledger], Iterator[object]], ...] = (Ledger.claims, Ledger.documents, Ledger.pages)


@pytest.mark.parametrize("stream", STREAMS, ids=["claims", "documents", "pages"])
def test_who_stops_early_leaves_nothing_open(place: str, stream: Callable[[Ledger], Iterator[object]]) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(reports(0, 600))
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            some = stream(ledger)
            next(some)
            del some
            gc.collect()
        assert [str(one.message) for one in told] == []
        assert len(list(stream(ledger))) > 1
