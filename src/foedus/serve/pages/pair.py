"""`/pairs/A/B`: two states, or other entities, and what lies between them."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Request

from foedus.model.errors import UsageError
from foedus.serve.asking import InAsking
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.showing import Moved, show
from foedus.serve.views.entity_key import entity_key
from foedus.serve.views.pair import PairView, pair_view

router = APIRouter()


@show(router, "/pairs/{one}/{other}", "pages/pair.html")
def pair(
    request: Request,
    house: InHouse,
    asked: InAsking,
    one: str,
    other: Annotated[str, Path(pattern="^[^.]+$")],
) -> PairView:
    """The pair, at one address whichever of the two is named first."""
    keys = sorted((entity_key(house, one), entity_key(house, other)))
    if keys[0] == keys[1]:
        raise UsageError(f"a pair has two sides, and {one!r} and {other!r} are one: name another entity")
    if keys != [one, other]:
        suffix = ".json" if request.url.path.endswith(".json") else ""
        path = "/".join(quote(key, safe="") for key in keys)
        raise Moved(str(request.url.replace(path=f"/pairs/{path}{suffix}")))
    return pair_view(house, one, other, asked.which, language(request))
