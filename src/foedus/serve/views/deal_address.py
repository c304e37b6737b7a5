"""The address of a deal: supplier, recipient and item by key, `-` where unknown, `name:…` where no entity is known."""

from typing import NamedTuple

from foedus.ledger.columns.scheme import Head
from foedus.model.claim import Filler
from foedus.model.row import RowParty
from foedus.register.heads import UNKNOWN, identity

NOBODY = "-"
NAME = "name:"
"""Before the folded words of a name; a slash, which would part the address even if escaped, is `~s`, a tilde `~t`."""


class Deal(NamedTuple):
    """Supplier, recipient and item as the parts of an address have them."""

    supplier: str
    recipient: str
    item: str


def part_of(head: Head | RowParty) -> str:
    """The part of an address that names somebody or something."""
    if head.entity is not None:
        return head.entity
    if head == UNKNOWN or (isinstance(head, Head) and not head.identity):
        return NOBODY
    folded = (head.identity if isinstance(head, Head) else identity_of(head)).partition("~")[2]
    return NAME + folded.replace("~", "~t").replace("/", "~s")


def identities(part: str) -> frozenset[str]:
    """What such a part can mean: a class of arms and a designation of the same name have one address."""
    if part == NOBODY:
        return frozenset({""})
    if part.startswith(NAME):
        name = part.removeprefix(NAME).replace("~s", "/").replace("~t", "~")
        return frozenset({f"named~{name}", f"class~{name}"})
    return frozenset({f"named:{part}", f"class:{part}"})


def identity_of(party: RowParty) -> str:
    """By what a head of a row is compared; empty where it is unknown."""
    if party == UNKNOWN:
        return ""
    return identity(Filler(party.entity, party.name, party.kind or "text", party.name, 0, 0))


def query_of(deal: Deal) -> str:
    """A search for the claims of a deal, in the language of the search box; a party that is no entity is left out."""
    roles = zip(("supplier", "recipient", "item"), deal, strict=True)
    known = (f"{role}:{part}" for role, part in roles if part != NOBODY and not part.startswith(NAME))
    return " ".join(("type:transfer", *known))
