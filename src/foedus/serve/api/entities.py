"""`/entities`: who and what is known, and one entity; `/pairs`: what lies between two."""

from typing import Annotated

from fastapi import Path, Query, Request

from foedus.model.answers import Listed, ListedEntity
from foedus.model.entity import Entity
from foedus.model.errors import UnknownError, UsageError
from foedus.serve.api.room import Room
from foedus.serve.asking import InAsking
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.views.entities import entities_view
from foedus.serve.views.entity_key import entity_key
from foedus.serve.views.pair import PairView, pair_view

room = Room("entities")

Key = Annotated[str, Path(description="An entity's key, or a name in any language that is its alone", max_length=300)]


@room.get("/entities", Listed[ListedEntity])
def entities(
    request: Request,
    house: InHouse,
    asked: InAsking,
    kind: Annotated[str | None, Query(description="Only of this kind, as state, company or system")] = None,
) -> Listed[ListedEntity]:
    """Entities that a name (`q`) can mean, in any language and script. Without `q` those that claims speak of most."""
    view = entities_view(house, (asked.words.text or "").strip(), kind or None, asked.which, language(request))
    left_out = f"only the newest {view.counted:,} claims were counted" if view.more else None
    items = tuple(
        ListedEntity(one.key, one.name, one.kind, one.sub, one.also, one.count, one.latest) for one in view.listed
    )
    return Listed(items, limit=left_out, notes=asked.notes)


@room.get("/entities/{key}", Entity)
def entity(house: InHouse, key: Key) -> Entity:
    """One entity as Foedus knows it. Names by language, kind, memberships, offices: of the tables that are shipped."""
    meant = entity_key(house, key)
    known = house.entities.get(meant)
    if known is None:
        raise UnknownError(f"claims speak of {meant}, and nothing else is known of it: /api/v1/claims?about={meant}")
    return known


@room.get("/pairs/{one}/{other}", PairView)
def pair(request: Request, house: InHouse, asked: InAsking, one: Key, other: Key) -> PairView:
    """What lies between two entities. Deals in both directions, claims that name both by family of types, and pairs of
    claims that contradict each other; of very many the newest."""
    keys = sorted((entity_key(house, one), entity_key(house, other)))
    if keys[0] == keys[1]:
        raise UsageError(f"a pair has two sides, and {one!r} and {other!r} are one: name another entity")
    return pair_view(house, keys[0], keys[1], asked.which, language(request))
