"""What a date of the text is reckoned from: its own words, the day of publication, or a date named before."""

from datetime import date
from typing import Literal, NamedTuple

from foedus.model import edtf

Source = Literal["words", "published", "text"]


class Named(NamedTuple):
    """A date named earlier in the text, without bounds: as EDTF of a year, month, season or day, and its words."""

    value: str
    start: int
    end: int

    @property
    def year(self) -> int | None:
        """Its year, where all four digits are known."""
        return int(self.value[:4]) if self.value[:4].isdigit() else None

    @property
    def month(self) -> int | None:
        """Its month, None where only a year, season or quarter is named."""
        number = self.value[5:7]
        return int(number) if number.isdigit() and int(number) <= 12 else None

    @property
    def day(self) -> date | None:
        """Its day, None where it is less exact."""
        try:
            return date.fromisoformat(self.value) if len(self.value) == 10 else None
        except ValueError:
            return None


class Basis(NamedTuple):
    """What is known at one place of the text.

    `published` is None where it is no exact day, `year` the year of publication; of the dates named before, the last
    one, the last with a month and the last day. `ahead` is whether the words around look forward, `back` whether they
    can only look back ("depuis"). `told` is the first day of a month long past that the paragraph named last: what
    follows is told from there.
    """

    published: date | None
    year: int | None
    last_year: Named | None = None
    last_month: Named | None = None
    last_day: Named | None = None
    ahead: bool = False
    back: bool = False
    told: date | None = None

    def after(self, named: Named) -> "Basis":
        """The basis for what follows a date."""
        return self._replace(
            last_year=named if named.year else self.last_year,
            last_month=named if named.year and named.month else self.last_month,
            last_day=named if named.day else self.last_day,
        )


class Reading(NamedTuple):
    """EDTF of a date, what it was reckoned from, and whether its words name the end of the period."""

    value: str
    source: Source = "words"
    end: bool = False


def exact_day(published: str | None) -> date | None:
    """The day of an EDTF date that names one."""
    if not published:
        return None
    parsed = edtf.parse(published)
    return parsed.earliest if parsed.earliest == parsed.latest else None


def single_year(published: str | None) -> int | None:
    """The year of an EDTF date that lies in one."""
    if not published:
        return None
    parsed = edtf.parse(published)
    first, last = parsed.earliest, parsed.latest
    return first.year if first and last and first.year == last.year else None


def unbounded(value: str) -> str | None:
    """The plain date in an EDTF value, to reckon others from; None for a span with two ends."""
    left, slash, right = value.partition("/")
    if slash and left not in ("", "..") and right not in ("", ".."):
        return None
    plain = (left if left not in ("", "..") else right).rstrip("~?%")
    return plain if "X" not in plain else None
