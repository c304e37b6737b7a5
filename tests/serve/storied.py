"""Own-worded pages of a few stories, in a ledger that has compared them."""

from foedus.intake.comparing import Comparing
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document
from tests.factories import claim, document

TEXT = """Arland is preparing to hand four coastal radars to Borland before the winter, two defence officials told the \
Harbour Courier on Monday.

The radars would come from the stocks of the Arland navy at Port Ester, and not from the factory, because the order \
books of the maker are full until 2027, the officials said. They asked not to be named because the cabinet has not yet \
approved the transfer.

About 60 sailors from Borland are expected to begin training at a camp north of the capital on 14 October. The course \
would last five weeks, and the first crew should be back at its post on the coast in December."""
FIRST = document(TEXT, title="Radars for Borland", published="2024-06-13T06:00", outlet="Harbour Courier", source="1")
COPY = document(
    f"{TEXT}\n\nThis article is shared here with the permission of its publisher.",
    title="Radars for Borland, officials say",
    published="2024-06-13T11:10",
    outlet="Daily Meridian",
    source="2",
)
CHANGED = document(
    TEXT.replace("About 60 sailors", "About 90 sailors").replace("would come", "came"),
    title="Ninety sailors to train",
    published="2024-06-15",
    outlet="The Certain Wire",
    source="3",
)
UNDATED = document(
    f"{TEXT}\n\nRead more about the sea in our archive.", published=None, outlet="Old Harbour", source="4"
)
APART = document(
    "Corland opened a museum of lighthouses in its capital. The minister of culture cut a ribbon, and a band played.",
    title="A museum of lighthouses",
    published="2024-06-14",
    outlet="The Lamp",
    source="5",
)
STORY = f"s-{FIRST.id}"


def told(report: Document) -> list[Claim]:
    """That Arland hands radars to Borland, where the page says so."""
    if "coastal radars" not in report.text:
        return []
    return [
        claim(report, "hand", stage="intended", supplier="BLR=Arland", recipient="AZE=Borland", item="coastal radars")
    ]


def storied(place: str) -> Ledger:
    """The ledger, open; the last page came a day after the others."""
    ledger = Ledger.open(place)
    for batch in ((FIRST, COPY, CHANGED, APART), (UNDATED,)):
        ledger.add([(report, told(report)) for report in batch])
        said: list[str] = []
        assert list(Comparing(ledger, tell=said.append).all())
        assert said == []
    return ledger
