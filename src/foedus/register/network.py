"""What a claim of a transfer says of each supplier, recipient and item, as the ledger's columns keep it."""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from itertools import product
from typing import get_args

from foedus.ledger.columns.network import Link, Network
from foedus.ledger.columns.scheme import Fact, Head, Scheme
from foedus.model.claim import Claim
from foedus.model.edtf import Edtf
from foedus.model.network import NetworkRow, NetworkStage
from foedus.model.row import RowParty
from foedus.register.dates import due, happened
from foedus.register.groups import Key
from foedus.register.heads import heads
from foedus.register.standing import Weight, weigh
from foedus.register.told import bounds, unit


def facts(claim: Claim) -> Iterator[Fact]:
    """One for each combination of who, to whom and what that the claim names."""
    weight = weigh(claim).weight
    low, high = (bounds(claim.quantity) if unit(claim.quantity) is None else None) or (None, None)
    told = (low, high, *_years(happened(claim)), *_years(due(claim)))
    for supplier, recipient, item in product(*(_heads(claim, role) for role in Key._fields)):
        yield Fact(supplier, recipient, item, weight, *told)


@cache
def scheme() -> Scheme:
    """How the register's rules put claims into columns; another version of Foedus makes them anew."""
    return Scheme(f"register 1, foedus {version('foedus')}", get_args(Weight), facts)


def network_rows(network: Network, most: int | None = None) -> Iterator[NetworkRow]:
    """Who supplies what to whom, what most claims speak of first; all, or so many."""
    return map(_row, network.links(most))


def _row(link: Link) -> NetworkRow:
    stages = [NetworkStage(one.stage, one.weight, one.claims, *one.said) for one in link.stages]
    supplier, recipient, item = (
        RowParty(head.entity, head.name, head.kind) for head in (link.supplier, link.recipient, link.item)
    )
    return NetworkRow(supplier, recipient, item, link.furthest, link.claims, link.documents, tuple(stages), link.due)


def _heads(claim: Claim, role: str) -> list[Head]:
    return [Head(key, party.entity, party.name, party.kind) for key, party in heads(claim.fillers(role))]


def _years(said: Edtf | None) -> tuple[int | None, int | None]:
    if said is None:
        return None, None
    return said.earliest.year if said.earliest else None, said.latest.year if said.latest else None
