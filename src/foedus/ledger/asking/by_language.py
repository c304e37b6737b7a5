"""How many documents there are in each language, of very many those learned last."""

from msgspec import Struct
from sqlalchemy import Connection, func, select

from foedus.ledger.asking.moments import batch_as_of, holds
from foedus.ledger.filters import Moment
from foedus.ledger.tables import pages

COUNTED = 10_000
"""Documents that are looked at, at most: more would take longer than a person waits."""
_NAMING = 1


class Languages(Struct, frozen=True):
    """Documents by the language that the page which names them is in, most first; with `more` those learned last."""

    counts: tuple[tuple[str, int], ...]
    more: bool


def by_language(connection: Connection, as_of: Moment = None) -> Languages:
    """As they were known at a moment."""
    newest = select(pages.c.lang).where(pages.c.page == _NAMING, holds(pages, batch_as_of(connection, as_of)))
    some = newest.order_by(pages.c.document.desc()).limit(COUNTED + 1).subquery()
    number = func.count()
    rows = connection.execute(select(some.c.lang, number).group_by(some.c.lang).order_by(number.desc(), some.c.lang))
    counts = tuple((lang, count) for lang, count in rows)
    return Languages(counts, sum(count for _, count in counts) > COUNTED)
