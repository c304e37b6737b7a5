"""What a filter asks of the pages that carry a text: language, outlet, day of publication."""

from collections import OrderedDict
from datetime import date
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Column, Connection, Engine, Select, and_, exists, or_, select

from foedus.ledger.asking.condition import Condition, Days, Test, plain
from foedus.ledger.asking.keys import InTurn
from foedus.ledger.asking.moments import holds, last_batch
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.tables import claims, pages

MOST_STRAYS = 1_000
"""Texts whose claims are looked at one by one; of more, all days are walked."""
_NAMING = 1
"""The page whose day its claims have."""
_BEFORE_UNDATED = "9999-12-30"
_MOST_KEPT = 100
_kept: WeakKeyDictionary[Engine, OrderedDict[tuple[str, str, int], tuple[int, ...]]] = WeakKeyDictionary()
_lock = Lock()


def asks_of_pages(which: ClaimFilter) -> bool:
    """Whether the filter asks something of the pages that carry a text."""
    return bool(which.langs or which.outlets or which.published_from or which.published_by)


def of_pages(connection: Connection, which: ClaimFilter, document: Column[int], batch: int | None) -> Condition:
    """Some page with the text has all that is asked of it; a page without a date was published on no day.

    `document` is the text's number in the rows that are asked. A filter must ask something of pages.
    """
    return plain(_on_a_page(which, document, batch), _keys(which, document))._replace(
        days=_days(connection, which, batch)
    )


def can_fall(earliest: Column[str | None], latest: Column[str | None], first: date | None, last: date | None) -> Test:
    """As `Edtf.within`: an open side or an unknown year never excludes."""
    sides: list[Test] = []
    if first:
        sides.append(or_(latest.is_(None), latest >= first.isoformat()))
    if last:
        sides.append(or_(earliest.is_(None), earliest <= last.isoformat()))
    return and_(*sides)


def _on_a_page(which: ClaimFilter, document: Column[int], batch: int | None) -> Test:
    seen = pages.alias("seen")  # a name of its own: the question round it may ask of pages too
    asked = [seen.c.document == document, holds(seen, batch)]
    if which.langs:
        asked.append(seen.c.lang.in_(which.langs))
    if which.outlets:
        # the page is found by its document: to go by the outlet's index would be to look at all its pages each time
        asked.append((seen.c.outlet + "").in_(which.outlets))
    if which.published_from or which.published_by:
        asked.append(seen.c.published.is_not(None))
        days = (seen.c.published_earliest, seen.c.published_latest)
        asked.append(can_fall(*days, which.published_from, which.published_by))
    return exists().where(*asked)


def _keys(which: ClaimFilter, document: Column[int]) -> Select[int] | None:
    """Rows of texts with such a page, at any time; of a language that nobody has it is told by going through the pages
    once, instead of through all that is asked."""
    asked = []
    if which.langs:
        asked.append(pages.c.lang.in_(which.langs))
    if which.outlets:
        asked.append(pages.c.outlet.in_(which.outlets))
    if not asked:
        return None
    if document.table is claims:
        # the pages first: a claim's text has a page, but few pages may be those
        return select(claims.c.reading).select_from(InTurn(pages, claims, pages.c.document == document)).where(*asked)
    return select(pages.c.document).where(*asked)


def _days(connection: Connection, which: ClaimFilter, batch: int | None) -> Days | None:
    """None where all days have to be walked."""
    if not (which.published_from or which.published_by):
        return None
    first = which.published_from.isoformat() if which.published_from else ""
    last = min(which.published_by.isoformat(), _BEFORE_UNDATED) if which.published_by else _BEFORE_UNDATED
    strays = _kept_strays(connection, which, (first, last), last_batch(connection) if batch is None else batch)
    return Days(first, last, strays) if len(strays) <= MOST_STRAYS else None


def _kept_strays(connection: Connection, which: ClaimFilter, days: tuple[str, str], batch: int) -> tuple[int, ...]:
    """Asked once for some days as of a batch, after which they stay the same: a view asks several times."""
    key = (*days, batch)
    with _lock:
        kept = _kept.setdefault(connection.engine, OrderedDict())
        if key in kept:
            return kept[key]
    found = _strays(connection, which, days, batch)
    with _lock:
        kept[key] = found
        while len(kept) > _MOST_KEPT:
            kept.popitem(last=False)
    return found


def _strays(connection: Connection, which: ClaimFilter, days: tuple[str, str], batch: int) -> tuple[int, ...]:
    """Texts that a page can have published on these days, though not the one that names them; up to one too many."""
    named = pages.alias("named")
    on_these_days = exists().where(
        named.c.document == pages.c.document,
        named.c.page == _NAMING,
        holds(named, batch),
        named.c.published_earliest >= days[0],
        named.c.published_earliest <= days[1],
    )
    one_day = pages.c.published_earliest.is_not_distinct_from(pages.c.published_latest)
    asked = (
        select(pages.c.document)
        .distinct()
        .where(
            # every other page has its one day, and names its text
            or_(pages.c.page > _NAMING, pages.c.published_earliest.is_(None), ~one_day),
            holds(pages, batch),
            pages.c.published.is_not(None),
            can_fall(pages.c.published_earliest, pages.c.published_latest, which.published_from, which.published_by),
            ~on_these_days,
        )
        .limit(MOST_STRAYS + 1)
    )
    return tuple(connection.scalars(asked))
