"""Whether what a claim tells had come about by a day, as far as its dates say."""

from datetime import date
from typing import Literal, NamedTuple

from foedus.model.claim import Claim
from foedus.model.edtf import Edtf, parse
from foedus.register.dates import happened, published

Reached = Literal["yes", "maybe", "no"]


class Moment(NamedTuple):
    """The days between which it came about (None is open), until when the text tells of it, and what dates it.

    `by_page` is True where only the page has a date: then it is known from that day on, and nothing is said before.
    """

    first: date | None
    last: date | None
    until: date | None
    edtf: str | None
    by_page: bool

    def reached(self, on: date) -> Reached:
        """Whether it had come about by the end of that day."""
        if self.first is not None and on < self.first:
            return "no"
        if self.last is not None and on >= self.last:
            return "yes"
        return "maybe"

    @property
    def order(self) -> date:
        """The day that tells which of two came later; the first day of all where nothing is dated."""
        return self.last or self.first or date.min


def moment(claim: Claim, *, lasting: bool) -> Moment:
    """When what a claim tells came about; of what lasts, an interval tells from when until when.

    What happened from a date on, with no end told, had begun by then.
    """
    told = happened(claim)
    if told is None:
        page = published(claim)
        day = (page.latest or page.earliest) if page else None
        return Moment(day, day, None, None, by_page=True)
    if "/" not in told.text or not (lasting or told.latest is None):
        return Moment(told.earliest, told.latest, None, told.text, by_page=False)
    began = _start(told)
    if began is None:
        return Moment(None, told.latest, None, told.text, by_page=False)
    return Moment(began.earliest, began.latest or began.earliest, told.latest, told.text, by_page=False)


def why_maybe(when: Moment) -> str:
    """Why it is not sure that it had come about."""
    return f"dated {when.edtf}, which may be later" if when.edtf else "no date tells when"


def _start(told: Edtf) -> Edtf | None:
    """The left end of an interval; None where it is open or unknown."""
    left = told.text.partition("/")[0]
    return parse(left) if left not in ("", "..") else None
