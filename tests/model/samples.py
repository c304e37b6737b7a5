"""Claims for the model's tests: a full one, and any that the contract allows."""

from typing import Any

from hypothesis import strategies as st
from msgspec import UNSET

from foedus.model.claim import (
    Attribution,
    Claim,
    Cue,
    Evidence,
    Filler,
    Money,
    Quantity,
    ReaderMark,
    When,
)
from foedus.model.document import Document
from foedus.model.vocabulary import CLAIM_TYPES, TYPES, ClaimType
from tests import factories

REPORT: Document = factories.document(
    "According to a ministry note, Arland may have delivered some 12 howitzers, worth 40 million euros, to "
    "Borland in May 2021; the rest is due by 2023.",
    title="Howitzers for Borland",
    published="2022-05-19",
    outlet="The Gazette",
    url="https://gazette.example/howitzers",
)


def full_claim() -> Claim:
    """A claim in which no field is empty."""
    text = REPORT.text

    def at(words: str) -> tuple[str, int, int]:
        start = text.index(words)
        return words, start, start + len(words)

    return factories.claim(
        REPORT,
        "delivered",
        stage="delivering",
        supplier="ARL=Arland",
        recipient="BOR=Borland",
        item="howitzers",
        quantity=Quantity(12, 10, 14.5, "piece", True, *at("some 12")),
        value=Money(40_000_000, None, None, "EUR", False, *at("40 million euros")),
        when="2021-05=in May 2021",
        due=When("../2023", *at("by 2023")),
        certainty="possible",
        standing="attributed",
        attribution=[
            Attribution("BOR", "ministry note", "document", *at("ministry note"), "According to", "note", "2022-05")
        ],
        zone="lead",
        cues=[("hedge", "may have"), ("voice", "According to")],
        alternative="a1",
        confidence=0.75,
        rule="supply",
    )


_NUMBERS = st.none() | st.integers(0, 2**53) | st.floats(0, 1e12)
_OFFSETS = {"start": st.integers(0, 10**9), "end": st.integers(0, 10**9)}


def _some(kind: type, /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A record of that kind; offsets are drawn here, since hypothesis does not know msgspec's limits."""
    placed = _OFFSETS if "start" in kind.__annotations__ else {}
    return st.builds(kind, **{**placed, **fields})


def _tuples(kind: type, least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(_some(kind), min_size=least, max_size=2).map(tuple)


def _of_type(claim_type: ClaimType) -> st.SearchStrategy[Claim]:
    spec = TYPES[claim_type]
    trigger = _some(Cue, kind=st.just("trigger"))
    return st.builds(
        Claim,
        type=st.just(claim_type),
        stage=st.sampled_from(spec.stages),
        roles=st.dictionaries(st.sampled_from(spec.roles), _tuples(Filler, 1), max_size=3),
        quantity=st.none() | _some(Quantity, value=_NUMBERS, min=_NUMBERS, max=_NUMBERS),
        value=st.none() | _some(Money, amount=st.integers(0, 2**53), min=_NUMBERS, max=_NUMBERS),
        when=st.none() | _some(When),
        due=st.none() | _some(When),
        attribution=_tuples(Attribution),
        evidence=_tuples(Evidence, 1),
        cues=st.tuples(trigger, _some(Cue)) | st.tuples(trigger),
        reader=_some(ReaderMark, confidence=st.floats(0, 1) | st.just(UNSET)),
    )


claims = st.sampled_from(CLAIM_TYPES).flatmap(_of_type)
"""Any claim whose fields are of the contract's kinds; its words need not stand in a text."""
