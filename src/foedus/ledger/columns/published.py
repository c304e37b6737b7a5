"""Texts that other pages published: a version has the day of the page that names its text, and that alone."""

from datetime import date

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, or_, select

from foedus.ledger.asking.moments import holds
from foedus.ledger.tables import pages

_NAMING = 1


def published_elsewhere(connection: Connection, by: date, batch: int | None) -> NDArray[np.int64]:
    """Documents (numbers, rising) that can have been published by a day, told by another page or by an open date.

    As after a batch (None: now). The same as a filter says of every page (`ClaimFilter.published_by`); the
    columns have the first page's day, where it has one.
    """
    # of few documents there are several pages: those are found in the index alone
    several = select(pages.c.document).where(pages.c.page > _NAMING)
    dated = [holds(pages, batch), pages.c.published.is_not(None)]
    falls = or_(pages.c.published_earliest.is_(None), pages.c.published_earliest <= by.isoformat())
    others = select(pages.c.document).where(pages.c.document.in_(several), pages.c.page > _NAMING, falls, *dated)
    open_ = select(pages.c.document).where(pages.c.published_earliest.is_(None), *dated)
    return np.unique(np.fromiter(connection.scalars(others.union_all(open_)), dtype=np.int64))
