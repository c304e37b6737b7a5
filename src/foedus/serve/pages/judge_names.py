"""`/review/names` and `/review/sources`: names linked to entities, sources that are not independent."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from foedus.asked.review.names import entity, linkable
from foedus.asked.review.sources import source
from foedus.model.errors import FoedusError, UsageError
from foedus.serve.access.who import Reviewer
from foedus.serve.done import is_here, onward
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.pages.forms import InForm, back_in, desk_of, status_of, text_in
from foedus.serve.rendering import render
from foedus.serve.showing import show
from foedus.serve.views.review_names import NamesView, Sent, SourcesView, names_view, sources_view

router = APIRouter()


@show(router, "/review/names", "pages/names.html")
def names(
    request: Request, *, house: InHouse, name: str = "", entity: str = "", look: str = "", back: str = ""
) -> NamesView:
    """A name and the entities that it can mean."""
    sent = Sent(name.strip(), entity.strip(), look.strip(), back=back if is_here(back) else "")
    return names_view(house, sent, language(request))


@router.post("/review/names", include_in_schema=False)
def link(request: Request, house: InHouse, who: Reviewer, given: InForm) -> Response:
    """The name is linked wherever it has no entity; or, with `unlink`, a link is taken back."""
    name, reason, back = text_in(given, "name"), text_in(given, "reason"), back_in(given, "")
    meant = text_in(given, "entity") or text_in(given, "other")
    try:
        if not name:
            raise UsageError("say which name is linked, as the texts have it")
        if "unlink" in given:
            judged = desk_of(house, who.name, "unlink").unlink(name, reason=reason)
        else:
            found = linkable(entity(meant, "entity"))
            judged = desk_of(house, who.name, "link").link(name, found, reason=reason)
    except FoedusError as error:
        view = names_view(house, Sent(name, "", meant, reason, str(error), back), language(request))
        return render(request, "pages/names.html", status=status_of(error), view=view)
    return onward(request, judged, back or "/review/names")


@show(router, "/review/sources", "pages/sources.html")
def sources(request: Request, house: InHouse, source: str = "", on: str = "") -> SourcesView:  # noqa: ARG001 - every view takes it
    """Sources that depend on others."""
    return sources_view(house, source.strip(), on.strip(), "", "")


@router.post("/review/sources", include_in_schema=False)
def depend(request: Request, house: InHouse, who: Reviewer, given: InForm) -> Response:
    """A source is marked as dependent on another, or (`independent`) that is taken back."""
    first, second, reason = text_in(given, "source"), text_in(given, "on"), text_in(given, "reason")
    try:
        if "independent" in given:
            judged = desk_of(house, who.name, "independ").independ(first, second, reason=reason)
        else:
            known = (source(house.ledger, first, "source"), source(house.ledger, second, "depends on"))
            judged = desk_of(house, who.name, "depend").depend(*known, reason=reason)
    except FoedusError as error:
        view = sources_view(house, first, second, reason, str(error))
        return render(request, "pages/sources.html", status=status_of(error), view=view)
    return onward(request, judged, "/review/sources")
