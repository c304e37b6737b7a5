"""A write is one batch and one link of the chain, in both stores the same, or it leaves no trace."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from foedus.ledger.proof.chain import content_digest, entry_digest, link, row_digest
from foedus.ledger.store import Ledger
from foedus.ledger.tables import aliases, audit, batches, dependencies, entries

DAY = datetime(2024, 5, 1, 12, tzinfo=UTC)
ALIAS = {"name": "Borland", "folded": "borland", "entity": "BOR", "kind": "state"}


def test_batches_are_numbered_and_each_links_to_the_one_before(place: str) -> None:
    with Ledger.open(place, clock=lambda: DAY) as ledger:
        for name in ("Borland", "Arland"):
            with ledger._writing("review", actor="R. Reader", command="link") as writing:
                assert writing.add(aliases, [{**ALIAS, "folded": name}]) == [writing.batch]
        with ledger._store.reading() as connection:
            rows = connection.execute(select(batches).order_by(batches.c.number)).all()
            links = connection.execute(select(audit).order_by(audit.c.batch)).all()
    assert [(row.number, row.at, row.action, row.actor) for row in rows] == [
        (1, "2024-05-01T12:00:00.000000Z", "review", "R. Reader"),
        (2, "2024-05-01T12:00:00.000000Z", "review", "R. Reader"),
    ]
    assert links[1].previous == links[0].hash != links[0].previous
    assert [tuple(one) for one in links] == [
        tuple(link(tuple(row), one.content, one.previous)) for row, one in zip(rows, links, strict=True)
    ]


def test_an_entry_covers_what_was_added_and_what_ended(place: str) -> None:
    with Ledger.open(place) as ledger:
        with ledger._writing("review") as writing:
            (number,) = writing.add(aliases, [ALIAS])
        with ledger._writing("review") as writing:
            writing.end(aliases, {number: None})
        with ledger._store.reading() as connection:
            told = connection.execute(select(entries).order_by(entries.c.batch)).all()
            contents = list(connection.scalars(select(audit.c.content).order_by(audit.c.batch)))
    row = (number, "Borland", "borland", "BOR", "state", None, 1)
    assert told[0].digest == entry_digest([row_digest("aliases", row)])
    assert contents == [content_digest([(one.document, one.digest)]) for one in told]


def test_an_error_or_nothing_written_leaves_no_trace(place: str) -> None:
    with Ledger.open(place) as ledger:
        with pytest.raises(ZeroDivisionError), ledger._writing("review") as writing:
            writing.add(aliases, [ALIAS])
            _ = 1 // 0
        with ledger._writing("review"):
            pass
        with ledger._store.reading() as connection:
            assert [connection.execute(table.select()).all() for table in (batches, aliases, audit)] == [[], [], []]


def test_the_ledgers_time_never_runs_backwards(place: str) -> None:
    moments = iter([DAY, DAY, DAY - timedelta(days=1)])
    with Ledger.open(place, clock=lambda: next(moments)) as ledger:
        for name in ("Arland", "Borland"):
            with ledger._writing("review") as writing:
                writing.add(aliases, [{**ALIAS, "folded": name}])
        with ledger._store.reading() as connection:
            assert len(set(connection.scalars(select(batches.c.at)))) == 1


def test_what_ends_with_its_own_batch_is_refused(place: str) -> None:
    with Ledger.open(place) as ledger, pytest.raises(Exception, match="ended"), ledger._writing("review") as writing:
        (number,) = writing.add(dependencies, [{"source": "A", "depends_on": "B", "reason": "its supplier"}])
        writing.end(dependencies, {number: None})


def test_records_are_hashed_in_their_places() -> None:
    made = [
        row_digest("claims", (1, 2), records)
        for records in (("ab", "c"), ("a", "bc"), (None, "abc"), ("abc", None), ("", "abc"), ("abc", ""))
    ]
    assert len(set(made)) == len(made)
    assert row_digest("claims", (1, 2), ("ab", b"\xc3\xa9")) == row_digest("claims", (1, 2), ("ab", "é"))
