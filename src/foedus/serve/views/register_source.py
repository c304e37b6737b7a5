"""From where the register has its links, and what is made: columns beside the ledger, and claims of production.

Links are kept in memory until the ledger changes; those of a few moments, for many look at one of them at a time.
"""

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from foedus.ledger.asking.few import Part
from foedus.ledger.columns.ask import Held
from foedus.ledger.columns.grouping import Array
from foedus.ledger.columns.heads import Heads
from foedus.ledger.columns.scheme import Head
from foedus.ledger.filters import ClaimFilter, Moment
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.register.network import scheme
from foedus.serve.views.register_links import Links, links

_KEPT = 8
_MAKING = ("production",)
_SIDES = ("producer", "partner", "place")
"""Roles by which a claim of production names who has a part in it."""
_LOOKED_AT = 1_500
"""Claims about an item that are asked whether they tell of its production, those of the pages published last."""
MOST_MAKING = 500
"""Versions of claims of production that are looked at for a page of rows."""


_held: OrderedDict[tuple[Hashable, ...], Links] = OrderedDict()
_one_at_a_time = Lock()


def links_of_ledger(ledger: Ledger, as_of: Moment, published_by: date | None) -> Links:
    """All links as of a moment, of pages published by a day; LedgerError where the columns cannot be kept."""
    return ledger.columns(scheme(), _kept, as_of=as_of, published_by=published_by)


def makings(ledger: Ledger, as_of: Moment) -> list[Claim] | None:
    """All claims of production as of a moment; None where there are so many that it would take long to look at them."""
    return ledger.claims_if_few(ClaimFilter(types=_MAKING, as_of=as_of), MOST_MAKING)


def makings_of(ledger: Ledger, item: str, sides: Sequence[str], as_of: Moment) -> list[Claim]:
    """Claims that some of these entities have a part in making an item (all by key), of the pages published last."""
    which = ClaimFilter(types=_MAKING, as_of=as_of)
    return ledger.claims_of_parts(which, Part(("item",), (item,)), Part(_SIDES, sides), looked_at=_LOOKED_AT)


def _kept(held: Held) -> Links:
    with _one_at_a_time:
        found = _held.get(held.state)
        if found is None:
            heads = _heads(held.folder, held.manifest.heads)
            found = _held[held.state] = links(heads.listed, held.columns(), heads.kept)
            while len(_held) > _KEPT:
                _held.popitem(last=False)
        _held.move_to_end(held.state)
        return found


class _Listed(NamedTuple):
    """Heads with what is computed from them alone: links of many moments have the same."""

    listed: Sequence[Head]
    kept: dict[object, Array]


@lru_cache(_KEPT)
def _heads(folder: Path, name: str) -> _Listed:
    return _Listed(Heads.read(folder, name).listed, {})
