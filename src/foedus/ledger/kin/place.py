"""A page's place in canonical order, as whole numbers that sort as it does: two of them cost a third of its text."""

from datetime import datetime
from typing import NamedTuple

_SIGN = 1 << 63


class Place(NamedTuple):
    """`at` is the moment in seconds since the year 1, `page` the document's id as a signed number of 64 bits."""

    at: int
    page: int


def place_of(order: str) -> Place:
    """The place that `MOMENT|ID` gives, the moment to the second and without a zone."""
    moment, _, document = order.partition("|")
    since = datetime.fromisoformat(moment) - datetime.min  # noqa: DTZ901 - both without a zone
    return Place(since.days * 86_400 + since.seconds, page_of(document))


def page_of(document: str) -> int:
    """A document's id as a number."""
    return int(document, 16) - _SIGN


def document_of(page: int) -> str:
    """The id again."""
    return f"{page + _SIGN:016x}"
