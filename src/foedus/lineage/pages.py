"""A page: a stored document with its claims, as lineage looks at it, and its place in the canonical order."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from foedus.lineage.published import day_range, moment
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.model.edtf import Edtf

UNKNOWN = "9999-12-31T23:59:59"
"""Stands in the canonical order for a moment that nobody knows: such pages come last."""

ZONES = timedelta(days=1)
"""Where a page was published it may be tomorrow already: a date one day ahead is no date in the future."""


class Card(NamedTuple):
    """What the canonical order and a story's figures need of a page.

    `day` is that of the first moment, None where no date can be used; `size` are the code points of the stored text.
    """

    order: str
    id: str
    lang: str
    day: str | None
    size: int
    outlet: str | None
    url: str | None


class Page:
    """A document and its claims, immutable; `received` is the day on which it was read, None where unknown.

    What finders work out of a page they may keep in `memo`, under their own names; it is never stored.
    """

    def __init__(self, document: Document, claims: Iterable[Claim] = (), received: date | None = None) -> None:
        self.document = document
        self.claims = tuple(claims)
        self.received = received
        self.memo: dict[str, object] = {}

    def __repr__(self) -> str:
        return f"Page({self.id}, {self.document.lang}, {self.document.published or 'undated'})"

    @property
    def id(self) -> str:
        """The document's."""
        return self.document.id

    @property
    def lang(self) -> str:
        """The document's, ISO 639-1."""
        return self.document.lang

    @property
    def text(self) -> str:
        """The stored text."""
        return self.document.text

    @cached_property
    def when(self) -> Edtf | None:
        """The date of publication as bounds in days; None where there is none that can be used."""
        known = day_range(self.document.published)
        if known is None or known.earliest is None or self._is_ahead(known.earliest):
            return None
        return known

    @cached_property
    def moment(self) -> datetime | None:
        """The moment of publication in UTC, where the page gives more than a day that can be used."""
        return moment(self.document.published) if self.when else None

    @cached_property
    def undated(self) -> str | None:
        """Why the page has no date that can be used; None where it has one."""
        if self.when is not None:
            return None
        published = self.document.published
        if published is None:
            return "no date of publication"
        known = day_range(published)
        if known is None:
            return f"date {published!r} cannot be read"
        if known.earliest is None:
            return f"date {published!r} has no beginning"
        return f"date {published} lies after the day of reading, {self.received}"

    @cached_property
    def order(self) -> str:
        """Sorts pages canonically, as text: first moment of publication, unknown last, then the id."""
        if self.when is None or self.when.earliest is None:
            return f"{UNKNOWN}|{self.id}"
        first = self.moment or datetime.combine(self.when.earliest, datetime.min.time())
        return f"{first.isoformat(timespec='seconds')}|{self.id}"

    @cached_property
    def card(self) -> Card:
        """The page without its words."""
        day = self.when.earliest.isoformat() if self.when and self.when.earliest else None
        return Card(self.order, self.id, self.lang, day, len(self.text), self.document.outlet, self.document.url)

    def _is_ahead(self, day: date) -> bool:
        return self.received is not None and day > self.received + ZONES


def came_before(first: Page, second: Page) -> bool | None:
    """Whether the dates say that the first is earlier (True) or later (False); None where they do not tell."""
    if first.moment and second.moment:
        return None if first.moment == second.moment else first.moment < second.moment
    if not first.when or not second.when:
        return None
    if first.when.latest and second.when.earliest and first.when.latest < second.when.earliest:
        return True
    if second.when.latest and first.when.earliest and second.when.latest < first.when.earliest:
        return False
    return None


def dated(page: Page) -> str:
    """A page's date for reasons: `2024-06-13`, `undated (no date of publication)`."""
    return page.document.published or "" if page.when else f"undated ({page.undated})"
