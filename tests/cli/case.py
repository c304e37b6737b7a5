"""A ledger with one case of invented states, for the views that put claims together."""

from pathlib import Path

import pytest

from foedus.ledger.store import Ledger
from foedus.model.claim import Claim, Quantity, When
from foedus.model.document import Document
from tests.factories import Words, claim, document

GAZETTE = document(
    "Borland ordered 18 VT-9 tanks from Arland in 2019. Arland delivered 6 of the tanks in 2020 and 12 VT-9 in 2021. "
    "Arland stationed rockets in Carland in March 2021. Carland joined the Pact in 1994 and froze its seat in 2022.",
    outlet="The Gazette",
    published="2022-05-18",
)
HERALD = document(
    "Arland never delivered tanks, Borland says. Arland struck Carland on 17 May; 5 people died.",
    outlet="The Herald",
    published="2022-05-18",
)
STAR = document(
    "The toll of the strike on Carland: 9 people died when Arland struck on 17 May.",
    outlet="The Star",
    published="2022-05-20",
)

_STRIKE: dict[str, Words] = {"attacker": "RUS=Arland", "target": "ARM=Carland", "casualties": "people died"}
_PACT: dict[str, Words] = {"member": "ARM=Carland", "organisation": "CSTO=Pact"}
_BASING: dict[str, Words] = {"actor": "RUS=Arland", "item": "rockets", "to": "ARM=Carland"}


def _deal(item: str) -> dict[str, Words]:
    return {"supplier": "RUS=Arland", "recipient": "BLR=Borland", "item": f"t-72={item}"}


def _killed(report: Document, figure: str) -> Claim:
    start = report.text.index(f"{figure} people")
    many = Quantity(int(figure), None, None, "person", False, figure, start, start + 1)
    return claim(report, "struck", "attack", "done", quantity=many, when="2022-05-17", roles=_STRIKE)


_DUE = When("../2021", None, None, None)

ORDERED = claim(GAZETTE, "ordered", stage="ordered", quantity="18", when="2019", due=_DUE, roles=_deal("VT-9 tanks"))
SIX = claim(GAZETTE, "delivered", quantity="6", when="2020", roles=_deal("VT-9"))
TWELVE = claim(GAZETTE, "delivered 6", quantity="12", when="2021", roles=_deal("VT-9"))
DENIED = claim(HERALD, "delivered", polarity="negated", roles=_deal("tanks"))
STATIONED = claim(GAZETTE, "stationed", "deployment", "done", when="2021-03", roles=_BASING)
JOINED = claim(GAZETTE, "joined", "membership", "joined", when="1994", roles=_PACT)
FROZEN = claim(GAZETTE, "froze", "membership", "frozen", when="2022", roles=_PACT)
FIVE, NINE = _killed(HERALD, "5"), _killed(STAR, "9")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A folder with the ledger of the case."""
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add(
            [
                (GAZETTE, [ORDERED, SIX, TWELVE, STATIONED, JOINED, FROZEN]),
                (HERALD, [DENIED, FIVE]),
                (STAR, [NINE]),
            ]
        )
    return tmp_path
