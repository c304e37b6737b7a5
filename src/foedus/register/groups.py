"""Which row a claim belongs to: supplier, recipient and item, as far as the claim says."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from foedus.model.claim import Claim, Filler
from foedus.model.row import RowParty

UNKNOWN = RowParty(None, "unknown", None)
"""Stands where no claim of the row says who or what."""


class Key(NamedTuple):
    """Identities of supplier, recipient and item; empty where unknown."""

    supplier: str
    recipient: str
    item: str


class Group(NamedTuple):
    """A row to be: its heads as first named, and its claims in the order given."""

    supplier: RowParty
    recipient: RowParty
    item: RowParty
    claims: list[Claim]


def groups(claims: Iterable[Claim]) -> list[Group]:
    """Claims of transfers by row, in order of the heads' names; a claim with lists stands in each of its rows."""
    found: dict[Key, Group] = {}
    for claim in claims:
        if claim.type != "transfer":
            continue
        for key, heads in _rows_of(claim):
            found.setdefault(key, Group(*heads, [])).claims.append(claim)
    return [found[key] for key in sorted(found, key=lambda key: (*map(_order, found[key][:3]), key))]


def several(claim: Claim) -> tuple[str, ...]:
    """Core roles of which a claim names several: its numbers may be the total of all or those of each."""
    return tuple(role for role in Key._fields if len(claim.fillers(role)) > 1)


def _rows_of(claim: Claim) -> Iterator[tuple[Key, tuple[RowParty, RowParty, RowParty]]]:
    heads = [_heads(claim.fillers(role)) for role in Key._fields]
    for supplier, recipient, item in product(*heads):
        yield Key(supplier[0], recipient[0], item[0]), (supplier[1], recipient[1], item[1])


def _heads(fillers: tuple[Filler, ...]) -> list[tuple[str, RowParty]]:
    """Distinct heads of one role; the same entity named twice is one."""
    heads = {_identity(one): RowParty(one.entity, one.name, one.kind) for one in reversed(fillers)}
    return list(reversed(heads.items())) or [("", UNKNOWN)]


def _identity(filler: Filler) -> str:
    """An entity's key, else the folded name; classes of arms never mix with designations of the same name."""
    generic = "class" if filler.kind == "item_class" else "named"
    if filler.entity is not None:
        return f"{generic}:{filler.entity}"
    return f"{generic}~{unicodedata.normalize('NFKC', filler.name).casefold()}"


def _order(party: object) -> tuple[bool, str]:
    """Unknown heads come last."""
    return party == UNKNOWN, str(party).casefold()
