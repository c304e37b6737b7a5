"""Stories and findings are kept in versions: what says the same stays, what was can be asked."""

from foedus.ledger.derived import Kept, Told, current, keep_findings, keep_stories
from foedus.ledger.store import Ledger
from foedus.ledger.tables import documents, findings, stories, story_members
from tests.factories import document


def _texts(ledger: Ledger, count: int) -> list[int]:
    with ledger._writing("read") as writing:
        rows = [document(f"Report {number}.") for number in range(count)]
        return writing.add(
            documents,
            [{"id": one.id, "sha256": one.sha256, "text": one.text, "characters": len(one.text)} for one in rows],
        )


def test_a_story_that_gains_a_member_is_a_new_version_and_the_old_one_can_be_asked(place: str) -> None:
    with Ledger.open(place) as ledger:
        first, second, third = _texts(ledger, 3)
        with ledger._writing("derive") as writing:
            told = {"a": Told('["1"]', documents=[first]), "b": Told('["3"]', documents=[third])}
            assert keep_stories(writing, told) == Kept(new=2, changed=0, gone=0)
            before = writing.batch
        with ledger._writing("derive") as writing:
            told = {"a": Told('["1","2"]', documents=[second, first, first]), "b": told["b"]}
            assert keep_stories(writing, told) == Kept(new=0, changed=1, gone=0)
        with ledger._store.reading() as connection:
            assert current(connection, stories) == {"a": '["1","2"]', "b": '["3"]'}
            assert current(connection, stories, as_of=before) == {"a": '["1"]', "b": '["3"]'}
            rows = connection.execute(story_members.select().order_by(*story_members.c)).all()
            assert [tuple(row) for row in rows] == [(1, first), (2, third), (3, first), (3, second)]


def test_what_says_the_same_writes_nothing(place: str) -> None:
    with Ledger.open(place) as ledger:
        told = {"f1": Told('{"says": 1}', rule="silence"), "f2": Told('{"says": 2}', rule="silence")}
        with ledger._writing("derive") as writing:
            assert keep_findings(writing, told) == Kept(new=2, changed=0, gone=0)
        with ledger._writing("derive") as writing:
            assert keep_findings(writing, told) == Kept(new=0, changed=0, gone=0)
            assert not writing.anything
        with ledger._writing("derive") as writing:
            told = {"f2": Told('{"says": 2}', rule="breach")}
            assert keep_findings(writing, told) == Kept(new=0, changed=1, gone=1)
        with ledger._store.reading() as connection:
            assert current(connection, findings) == {"f2": '{"says": 2}'}
