"""`/entities`: entities by name, or those that are spoken of most, as a page and as files."""

from fastapi import APIRouter, Request

from foedus.publish.column import Column, Sheet
from foedus.serve.asking import InAsking
from foedus.serve.files import Listing, listed
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.showing import show
from foedus.serve.views.entities import EntitiesView, Listed, entities_view

router = APIRouter()

_ENTITIES: Sheet[Listed] = Sheet(
    "entities",
    (
        Column("key", "text", lambda one: one.key),
        Column("kind", "text", lambda one: one.kind),
        Column("name", "text", lambda one: one.name),
        Column("also", "texts", lambda one: one.also),
        Column("claims", "whole", lambda one: one.count),
        Column("newest", "text", lambda one: one.latest),
    ),
)
"""`claims` of the list of those spoken of most, `newest` publication of those found by name."""


@show(router, "/entities", "pages/entities.html")
def entities(request: Request, house: InHouse, asked: InAsking, kind: str | None = None) -> EntitiesView:
    """Entities of a name (`q`) in any language and script, of a kind."""
    return entities_view(house, (asked.words.text or "").strip(), kind or None, asked.which, language(request))


@listed(router, "/entities")
def entity_files(request: Request, house: InHouse, asked: InAsking, kind: str | None = None) -> Listing[Listed]:
    """The same list."""
    view = entities(request, house, asked, kind)
    limit = f"only the newest {view.counted:,} claims were counted" if view.more else None
    return Listing(_ENTITIES, view.listed, limit)
