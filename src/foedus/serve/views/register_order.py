"""Links in an order: only as many are sorted as are wanted, for there may be hundreds of thousands."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Literal, get_args

import numpy as np

from foedus.gazetteer.entities import Entities
from foedus.ledger.columns.grouping import Array
from foedus.serve.views.register_links import STATUSES, Links

Sort = Literal["pair", "item", "ordered", "year", "delivered", "status", "claims"]
"""By recipient and supplier; by designation; the most pieces, the latest year, the furthest stage, the most claims
first."""
SORTS: tuple[Sort, ...] = get_args(Sort)


class Order:
    """An order of links by a language's names."""

    def __init__(self, links: Links, sort: Sort, entities: Entities, lang: str) -> None:
        """Equal links stand by recipient, supplier and item."""
        self._links = links
        self._sort = sort
        self._rank = links.once_for_heads(("rank", lang), lambda: _ranks(links, entities, lang))

    def window(self, places: Array, first: int, most: int) -> list[int]:
        """So many of the places from a number on."""
        if first >= len(places):
            return []
        foremost, by_name = self._foremost(places), self._by_name(places)
        some = _least(foremost, by_name, min(first + most, len(places)))
        order = np.lexsort((by_name[some], foremost[some]))
        window: list[int] = places[some[order][first:]].tolist()
        return window

    def _by_name(self, places: Array) -> Array:
        """One number for three names, unlike for every link."""
        links, rank = self._links, self._rank
        supplier, recipient, item = (rank[one[places]] for one in (links.supplier, links.recipient, links.item))
        return (recipient * len(rank) + supplier) * len(rank) + item

    def _foremost(self, places: Array) -> Array:
        """What links are ordered by before their names."""
        links = self._links
        values: Mapping[Sort, Callable[[], Array]] = {
            "pair": lambda: np.zeros(len(places), dtype=np.int8),
            "item": lambda: self._rank[links.item[places]],
            "ordered": lambda: _falling(links.ordered[places]),
            "delivered": lambda: _falling(links.delivered[places]),
            "year": lambda: -np.maximum(links.first[places], links.last[places]).astype(np.int32),
            "status": lambda: _status_order()[links.status[places]],
            "claims": lambda: -links.claims[places],
        }
        return values[self._sort]()


def _least(values: Array, ties: Array, most: int) -> Array:
    """Which are the least so many, in no order; `ties` tells those of one value apart."""
    if most >= len(values):
        return np.arange(len(values))
    edge = np.partition(values, most - 1)[most - 1]
    some, tied = np.flatnonzero(values < edge), np.flatnonzero(values == edge)
    wanted = most - len(some)
    if len(tied) > wanted:
        tied = tied[ties[tied] <= np.partition(ties[tied], wanted - 1)[wanted - 1]]
    return np.concatenate((some, tied))


def _ranks(links: Links, entities: Entities, lang: str) -> Array:
    """The place of each head among all by its name in a language; unknown ones last."""
    names = [
        _sorted_by(head.identity, entities.name(head.entity, lang) if head.entity else head.name)
        for head in links.heads
    ]
    rank = np.empty(len(names), dtype=np.int64)
    rank[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
    return rank


def _sorted_by(identity: str, name: str) -> tuple[bool, str, str]:
    plain = unicodedata.normalize("NFKD", name).casefold()
    return not identity, "".join(one for one in plain if not unicodedata.combining(one)), identity


def _status_order() -> Array:
    """Delivered first, down the ladder, then halts and what nobody says plainly."""
    going = STATUSES.index("delivered")
    return np.array([going - code if code <= going else code for code in range(len(STATUSES))])


def _falling(values: Array) -> Array:
    return -np.nan_to_num(values, nan=-1.0)
