"""Which row a claim belongs to: supplier, recipient and item, as far as the claim says."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from foedus.model.claim import Claim
from foedus.model.row import RowParty
from foedus.register.heads import Head, by_name, heads
from foedus.register.order import in_order


class Key(NamedTuple):
    """Identities of supplier, recipient and item; empty where unknown."""

    supplier: str
    recipient: str
    item: str


class Group(NamedTuple):
    """A row to be: its identities, its heads as first named, and its claims in the order of `in_order`."""

    key: Key
    supplier: RowParty
    recipient: RowParty
    item: RowParty
    claims: list[Claim]


def groups(claims: Iterable[Claim]) -> list[Group]:
    """Claims of transfers by row, in order of the heads' names; a claim with lists stands in each of its rows."""
    found: dict[Key, Group] = {}
    for claim in in_order(one for one in claims if one.type == "transfer"):
        for supplier, recipient, item in _rows_of(claim):
            key = Key(supplier[0], recipient[0], item[0])
            found.setdefault(key, Group(key, supplier[1], recipient[1], item[1], [])).claims.append(claim)
    return sorted(found.values(), key=_order)


def several(claim: Claim) -> tuple[str, ...]:
    """Core roles of which a claim names several: its numbers may be the total of all or those of each."""
    return tuple(role for role in Key._fields if len(claim.fillers(role)) > 1)


def _rows_of(claim: Claim) -> Iterator[tuple[Head, ...]]:
    return product(*(heads(claim.fillers(role)) for role in Key._fields))


def _order(group: Group) -> tuple[tuple[bool, str, str], ...]:
    parties = (group.supplier, group.recipient, group.item)
    return tuple(by_name((identity, party)) for identity, party in zip(group.key, parties, strict=True))
