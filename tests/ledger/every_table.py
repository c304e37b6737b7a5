"""A small ledger that has rows in every table: read twice, judged, linked, corrected, one document withdrawn."""

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from foedus.ledger.create_search import index_documents
from foedus.ledger.kin.edges import row
from foedus.ledger.records import document_values, page_values
from foedus.ledger.store import Ledger
from foedus.ledger.tables import (
    aliases,
    dependencies,
    documents,
    edges,
    entities,
    entity_names,
    outlets,
    pages,
    reads,
    redirects,
    reviews,
    stories,
    story_members,
)
from foedus.ledger.withdrawal.forget import forget
from foedus.ledger.writing.transaction import Writing
from foedus.ledger.writing.versions import Version, end, put
from foedus.model.claim_json import to_json
from foedus.model.story import CopyEdge, story_id
from tests.factories import claim, document, voice
from tests.ledger.reports import Read

WITHDRAWN = 4
"""The number of the document that is withdrawn."""
START = datetime(2024, 5, 1, 12, tzinfo=UTC)


def fill(place: str) -> list[Read]:
    """Make the ledger; the reports that went in, numbered from 1 on."""
    told = [_told(number) for number in range(1, 7)]
    ticks = iter(range(1_000))
    with Ledger.open(place, clock=lambda: START + timedelta(hours=next(ticks))) as ledger:
        with ledger._writing("read", command="read reports", reader="rules/1") as writing:
            writing.add(outlets, [{"name": "The Gazette"}])
            writing.add(entities, [{"key": "ARL", "kind": "state", "name": "Arland"}])
            names = {"entity": "ARL", "lang": "en", "folded": "arland", "name": "Arland"}
            writing.add(entity_names, [names])
            add(writing, told[:3])
        with ledger._writing("read", command=f"read reports/{WITHDRAWN}.txt", reader="rules/1") as writing:
            add(writing, told[3:])
        with ledger._writing("review", actor="R. Reader") as writing:
            judge(writing, told)
        with ledger._writing("read", actor="R. Reader") as writing:
            writing.end(pages, {2: 2})
            page = page_values(replace(told[1][0], published="2022-06-01"))
            writing.add(pages, [{**page, "document": 2, "page": 1}])
        with ledger._writing("derive") as writing:
            tie(writing, told)
        with ledger._writing("forget", actor="R. Reader", command="forget") as writing:
            forget(writing, [WITHDRAWN], reason="asked by its publisher", actor="R. Reader")
        with ledger._writing("review", actor="S. Second") as writing:
            writing.end(aliases, {1: None})
    return told


def add(writing: Writing, told: list[Read]) -> None:
    """Texts, their pages, who read them, and what they claim."""
    for text, found in told:
        (number,) = writing.add(documents, [document_values(text)])
        index_documents(writing, [(number, text.text)])
        writing.add(pages, [{**page_values(text), "document": number, "page": 1}])
        put(writing, [Version(one, 0, number) for one in found])
        writing.add(reads, [{"document": number, "reader": "rules", "version": "1", "claims": len(found)}])


def judge(writing: Writing, told: list[Read]) -> None:
    """A claim of a document that stays and of one that goes are corrected; a name is linked, a source depends."""
    for number, reading in ((1, 1), (WITHDRAWN, 2 * WITHDRAWN - 1)):
        found = told[number - 1][1][0]
        end(writing, {reading: number})
        doubted = replace(found, certainty="probable")
        (after,) = put(writing, [Version(doubted, 0, number, "reader", "corrected", to_json(found).decode())])
        judged = {"claim": found.id, "twin": 0, "before": reading, "after": after, "reviewer": "R. Reader"}
        detail = '{"certainty":"probable","words":"delivered 12 tanks"}'
        reason = f"report {number} is not so sure"
        writing.add(reviews, [{**judged, "action": "correct", "document": number, "reason": reason, "detail": detail}])
    link = {"name": "Borland", "entity": "BOR", "kind": "state", "reason": "the same"}
    writing.add(aliases, [{**link, "folded": folded} for folded in ("borland", "the borlands")])
    writing.add(dependencies, [{"source": "The Gazette", "depends_on": "ARL", "reason": "its paper"}])
    moved = {"claim": told[4][1][0].id, "twin": 0, "to_claim": told[4][1][1].id, "to_twin": 0}
    writing.add(redirects, [moved])


def tie(writing: Writing, told: list[Read]) -> None:
    """A story of three documents, of which one goes; edges that lead to it, from it, and past it."""
    ids = [text.id for text, _ in told]
    both = [
        {"document": place + 1, **row(CopyEdge(ids[earlier], ids[place], "copy", 0.9, True, f"told by Quorn{earlier}"))}
        for earlier, place in ((0, WITHDRAWN - 1), (WITHDRAWN - 1, 4), (0, 4), (1, 2))
    ]
    cited = CopyEdge("outlet:The Courier", ids[0], "citation", 0.2, True, "it says so")
    writing.add(edges, [{"document": 1, **row(cited)}, *both])
    kept = {"story": 1, "pages": 3, "origins": 1, "langs": '{"en":3}', "first_day": "2022-05-19"}
    writing.add(stories, [{**kept, "id": story_id(ids[0]), "last_day": "2022-06-01"}])
    writing.add(story_members, [{"story": 1, "document": number} for number in (1, WITHDRAWN, 5)])


def _told(number: int) -> Read:
    one = document(
        f"Minister Quorn{number} said Arland delivered 12 tanks to Borland in 2021. Borland ordered jets from Carland.",
        title=f"Deal {number}",
        url=f"https://gazette.example/{number}",
        source=f"reports/{number}.txt",
    )
    quorn = [voice(one, f"Quorn{number}")]
    roles = {"supplier": "ARL=Arland", "recipient": "BOR=Borland", "item": "tanks"}
    delivered = claim(one, "delivered", roles=roles, quantity="12", when="2021=2021", attribution=quorn, confidence=0.9)
    ordered = claim(one, "ordered", stage="ordered", supplier="CAR=Carland", recipient="BOR=Borland", item="jets")
    return one, [delivered, ordered]
