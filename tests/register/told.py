"""Claims of one deal, told in a text of their own, for tests of what a register says of them."""

from msgspec.structs import replace

from foedus.model.claim import Claim, Quantity
from foedus.model.document import Document
from foedus.model.entity import Entity
from foedus.model.row import RegisterRow
from foedus.model.vocabulary import CueKind
from foedus.register.known import Known, nobody
from foedus.register.rows import register_rows
from tests.factories import claim, document

SURE = 0.8
"""The level of these tests; their claims bear no confidence."""

HEADS = {"supplier": "ARL=Arland", "recipient": "BOR=Borland", "item": "vt-9=VT-9"}

_ENTITIES = {
    "ARL": Entity("ARL", "state"),
    "BOR": Entity("BOR", "state"),
    "CAR": Entity("CAR", "state"),
    "vt-9": Entity("vt-9", "system", sub="main battle tank", category="armoured-vehicle", makers=("ARL",)),
    "vt-9b": Entity("vt-9b", "system", family="vt-9"),
    "tank": Entity("tank", "item_class", names={"en": ("tank",)}, category="armoured-vehicle", broader="arms"),
    "borland-works": Entity("borland-works", "company", state="BOR"),
    "arland-arms": Entity("arland-arms", "company", state="ARL"),
    "bortown": Entity("bortown", "place", state="BOR"),
}


def known(key: str) -> Entity | None:
    """A gazetteer of these tests."""
    return _ENTITIES.get(key)


def paper(outlet: str, published: str | None = "2022-05-19") -> Document:
    """A page of an outlet with the words that the claims of these tests need; no two are the same text."""
    return document(
        f"{outlet} looks back. Arland and Borland signed for VT-9 tanks. Arland delivered VT-9 tanks to Borland. "
        "A second delivery of VT-9 tanks from Arland reached Borland. The third batch of VT-9 tanks left Arland for "
        "Borland. Borland makes the VT-9 at Bortown with Arland Arms. About a dozen were meant.",
        outlet=outlet,
        published=published,
    )


def many(report: Document, low: float | None, high: float | None = None, *, about: bool = False) -> Quantity:
    """A number of pieces; with two arguments bounds."""
    start = report.text.index("a dozen")
    exact = Quantity(low, None, None, "piece", about, "a dozen", start, start + 7)
    return exact if high is None else replace(exact, value=None, min=low, max=high)


def at_least(report: Document, low: float) -> Quantity:
    """An open number."""
    return replace(many(report, 1), value=None, min=low)


def tell(
    report: Document,
    stage: str = "delivered",
    number: float | Quantity | None = None,
    when: str | None = None,
    trigger: str | None = None,
    **changed: object,
) -> Claim:
    """A claim of VT-9 from Arland to Borland on a page, with some fields changed."""
    words = trigger or {"ordered": "signed", "delivering": "third batch"}.get(stage, "delivered")
    quantity = many(report, number) if isinstance(number, int | float) else number
    cues: list[tuple[CueKind, str]] = [("batch", "batch")] if "batch" in words else []
    one = claim(report, words, stage=stage, when=when, quantity=quantity, roles=HEADS, cues=cues)
    return replace(one, **changed)


def only(*claims: Claim, entities: Known = nobody) -> RegisterRow:
    """The one row of these claims, which is the same in whatever order they come."""
    (row,) = register_rows(claims, sure=SURE, known=entities)
    assert register_rows(reversed(claims), sure=SURE, known=entities) == [row]
    return row
