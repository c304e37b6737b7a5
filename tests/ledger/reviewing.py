"""A report with claims to judge, and what a ledger says of itself after judgements."""

from collections.abc import Iterator

from msgspec import UNSET
from msgspec.structs import replace
from sqlalchemy import select

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.proof.verify import faults
from foedus.ledger.review.spans import false_spans
from foedus.ledger.store import Ledger
from foedus.ledger.tables import claims, documents
from foedus.model.claim import Claim, Evidence, Filler
from foedus.model.claim_json import from_json
from foedus.model.review import Addition, Correction
from tests.factories import claim, document, filler

REPORT = document(
    "Arland delivered 12 tanks and 4 guns to Borland in 2021. The tanks were handed over in spring. "
    "Mosgrad promised boats to Carland, an officer said.",
    title="Tanks for Borland",
)
DELIVERED = claim(
    REPORT,
    "delivered",
    supplier="ARL=Arland",
    recipient="Borland",
    item=["tanks", "guns"],
    quantity="12",
    when="2021=2021",
    confidence=0.9,
)
HANDED = claim(REPORT, "handed", recipient="Borland", item="tanks", confidence=0.3)
PROMISED = claim(
    REPORT, "promised", stage="intended", supplier="Mosgrad", recipient="Carland", item="boats", confidence=0.5
)
CLAIMS = [DELIVERED, HANDED, PROMISED]
EVERYTHING = ClaimFilter(review=("unreviewed", "accepted", "corrected", "rejected", "added"))


def filled(where: object) -> Ledger:
    """A ledger with the report."""
    ledger = Ledger.open(str(where))
    ledger.add([(REPORT, CLAIMS)])
    return ledger


def words(text: str, kind: str = "state", entity: str | None = None, name: str | None = None) -> Filler:
    """A filler by its words."""
    return filler(REPORT, text, kind=kind, entity=entity, name=name)  # type: ignore[arg-type]  # tests name wrong kinds too


def to_guns() -> Correction:
    """The item is the guns alone, four of them left open."""
    return Correction(roles={"item": (words("guns", "item_class"),)}, quantity=None)


def to_tanks() -> Correction:
    """The item is the tanks alone."""
    return Correction(roles={"item": (words("tanks", "item_class"),)})


def missed(trigger: str = "said", **roles: Filler) -> Addition:
    """A claim that the reader missed: somebody made a promise."""
    start = REPORT.text.index(trigger)
    sentence = REPORT.text.index("Mosgrad")
    given: dict[str, tuple[Filler, ...]] = {
        role: (one,) for role, one in (roles or {"obligor": words("Mosgrad")}).items()
    }
    told = claim(REPORT, trigger, "commitment", "pledged")
    assert told.trigger.start == start
    evidence = Evidence(sentence, len(REPORT.text), REPORT.text[sentence:])
    return Addition("commitment", "pledged", given, (evidence,), told.cues)


def uncalibrated(one: Claim) -> Claim:
    """A claim as it is where a person holds it right: without the reader's confidence."""
    return replace(one, reader=replace(one.reader, confidence=UNSET))


def held(ledger: Ledger, *, rejected: bool = False) -> dict[str, Claim]:
    """The claims that hold, by id."""
    return {one.id: one for one in ledger.claims(EVERYTHING if rejected else ClaimFilter())}


def status(ledger: Ledger, id: str) -> str | None:  # noqa: A002 - the field's own name
    """What people made of a claim."""
    return ledger.version(id).review


def wrong(ledger: Ledger) -> list[str]:
    """Everything that is wrong with a ledger: links, the chain, and records against their text."""
    asked = select(claims.c.record, claims.c.machine, documents.c.text)
    with ledger._store.reading() as connection:
        broken = list(faults(connection))
        rows = list(connection.execute(asked.join(documents, documents.c.number == claims.c.document)))
    return [*ledger.check(), *broken, *(line for row in rows for line in _false(row.text, row.record, row.machine))]


def _false(text: str, *records: str | None) -> Iterator[str]:
    for record in records:
        if record is not None:
            yield from (f"{span}" for span in false_spans(from_json(record), text))
