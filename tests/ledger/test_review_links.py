"""Names that a person links to entities, and sources that depend on others."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from foedus.ledger.review.links import aliases_of, linked
from foedus.ledger.store import Ledger
from foedus.ledger.tables import dependencies
from foedus.model.errors import UsageError
from foedus.model.review import Correction, Linkable
from tests.factories import claim, document, voice
from tests.ledger.reviewing import (
    CLAIMS,
    DELIVERED,
    HANDED,
    PROMISED,
    REPORT,
    filled,
    held,
    missed,
    status,
    words,
    wrong,
)

BORLAND = Linkable("BOR", "state", "Borland")
MOSGRAD = Linkable("MOS", "organisation", "Government of Mosgrad")


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with filled(place) as ledger:
        yield ledger
        assert wrong(ledger) == []


def entities(ledger: Ledger, role: str) -> dict[str, str | None]:
    """Of each claim, whom it has first in a role."""
    return {one.id: one.fillers(role)[0].entity for one in held(ledger).values() if one.fillers(role)}


def test_a_link_reaches_every_claim_with_the_name_and_judges_none(ledger: Ledger) -> None:
    ledger.review("ben").accept(HANDED.id)
    judged = ledger.review("anna").link("BORLÁND", BORLAND, reason="the same state")
    assert judged.detail["claims"] == 2
    assert entities(ledger, "recipient") == {DELIVERED.id: "BOR", HANDED.id: "BOR", PROMISED.id: None}
    assert (status(ledger, DELIVERED.id), status(ledger, HANDED.id)) == (None, "accepted")
    now = ledger.version(DELIVERED.id)
    assert now.machine is not None
    assert now.claim.fillers("recipient")[0].text == "Borland"


def test_a_link_gives_name_and_kind_and_a_voice_its_entity(ledger: Ledger) -> None:
    report = document("“We sell tanks”, Mosgrad said.", outlet="The Vigil")
    told = claim(report, "sell", item="tanks", standing="attributed", attribution=[voice(report, "Mosgrad")])
    ledger.add([(report, [told])])
    ledger.review("anna").link("Mosgrad", MOSGRAD)
    filler = held(ledger)[PROMISED.id].fillers("supplier")[0]
    assert (filler.entity, filler.name, filler.kind, filler.text) == (
        "MOS",
        "Government of Mosgrad",
        "organisation",
        "Mosgrad",
    )
    (said,) = held(ledger)[told.id].attribution
    assert (said.entity, said.name) == ("MOS", "Mosgrad")


def test_what_is_read_later_is_linked_when_written(ledger: Ledger) -> None:
    ledger.review("anna").link("Mosgrad", MOSGRAD)
    report = document("Mosgrad delivered jets.", outlet="The Vigil")
    told = claim(report, "delivered", supplier="Mosgrad", item="jets")
    ledger.add([(report, [told])])
    assert held(ledger)[told.id].fillers("supplier")[0].entity == "MOS"
    ledger.review("anna").unlink("mosgrad")
    assert held(ledger)[told.id] == told
    assert [held(ledger)[one.id] for one in CLAIMS] == CLAIMS


def test_linked_claims_are_new_ones_only_where_a_name_is_linked(ledger: Ledger) -> None:
    ledger.review("anna").link("Mosgrad", MOSGRAD)
    with ledger._store.reading() as connection:
        names = aliases_of(connection)
    first, _, last = linked(CLAIMS, names)
    assert first is DELIVERED
    assert last.fillers("supplier")[0].entity == "MOS"
    assert linked(CLAIMS, {}) == CLAIMS


def test_unlinking_leaves_what_a_person_linked_in_one_claim(ledger: Ledger) -> None:
    desk = ledger.review("anna")
    desk.correct(HANDED.id, Correction(roles={"recipient": (words("Borland", entity="BOR"),)}))
    desk.link("Borland", BORLAND)
    desk.unlink("Borland")
    assert entities(ledger, "recipient") == {DELIVERED.id: None, HANDED.id: "BOR", PROMISED.id: None}
    assert held(ledger)[DELIVERED.id] == DELIVERED


def test_unlinking_reaches_what_was_judged_since_and_what_a_person_added(ledger: Ledger) -> None:
    desk = ledger.review("anna")
    added = desk.add(REPORT.id, missed())
    desk.link("Mosgrad", MOSGRAD)
    desk.correct(PROMISED.id, Correction(stage="offered"))
    assert set(entities(ledger, "supplier").values()) == {"ARL", "MOS"}
    desk.unlink("Mosgrad")
    now = held(ledger)
    assert added.claim is not None
    assert now[added.claim].fillers("obligor")[0] == words("Mosgrad")
    assert (now[PROMISED.id].stage, now[PROMISED.id].fillers("supplier")) == ("offered", PROMISED.fillers("supplier"))


def test_a_link_taken_back_can_be_made_again(ledger: Ledger) -> None:
    desk = ledger.review("anna")
    desk.link("Mosgrad", MOSGRAD)
    desk.unlink("Mosgrad")
    desk.undo()
    assert held(ledger)[PROMISED.id].fillers("supplier")[0].entity == "MOS"
    desk.undo()
    assert list(held(ledger).values()) == CLAIMS
    desk.link("Mosgrad", BORLAND)
    assert held(ledger)[PROMISED.id].fillers("supplier")[0].entity == "BOR"


@pytest.mark.parametrize(
    ("name", "entity", "named"),
    [
        ("mosgrad", BORLAND, "linked to MOS already"),
        ("Borland", Linkable("president", "office", "president"), "kind office"),
        ("…", BORLAND, "no letters"),
    ],
)
def test_a_link_that_cannot_be_is_one_line(ledger: Ledger, name: str, entity: Linkable, named: str) -> None:
    ledger.review("anna").link("Mosgrad", MOSGRAD)
    with pytest.raises(UsageError, match=named):
        ledger.review("anna").link(name, entity)


def test_what_is_not_linked_is_not_unlinked(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no person has linked 'Borland'"):
        ledger.review("anna").unlink("Borland")


def test_a_source_depends_on_another_with_a_reason_until_it_does_not(ledger: Ledger) -> None:
    desk = ledger.review("anna")
    judged = desk.depend("The Copyist", "The Gazette", reason="same owner")
    assert (judged.action, judged.reason, _dependent(ledger)) == (
        "depend",
        "same owner",
        [("The Copyist", "The Gazette")],
    )
    desk.independ("The Copyist", "The Gazette")
    assert _dependent(ledger) == []
    desk.undo()
    assert _dependent(ledger) == [("The Copyist", "The Gazette")]


@pytest.mark.parametrize(
    ("source", "on", "reason", "named"),
    [
        ("A", "B", "they share a desk", "already"),
        ("C", "A", "a circle", "both ways"),
        ("A", "A", "itself", "another one"),
        ("A", "C", " ", "needs a reason"),
    ],
)
def test_a_dependence_that_cannot_be_is_one_line(ledger: Ledger, source: str, on: str, reason: str, named: str) -> None:
    desk = ledger.review("anna")
    desk.depend("A", "B", reason="bought by it")
    desk.depend("B", "C", reason="bought by it")
    with pytest.raises(UsageError, match=named):
        desk.depend(source, on, reason=reason)


def test_an_independence_of_what_depends_on_nobody_is_told(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="not marked"):
        ledger.review("anna").independ("A", "B")


def _dependent(ledger: Ledger) -> list[tuple[str, str]]:
    asked = select(dependencies.c.source, dependencies.c.depends_on).where(dependencies.c.ended.is_(None))
    with ledger._store.reading() as connection:
        return [(row.source, row.depends_on) for row in connection.execute(asked)]
