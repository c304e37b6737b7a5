"""One case of invented states, told by three outlets, for the page and for the commands that put claims together."""

from foedus.model.claim import Claim, Quantity, When
from foedus.model.document import Document
from tests.factories import Words, claim, document

GAZETTE = document(
    "Borland ordered 18 VT-9 tanks from Arland in 2019, due by the end of 2021. Arland delivered 6 of them in 2020 and "
    "12 VT-9 in 2021. Borland assembles some of them itself with Arland. Arland stationed rockets in Carland in "
    "March 2021 and withdrew them in June 2022. Carland joined the Pact in 1994 and froze its seat in 2022.",
    outlet="The Gazette",
    published="2022-07-18",
)
HERALD = document(
    "Arland never delivered a VT-9, Borland says. Arland is rumoured to have sold Borland about 30 guns. Arland struck "
    "Carland on 17 May; 5 people died.",
    outlet="The Herald",
    published="2022-05-18",
)
STAR = document(
    "The toll of the strike on Carland: 9 people died when Arland struck on 17 May. About 400 people fled Carland.",
    outlet="The Star",
    published="2022-05-20",
)

_STRIKE: dict[str, Words] = {"attacker": "RUS=Arland", "target": "ARM=Carland", "casualties": "people died"}
_PACT: dict[str, Words] = {"member": "ARM=Carland", "organisation": "CSTO=Pact"}
_BASING: dict[str, Words] = {"actor": "RUS=Arland", "item": "rockets", "to": "ARM=Carland"}


def _deal(item: str, key: str = "t-72") -> dict[str, Words]:
    return {"supplier": "RUS=Arland", "recipient": "BLR=Borland", "item": f"{key}={item}"}


def _many(report: Document, figure: str, what: str, unit: str, *, about: bool = False) -> Quantity:
    start = report.text.index(f"{figure} {what}")
    return Quantity(int(figure), None, None, unit, about, figure, start, start + len(figure))


def _killed(report: Document, figure: str) -> Claim:
    many = _many(report, figure, "people", "person")
    return claim(report, "struck", "attack", "done", quantity=many, when="2022-05-17", roles=_STRIKE)


_DUE = When("../2021-12-31", None, None, None)
_MADE: dict[str, Words] = {"producer": "BLR=Borland", "partner": "RUS=Arland", "item": "t-72=VT-9"}
_FLED: dict[str, Words] = {"people": "people", "from": "ARM=Carland"}

ORDERED = claim(GAZETTE, "ordered", stage="ordered", quantity="18", when="2019", due=_DUE, roles=_deal("VT-9"))
SIX = claim(GAZETTE, "delivered", quantity="6", when="2020", roles=_deal("VT-9"))
TWELVE = claim(GAZETTE, "delivered 6", quantity="12", when="2021", roles=_deal("VT-9"))
MADE = claim(GAZETTE, "assembles", "production", "ongoing", roles=_MADE)
STATIONED = claim(GAZETTE, "stationed", "deployment", "done", when="2021-03", roles=_BASING)
WITHDREW = claim(GAZETTE, "withdrew", "deployment", "withdrawn", when="2022-06", roles=_BASING)
JOINED = claim(GAZETTE, "joined", "membership", "joined", when="1994", roles=_PACT)
FROZEN = claim(GAZETTE, "froze", "membership", "frozen", when="2022", roles=_PACT)
DENIED = claim(HERALD, "delivered", polarity="negated", roles=_deal("VT-9"))
RUMOUR = claim(
    HERALD,
    "sold",
    stage="ordered",
    standing="rumoured",
    certainty="possible",
    quantity=_many(HERALD, "30", "guns", "piece", about=True),
    roles=_deal("guns", "d-30"),
)
FIVE, NINE = _killed(HERALD, "5"), _killed(STAR, "9")
FLED = claim(
    STAR,
    "fled",
    "displacement",
    "done",
    quantity=_many(STAR, "400", "people", "person", about=True),
    roles=_FLED,
)

CASE: list[tuple[Document, list[Claim]]] = [
    (GAZETTE, [ORDERED, SIX, TWELVE, MADE, STATIONED, WITHDREW, JOINED, FROZEN]),
    (HERALD, [DENIED, RUMOUR, FIVE]),
    (STAR, [NINE, FLED]),
]
"""The pages with their claims."""
CLAIMS = [one for _, claims in CASE for one in claims]
