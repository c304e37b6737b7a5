"""Which links of the register are asked for, in which order, and how many there would be under each other filter."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import msgspec
import numpy as np
from msgspec import Struct

from foedus.gazetteer.entities import Entities
from foedus.ledger.columns.grouping import PARTIES, Array
from foedus.model.row import RowParty
from foedus.register.known import describe
from foedus.serve.views.register_links import STATUSES, Links
from foedus.serve.views.register_order import Order, Sort


class Question(Struct, frozen=True):
    """What the address asks of the register; parties by their identities, of several values any."""

    supplier: frozenset[str] = frozenset()
    recipient: frozenset[str] = frozenset()
    item: frozenset[str] = frozenset()
    status: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    year: tuple[int, ...] = ()
    held: bool = False
    """Items with no order and no delivery, instead of the others."""
    sort: Sort = "pair"


class Chosen(NamedTuple):
    """Places of links in order, how many there are in all, and counts by filter and value: how many there would be with
    that value alone."""

    places: list[int]
    total: int
    counts: Mapping[str, Mapping[str, int]]


class Window(NamedTuple):
    """So many of the links from a number on."""

    first: int
    most: int


def chosen(links: Links, asked: Question, window: Window, entities: Entities, lang: str) -> Chosen:
    """Links of a question. A filter's own counts leave that filter out, as a person who changes it would find."""
    masks = _masks(links, asked, entities)
    counted: dict[str, Callable[[Array], dict[str, int]]] = {
        **{name: partial(_by_party, links, name) for name in PARTIES},
        "status": partial(_by_status, links),
        "category": partial(_by_category, links, entities),
        "year": partial(_by_year, links),
    }
    whole = np.flatnonzero(_all_but(masks, None))
    counts = {
        name: count(np.flatnonzero(_all_but(masks, name)) if name in masks else whole)
        for name, count in counted.items()
    }
    places = Order(links, asked.sort, entities, lang).window(whole, *window)
    return Chosen(places, len(whole), counts)


def _masks(links: Links, asked: Question, entities: Entities) -> dict[str, Array]:
    """Which links each filter lets through, of those filters that are set."""
    masks = {"entered": links.entered != asked.held}
    masks |= {name: _of_parties(links, name, getattr(asked, name)) for name in PARTIES if getattr(asked, name)}
    if asked.status:
        masks["status"] = np.isin(links.status, [STATUSES.index(one) for one in asked.status])
    if asked.year:
        masks["year"] = _of_years(links, asked.year)
    if asked.category:
        masks["category"] = _of_categories(links, asked.category, entities)
    return masks


def held_back(links: Links, asked: Question, entities: Entities) -> Array:
    """Links without order and delivery under the same parties and categories, those of the most claims first."""
    masks = _masks(links, msgspec.structs.replace(asked, held=True, status=(), year=()), entities)
    places = np.flatnonzero(_all_but(masks, None))
    return places[np.argsort(-links.claims[places], kind="stable")]


def categories(links: Links, entities: Entities) -> tuple[Array, tuple[str, ...]]:
    """For each head the place of its category in the list, which begins with the empty one."""
    listed = ("", *sorted({one.category for one in entities if one.category}))
    return links.once_for_heads("category", lambda: _categories(links, listed, entities)), listed


def _categories(links: Links, listed: Sequence[str], entities: Entities) -> Array:
    places = {name: place for place, name in enumerate(listed)}
    found = [
        describe(RowParty(head.entity, head.name, head.kind), entities.get).category if head.entity else None
        for head in links.heads
    ]
    return np.array([places.get(one or "", 0) for one in found], dtype=np.int16)


def _all_but(masks: Mapping[str, Array], left_out: str | None) -> Array:
    found, *others = (mask for name, mask in masks.items() if name != left_out)
    for mask in others:
        found = found & mask
    return found


def _of_parties(links: Links, name: str, wanted: frozenset[str]) -> Array:
    hit = np.array([head.identity in wanted for head in links.heads], dtype=bool)
    return _taken(hit, getattr(links, name))


def _of_years(links: Links, wanted: Sequence[int]) -> Array:
    first, last = _years(links)
    found = np.zeros(len(links), dtype=bool)
    for year in wanted:
        found |= (first <= year) & (last >= year)
    return found


def _of_categories(links: Links, wanted: Sequence[str], entities: Entities) -> Array:
    of_heads, listed = categories(links, entities)
    hit = np.isin(of_heads, [place for place, name in enumerate(listed) if name in wanted])
    return _taken(hit, links.item)


def _years(links: Links) -> tuple[Array, Array]:
    """The first and the last year of each link, a bound where only one is told."""
    first = links.once("first", lambda: np.where(links.first == 0, links.last, links.first))
    last = links.once("last", lambda: np.where(links.last == 0, links.first, links.last))
    return first, last


def _by_party(links: Links, name: str, places: Array) -> dict[str, int]:
    """By identity, the most frequent first."""
    counts = np.bincount(getattr(links, name)[places], minlength=len(links.heads))
    some = np.flatnonzero(counts)
    ordered = some[np.argsort(-counts[some], kind="stable")].tolist()
    return {links.heads[place].identity: int(counts[place]) for place in ordered}


def _by_status(links: Links, places: Array) -> dict[str, int]:
    counts = np.bincount(links.status[places], minlength=len(STATUSES)).tolist()
    return {status: count for status, count in zip(STATUSES, counts, strict=True) if count}


def _by_category(links: Links, entities: Entities, places: Array) -> dict[str, int]:
    of_heads, listed = categories(links, entities)
    of_links = links.once("categories", lambda: _taken(of_heads, links.item))
    counts = np.bincount(of_links[places], minlength=len(listed)).tolist()
    return {name: count for name, count in zip(listed, counts, strict=True) if name and count}


def _by_year(links: Links, places: Array) -> dict[str, int]:
    """The latest first; a link of several years counts for each."""
    first, last = (years[places] for years in _years(links))
    if not last.any():
        return {}
    begun, ended = np.bincount(first), np.bincount(last + 1, minlength=int(last.max()) + 2)
    going = np.cumsum(np.pad(begun, (0, len(ended) - len(begun))) - ended)
    return {str(year): int(going[year]) for year in np.flatnonzero(going)[::-1].tolist() if year}


def _taken(of_heads: Array, parties: Array) -> Array:
    return of_heads[parties] if len(of_heads) else np.zeros(len(parties), dtype=of_heads.dtype)
