"""Findings are kept in versions: what says the same stays."""

from foedus.ledger.derived import Kept, Told, current, keep_findings
from foedus.ledger.store import Ledger
from foedus.ledger.tables import findings


def test_what_says_the_same_writes_nothing(place: str) -> None:
    with Ledger.open(place) as ledger:
        told = {"f1": Told('{"says": 1}', "silence"), "f2": Told('{"says": 2}', "silence")}
        with ledger._writing("derive") as writing:
            assert keep_findings(writing, told) == Kept(new=2, changed=0, gone=0)
        with ledger._writing("derive") as writing:
            assert keep_findings(writing, told) == Kept(new=0, changed=0, gone=0)
            assert not writing.anything
        with ledger._writing("derive") as writing:
            told = {"f2": Told('{"says": 2}', "breach")}
            assert keep_findings(writing, told) == Kept(new=0, changed=1, gone=1)
        with ledger._store.reading() as connection:
            assert current(connection, findings) == {"f2": '{"says": 2}'}
