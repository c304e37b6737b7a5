"""`/findings`: what rules find in the claims, as a page and as files; `/findings/ID`: one in full."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request

from foedus.model.finding import Finding
from foedus.serve.files import Listing, listed
from foedus.serve.finding.asked import InClaims, InFindings
from foedus.serve.finding.place import Place
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.showing import Moved, show
from foedus.serve.views.finding import FindingView, finding_view
from foedus.serve.views.findings import FindingsView, chosen, findings_sheet, findings_view

router = APIRouter()

FindingId = Annotated[str, Path(max_length=80, pattern="^[^.]+$", description="A finding's id, or its beginning")]


@show(router, "/findings", "pages/findings.html")
def findings(
    request: Request,
    house: InHouse,
    asked: InFindings,
    after: Annotated[str | None, Query(max_length=40)] = None,
) -> FindingsView:
    """Findings by rule."""
    return findings_view(house, asked, after, language(request))


@listed(router, "/findings")
def finding_list(request: Request, house: InHouse, asked: InFindings) -> Listing[Finding]:  # noqa: ARG001 - names the file
    """The same, all of them."""
    some, batch = chosen(house, asked, Place.of(None))
    return Listing(findings_sheet(house), some, as_of=batch)


@show(router, "/findings/{id}", "pages/finding.html")
def finding(request: Request, house: InHouse, which: InClaims, id: FindingId) -> FindingView:
    """The finding, or a redirect from the beginning of an id to the whole of it."""
    view = finding_view(house, id, which, language(request))
    if view.told.finding.id != id:
        suffix = ".json" if request.url.path.endswith(".json") else ""
        raise Moved(str(request.url.replace(path=f"/findings/{quote(view.told.finding.id, safe='')}{suffix}")))
    return view
