"""When documents were published, and which came first, as far as their dates tell."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache

from foedus.model.document import Document
from foedus.model.edtf import Edtf, parse


@lru_cache(1 << 16)
def day_range(published: str | None) -> Edtf | None:
    """The date's bounds in days; None where there is no date or none that can be used. A moment is its day (UTC)."""
    if published is None:
        return None
    if at := moment(published):
        return parse(at.date().isoformat())
    try:
        return parse(published)
    except ValueError:
        return None


@lru_cache(1 << 16)
def moment(published: str | None) -> datetime | None:
    """The moment in UTC, without its zone, of a date with a time (`2024-06-13T06:00`); None where it has no time."""
    if published is None or "T" not in published or "/" in published:
        return None
    try:
        at = datetime.fromisoformat(published)
        return at.astimezone(UTC).replace(tzinfo=None) if at.tzinfo else at
    except (ValueError, OverflowError):
        return None


def before(first: Edtf | None, second: Edtf | None) -> bool | None:
    """Whether the first is surely earlier (True) or surely later (False); None where the dates do not tell."""
    if not first or not second:
        return None
    if first.latest and second.earliest and first.latest < second.earliest:
        return True
    if second.latest and first.earliest and second.latest < first.earliest:
        return False
    return None


def days_apart(first: Edtf | None, second: Edtf | None) -> int | None:
    """Days between two dates at the least, 0 where they can be the same day; None where one is unknown or open."""
    if not first or not second:
        return None
    bounds = (first.earliest, first.latest, second.earliest, second.latest)
    if None in bounds:
        return None
    early_end, late_start = _gap(first, second)
    return max(0, (late_start - early_end).days)


def days_covered(when: Edtf | None) -> int | None:
    """How many days a date leaves open, 1 for a day; None where it is unknown, open or marked as doubtful."""
    if not when or when.qualified or when.earliest is None or when.latest is None:
        return None
    return (when.latest - when.earliest).days + 1


def _gap(first: Edtf, second: Edtf) -> tuple[date, date]:
    one, other = sorted((first, second), key=lambda when: (when.earliest or date.min, when.latest or date.min))
    assert one.latest is not None  # noqa: S101 - the caller looked
    assert other.earliest is not None  # noqa: S101
    return one.latest, other.earliest


def in_order(documents: Iterable[Document]) -> list[Document]:
    """Each document once, the earliest published first; those without a date last, in the order given."""
    once: Sequence[Document] = list({document.id: document for document in documents}.values())
    return sorted(once, key=_first_day)


def _first_day(document: Document) -> date:
    known = day_range(document.published)
    return (known.earliest if known else None) or date.max
