"""Stories go where the ledger goes: into backups and back, and not where a document is withdrawn."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import func, select

from foedus.ledger import guards
from foedus.ledger.copies.restore import restore
from foedus.ledger.kin.place import place_of
from foedus.ledger.store import Ledger
from foedus.ledger.tables import documents, edges
from foedus.ledger.tables.candidates import kin_keys, kin_pages
from tests.intake.telling import compare, kept, page, put

ALL = [page(story, place, place + 1) for story in range(2) for place in range(3)]


def test_a_backup_holds_the_stories_and_has_nothing_to_compare(new_place: Callable[[], str], tmp_path: Path) -> None:
    with Ledger.open(new_place()) as ledger:
        put(ledger, ALL)
        compare(ledger)
        ledger.backup(tmp_path / "backup.db")
        ledger.backup(tmp_path / "shared.db", texts=False)
        stories = kept(ledger)
    back = new_place()
    restore(tmp_path / "backup.db", back)
    with Ledger.open(back) as ledger:
        assert kept(ledger) == stories
        assert compare(ledger) == []
        put(ledger, [page(0, 3, 4)])
        assert len(compare(ledger)) == 1
        assert sorted(map(len, kept(ledger).values())) == [3, 4]
    with Ledger.open(tmp_path / "shared.db") as ledger:
        assert kept(ledger) == stories
        assert compare(ledger) == []
        with ledger._store.reading() as connection:
            assert connection.scalar(select(func.count()).select_from(kin_keys)) == 0, "keys tell what a text says"


def test_a_withdrawn_document_leaves_no_key_and_no_record_of_an_edge(place: str) -> None:
    with Ledger.open(place) as ledger:
        put(ledger, ALL)
        compare(ledger)
        gone = ALL[0]
        ledger.forget(ledger.scope(gone.id), "asked by its publisher")
        with ledger._store.reading() as connection:
            number = connection.scalar(select(documents.c.number).where(documents.c.id == gone.id))
            own = place_of(f"2024-03-01T00:00:00|{gone.id}").page
            assert connection.execute(select(kin_keys).where(kin_keys.c.page == own)).all() == []
            assert connection.execute(select(kin_pages).where(kin_pages.c.document == number)).all() == []
            told = (edges.c.earlier == gone.id) | (edges.c.document == number)
            held = connection.execute(select(edges.c.sealed, edges.c.ended).where(told)).all()
        assert held
        assert all(sealed is None and ended is not None for sealed, ended in held)
        assert list(ledger.check()) == []
        assert list(ledger.verify()) == []
        compare(ledger)
        assert sorted(map(len, kept(ledger).values())) == [2, 3]
        assert list(ledger.verify()) == []


def test_an_edge_that_was_changed_past_the_guards_is_found(place: str) -> None:
    with Ledger.open(place) as ledger:
        put(ledger, ALL)
        compare(ledger)
        with ledger._store.writing() as connection:
            for statement in guards.removals(connection.dialect.name):
                connection.exec_driver_sql(statement)
            first = edges.c.number == 1
            connection.execute(edges.update().where(first).values(sealed=edges.c.sealed.concat(" ")))
        [told] = ledger.verify()
        assert told.startswith("the edge 1 of document ")
        assert told.endswith("is not the one that was hashed")
