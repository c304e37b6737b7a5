"""What happened where, by state: transfers from state to state, deployments and attacks by the place that is named."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from msgspec import Struct

from foedus.gazetteer.entities import Entities
from foedus.ledger.columns.pairs import Pairs, Wanted
from foedus.model.facets import FacetCount
from foedus.publish.column import Column, Sheet
from foedus.register.network import scheme
from foedus.register.standing import LADDER
from foedus.serve.asking import Asking
from foedus.serve.house import House

What = Literal["transfers", "deployments", "attacks"]
SHOWN = 30
"""Arrows or marks at most."""
_PAIRS = 120
"""Pairs that are put together to arrows between states: companies and forces count for theirs."""
_NAMES = 200
"""Names of places that are put together by state."""
_PLACES = {"deployments": ("deployment", ("to",)), "attacks": ("attack", ("target", "place"))}
"""Type of the claims, and the roles that say where."""
_TOLD = 3


class Spot(Struct, frozen=True):
    """A state of the map: by its key and its name in the language of the page."""

    key: str
    name: str


class Row(Struct, frozen=True):
    """An arrow (from one state to another) or a mark (`to` alone), and how many claims or namings it has.

    An attack that names a state and a town of it has two namings there.

    `named` are the items of most transfers, or the places named most.
    """

    origin: Spot | None
    to: Spot
    claims: int
    named: tuple[str, ...]


class MapView(Struct, frozen=True):
    """Arrows or marks, the most frequent first, `rows_in_all` of how many; `elsewhere` are namings that lie in no state
    that is known. `counted` claims were counted; with `more` there are others, older ones."""

    what: What
    rows: tuple[Row, ...]
    rows_in_all: int
    counted: int
    more: bool
    elsewhere: int
    notes: tuple[str, ...]


def map_view(house: House, asked: Asking, what: What, lang: str) -> MapView:
    """What the map shows of the claims of a filter."""
    if what == "transfers":
        return _transfers(house, asked, lang)
    type, roles = _PLACES[what]  # noqa: A001 - the claim's own name
    which = replace(asked.which, types=(type,), polarity=asked.which.polarity or ("affirmed",))
    found = house.ledger.facets(which, top=_NAMES)
    namings = [one for role in roles for one in found.counts.get(f"role {role}", ())]
    rows, elsewhere = _marks(namings, house.entities, lang)
    return MapView(what, rows[:SHOWN], len(rows), found.counted, found.more, elsewhere, asked.notes)


def _transfers(house: House, asked: Asking, lang: str) -> MapView:
    wanted = Wanted("plain", "denied", LADDER, frozenset(asked.which.about))
    found = house.ledger.pairs(
        scheme(), wanted, most=_PAIRS, as_of=asked.which.as_of, published_by=asked.which.published_by
    )
    rows, elsewhere = _arrows(found, house.entities, lang)
    counted = sum(pair.claims for pair in found.listed)
    more = found.pairs > len(found.listed)
    return MapView("transfers", rows[:SHOWN], len(rows), counted, more, elsewhere, asked.notes)


def _arrows(found: Pairs, entities: Entities, lang: str) -> tuple[tuple[Row, ...], int]:
    counts: Counter[tuple[str, str]] = Counter()
    items: dict[tuple[str, str], Counter[str]] = {}
    elsewhere = 0
    for pair in found.listed:
        one, other = (state_of(head.entity, entities) for head in (pair.supplier, pair.recipient))
        if one is None or other is None or one == other:
            elsewhere += pair.claims
            continue
        counts[one, other] += pair.claims
        for item in pair.items:
            if item.head.identity:
                items.setdefault((one, other), Counter())[_name(item.head.entity, item.head.name, entities, lang)] += (
                    item.claims
                )
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    rows = tuple(
        Row(_spot(one, entities, lang), _spot(other, entities, lang), count, _most(items.get((one, other), Counter())))
        for (one, other), count in ordered
    )
    return rows, elsewhere


def _marks(namings: Iterable[FacetCount], entities: Entities, lang: str) -> tuple[tuple[Row, ...], int]:
    counts: Counter[str] = Counter()
    places: dict[str, Counter[str]] = {}
    elsewhere = 0
    for one in namings:
        state = state_of(one.value, entities)
        if state is None:
            elsewhere += one.count
            continue
        counts[state] += one.count
        if one.value != state:
            places.setdefault(state, Counter())[_name(one.value, one.name or "", entities, lang)] += one.count
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return tuple(
        Row(None, _spot(state, entities, lang), count, _most(places.get(state, Counter()))) for state, count in ordered
    ), elsewhere


def state_of(key: str | None, entities: Entities) -> str | None:
    """In which state something lies, else whose it is: a base abroad lies in its host."""
    known = entities.get(key) if key else None
    if known is None or key is None:
        return None
    if known.host and (entities.get(known.host) or known).kind == "state":
        return known.host
    return entities.state(key)


def _most(names: Counter[str]) -> tuple[str, ...]:
    return tuple(name for name, _ in sorted(names.items(), key=lambda one: (-one[1], one[0]))[:_TOLD])


def _spot(key: str, entities: Entities, lang: str) -> Spot:
    return Spot(key, entities.name(key, lang))


def _name(key: str | None, name: str, entities: Entities, lang: str) -> str:
    return entities.name(key, lang) if key and entities.get(key) else name


ROWS: Sheet[Row] = Sheet(
    "map",
    (
        Column("from", "text", lambda one: one.origin.name if one.origin else None),
        Column("to", "text", lambda one: one.to.name),
        Column("claims", "whole", lambda one: one.claims),
        Column("named", "texts", lambda one: one.named),
        Column("from_key", "text", lambda one: one.origin.key if one.origin else None),
        Column("to_key", "text", lambda one: one.to.key),
    ),
)
"""One arrow or mark a row."""
