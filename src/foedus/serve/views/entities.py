"""Entities to choose from: those that a name means, or those that the newest claims speak of."""

from collections import Counter
from dataclasses import replace

from msgspec import Struct

from foedus.ledger.filters import ClaimFilter
from foedus.serve.house import House
from foedus.serve.views.counted import counted
from foedus.serve.views.linked_names import linked_names, meant

FOUND = 12
LISTED = 60
_TOP = 40


class Listed(Struct, frozen=True):
    """An entity; `count` of the claims counted, or with `latest` the newest publication that speaks of it."""

    key: str
    name: str
    kind: str
    sub: str | None
    also: tuple[str, ...]
    count: int | None = None
    latest: str | None = None


class EntitiesView(Struct, frozen=True):
    """`words` is the name that was looked for, empty for the list of those that the newest claims speak of.

    `kinds` counts the list by kind, `kind` is the one asked for. With `more`, only the newest `counted` claims count.
    """

    words: str
    kind: str | None
    kinds: tuple[tuple[str, int], ...]
    listed: tuple[Listed, ...]
    counted: int
    more: bool


def entities_view(house: House, words: str, kind: str | None, which: ClaimFilter, lang: str) -> EntitiesView:
    """Entities of a name in any language and script, else the most frequent ones."""
    when = ClaimFilter(as_of=which.as_of, published_by=which.published_by)
    if words:
        found = meant(words, linked_names(house.ledger), house.entities)
        some = [one for one in found if kind in (None, one.kind)]
        named = tuple(_found(house, one.key, when, lang) for one in some[:FOUND])
        return EntitiesView(words, kind, _kinds(named), named, 0, more=False)
    batch = house.ledger.batch(when.as_of)
    facets = counted(house.ledger, when, batch, top=_TOP)
    counts: Counter[str] = Counter()
    for name, values in facets.counts.items():
        for one in values if name.startswith("role ") else ():
            counts[one.value or ""] += one.count
    listed = [_listed(house, key, lang, count=count) for key, count in counts.most_common() if key]
    of_kind = [one for one in listed if kind in (None, one.kind)]
    return EntitiesView("", kind, _kinds(listed), tuple(of_kind[:LISTED]), facets.counted, facets.more)


def _found(house: House, key: str, when: ClaimFilter, lang: str) -> Listed:
    newest = house.ledger.page_of_claims(replace(when, about=(key,)), limit=1, newest_first=True).claims
    latest = (newest[0].document.published or "") if newest else None
    return _listed(house, key, lang, latest=latest)


def _listed(house: House, key: str, lang: str, *, count: int | None = None, latest: str | None = None) -> Listed:
    known = house.entities.get(key)
    name = house.entities.name(key, lang)
    usual = [some[0] for some in known.names.values() if some] if known else []
    also = tuple(dict.fromkeys(one for one in usual if one != name))
    return Listed(key, name, known.kind if known else "", known.sub if known else None, also, count, latest)


def _kinds(listed: tuple[Listed, ...] | list[Listed]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(one.kind for one in listed if one.kind).most_common())
