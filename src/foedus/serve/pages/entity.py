"""`/entities/KEY`: one entity."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Request

from foedus.serve.asking import InAsking
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.showing import Moved, show
from foedus.serve.views.entity import EntityView, entity_view
from foedus.serve.views.entity_key import entity_key

router = APIRouter()


@show(router, "/entities/{key}", "pages/entity.html")
def entity(
    request: Request,
    house: InHouse,
    asked: InAsking,
    key: Annotated[str, Path(pattern="^[^.]+$")],
    *,
    findings: bool = False,
) -> EntityView:
    """The entity, or a redirect from a name to its key."""
    meant = entity_key(house, key)
    if meant != key:
        suffix = ".json" if request.url.path.endswith(".json") else ""
        raise Moved(str(request.url.replace(path=f"/entities/{quote(meant, safe='')}{suffix}")))
    return entity_view(house, key, asked.which, language(request), findings=findings)
