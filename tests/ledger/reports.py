"""Own-worded reports with claims, enough of them to fill a batch."""

from foedus.model.claim import Claim
from foedus.model.document import Document
from tests.factories import claim, document

Read = tuple[Document, list[Claim]]


def report(number: int = 0, *, published: str | None = "2022-05-19", lang: str = "en") -> Read:
    """A report of a delivery in 2021 by Arland and an order of 2023 by Carland, both to Borland."""
    told = document(
        f"Report {number}. Arland delivered 12 tanks to Borland in 2021. Borland ordered jets from Carland in 2023.",
        published=published,
        lang=lang,
        source=f"reports/{number}.txt",
    )
    return told, [
        claim(
            told,
            "delivered",
            supplier="ARL=Arland",
            recipient="BOR=Borland",
            item="tanks",
            quantity="12",
            when="2021=2021",
            confidence=0.9,
        ),
        claim(
            told,
            "ordered",
            stage="ordered",
            supplier="CAR=Carland",
            recipient="BOR=Borland",
            item="jets",
            when="2023=2023",
            standing="unnamed",
            confidence=0.4,
        ),
    ]


def reports(first: int, last: int) -> list[Read]:
    """Reports from one number to before another."""
    return [report(number) for number in range(first, last)]
