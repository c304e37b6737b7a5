"""How many claims were published in each month, by type: what a timeline shows.

Of all claims, or those of some types, every one is counted, from sums that are kept beside the ledger and brought up to
date by what was written since. Under other filters the claims themselves are counted: all, or the newest.
"""

from collections import Counter

from msgspec import Struct
from sqlalchemy import Connection

from foedus.ledger.asking.conditions import conditions, shown
from foedus.ledger.asking.facets import counted
from foedus.ledger.asking.moments import batch_as_of
from foedus.ledger.columns.month_sums import month_counts
from foedus.ledger.columns.place import folder_of
from foedus.ledger.create import ledger_facts
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.stores.store import Store
from foedus.ledger.tables import UNDATED


class MonthCount(Struct, frozen=True):
    """A month of publication, as 2022-05, a type, and how many claims there are."""

    month: str
    type: str
    count: int


class Months(Struct, frozen=True):
    """Counts in the order of the months; `undated` claims are in none of them.

    `counted` is how many claims were counted. With `more` there may be further ones, and those counted are out of what
    the ledger learned last.
    """

    counts: tuple[MonthCount, ...]
    undated: int
    counted: int
    more: bool


def counts_by_month(connection: Connection, store: Store, which: ClaimFilter) -> Months:
    """Claims of a filter by month of publication and type."""
    batch = batch_as_of(connection, which.as_of)
    if which == ClaimFilter(types=which.types, as_of=which.as_of):
        folder = folder_of(store, ledger_facts(connection)["id"])
        return _months(month_counts(connection, folder, batch, which.types), more=False)
    found = counted(connection, list(conditions(connection, which, batch)), shown(which, batch), batch)
    counts = Counter((row.published_on[: len("2022-05")], row.type) for row in found.rows)
    return _months(counts, more=found.more)


def _months(counts: Counter[tuple[str, str]], *, more: bool) -> Months:
    undated = sum(count for (month, _), count in counts.items() if UNDATED.startswith(month))
    dated = sorted(one for one in counts.items() if one[1] and not UNDATED.startswith(one[0][0]))
    told = tuple(MonthCount(month, kind, count) for (month, kind), count in dated)
    return Months(told, undated, counts.total(), more)
