"""What a new document costs does not grow with the ledger."""

from collections.abc import Callable

from sqlalchemy import event

from foedus.ledger.store import Ledger
from tests.intake.telling import compare, page, put


def statements(place: str, held: int) -> int:
    """How many statements it takes to compare one new copy with as many documents, two of a story."""
    with Ledger.open(place) as ledger:
        put(ledger, [page(number // 2, number % 2, 1) for number in range(held)], batch=100)
        compare(ledger)
        put(ledger, [page(0, 2, 2)])
        asked = 0

        def count(*_: object) -> None:
            nonlocal asked
            asked += 1

        event.listen(ledger._store.engine, "before_cursor_execute", count)
        assert len(compare(ledger)) == 1
        return asked


def test_a_new_document_asks_as_little_of_a_large_ledger_as_of_a_small_one(new_place: Callable[[], str]) -> None:
    few, many = (statements(new_place(), held) for held in (20, 400))
    assert many <= few + 5, (few, many)
