"""Who is tied to whom on a date: suppliers to recipients, or allies by what they agreed, promised and joined."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import Literal, NamedTuple

from msgspec import Struct

from foedus.gazetteer.entities import Entities
from foedus.ledger.columns.pairs import Pair, Wanted
from foedus.ledger.columns.scheme import Head
from foedus.model.claim import Claim, Filler
from foedus.register.network import scheme
from foedus.register.standing import LADDER
from foedus.serve.asking import Asking
from foedus.serve.house import House
from foedus.serve.views.ties import Node, Tie

What = Literal["transfers", "alliances"]
SIZES = (10, 20, 40, 80)
"""How many ties a figure may show."""
LOOKED_AT = 1_000
"""Claims of alliances that are counted at most, the newest."""
_ALLIED = ("agreement", "commitment", "membership")
_MOST_PARTIES = 5


class NetworkView(Struct, frozen=True):
    """Ties, the strongest first; `ties_in_all` of how many, out of `counted` claims, with `more` the newest of them.

    `onesided` are claims that name no supplier or no recipient, or no two known allies: no line can show them.
    """

    what: What
    ties: tuple[Tie, ...]
    ties_in_all: int
    counted: int
    more: bool
    onesided: int
    notes: tuple[str, ...]


class Question(NamedTuple):
    """What the network's own fields ask: `items` are keys, `year` one that a transfer's claims tell of."""

    what: What
    items: tuple[str, ...]
    year: int | None
    most: int
    notes: tuple[str, ...] = ()


def network_view(house: House, asked: Asking, question: Question, lang: str) -> NetworkView:
    """The strongest ties in the language of the page."""
    if question.what == "alliances":
        return _alliances(house, asked, question, lang)
    wanted = Wanted("plain", "denied", LADDER, frozenset(asked.which.about), frozenset(question.items), question.year)
    found = house.ledger.pairs(
        scheme(), wanted, most=question.most, as_of=asked.which.as_of, published_by=asked.which.published_by
    )
    ties = tuple(_tie(one, house.entities, lang) for one in found.listed)
    return NetworkView(
        "transfers", ties, found.pairs, found.rows, False, found.onesided, (*asked.notes, *question.notes)
    )


def _tie(one: Pair, entities: Entities, lang: str) -> Tie:
    source, target = (_node(head, entities, lang) for head in (one.supplier, one.recipient))
    items = tuple(_node(item.head, entities, lang).name for item in one.items if item.head.identity)
    return Tie(source, target, "transfer", one.furthest, one.claims, one.documents, items)


def _alliances(house: House, asked: Asking, question: Question, lang: str) -> NetworkView:
    types = tuple(one for one in asked.which.types if one in _ALLIED) or _ALLIED
    which = replace(asked.which, types=types, polarity=asked.which.polarity or ("affirmed",))
    page = house.ledger.page_of_claims(which, limit=LOOKED_AT, newest_first=True)
    ties = _counted(page.claims, house.entities, lang)
    none = sum(not any(_allied(claim)) for claim in page.claims)
    more = page.next is not None
    return NetworkView("alliances", ties[: question.most], len(ties), len(page.claims), more, none, asked.notes)


def _counted(claims: Iterable[Claim], entities: Entities, lang: str) -> tuple[Tie, ...]:
    counts: Counter[tuple[str, Node, Node]] = Counter()
    newest: dict[tuple[str, Node, Node], str] = {}
    documents: dict[tuple[str, Node, Node], set[str]] = {}
    for claim in claims:
        for one, other in _allied(claim):
            key = (claim.type, _node(one, entities, lang), _node(other, entities, lang))
            counts[key] += 1
            newest.setdefault(key, claim.stage)
            documents.setdefault(key, set()).add(claim.document.id)
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0][0], one[0][1].name, one[0][2].name))
    return tuple(Tie(key[1], key[2], key[0], newest[key], count, len(documents[key]), ()) for key, count in ordered)


def _allied(claim: Claim) -> Iterator[tuple[Filler, Filler]]:
    """Known entities that a claim ties: member and organisation, who promises and to whom, parties two by two."""
    if claim.type == "agreement":
        parties = {one.entity: one for one in claim.fillers("party") if one.entity}
        yield from combinations([parties[name] for name in sorted(parties)][:_MOST_PARTIES], 2)
        return
    sides = ("member", "organisation") if claim.type == "membership" else ("obligor", "beneficiary")
    for one in claim.fillers(sides[0]):
        for other in claim.fillers(sides[1]):
            if one.entity and other.entity and one.entity != other.entity:
                yield one, other


def _node(one: Head | Filler, entities: Entities, lang: str) -> Node:
    known = one.entity is not None and entities.get(one.entity) is not None
    return Node(one.entity, entities.name(one.entity, lang) if known and one.entity else one.name, one.kind)
