"""`/claims`: claims under any filter, one claim, what became of it, and how to cite it."""

from dataclasses import replace
from typing import Annotated, Literal

import msgspec
from fastapi import Query, Request

from foedus.model.answers import Citation, KeptClaim, Listed, OneClaim
from foedus.model.claim import Claim
from foedus.model.errors import NoTextError
from foedus.model.facets import Facets
from foedus.model.review import Step
from foedus.publish.citation.annotation import annotation_json
from foedus.publish.citation.bibtex import bibtex
from foedus.publish.citation.plain import plain
from foedus.publish.claims import claim_sheet
from foedus.serve.api.ids import ClaimId
from foedus.serve.api.paging import After, Limit, kept_claims
from foedus.serve.api.room import Room
from foedus.serve.asking import InAsking
from foedus.serve.files import FORMS, Listing, as_file
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.views.citing import cited
from foedus.serve.views.counted import counted
from foedus.serve.views.holding import twins
from foedus.serve.views.panel import located
from foedus.serve.views.streams import all_claims

room = Room("claims")

Order = Annotated[Literal["newest", "oldest"], Query(description="By the day of publication; undated ones come last")]


@room.get("/claims", Listed[KeptClaim])
def claims(
    request: Request,
    *,
    house: InHouse,
    asked: InAsking,
    after: After = None,
    limit: Limit = 50,
    order: Order = "newest",
) -> Listed[KeptClaim]:
    """Claims under filters. All pages are as of the moment of the first one, whatever is written meanwhile."""
    page = house.ledger.page_of_claims(asked.which, after or None, limit, newest_first=order == "newest")
    return kept_claims(request, page, asked.notes)


@room.get("/claims/counts", Facets)
def claim_counts(house: InHouse, asked: InAsking) -> Facets:
    """How many claims there are of each kind. Of very many only the newest are counted: `more` says so."""
    batch = house.ledger.batch(asked.which.as_of)
    return counted(house.ledger, asked.which, batch)


@room.get("/claims/{id}", OneClaim)
def claim(house: InHouse, asked: InAsking, id: ClaimId) -> OneClaim:
    """One claim by its id. The beginning of an id will do where it is that of one claim; a claim that was merged into
    another is found under its old id too: `address` says where it is now."""
    found = located(house, id, asked.which.as_of)
    others = twins(house.ledger, found.claim.id, asked.which.as_of)
    return OneClaim(found.address, found.reading, found.review, found.claim, found.ended, others)


@room.get("/claims/{id}/history", Listed[Step])
def claim_history(house: InHouse, asked: InAsking, id: ClaimId) -> Listed[Step]:
    """Every version and judgement of a claim, in order. Each with the reader's and the person's values."""
    found = located(house, id, asked.which.as_of)
    return Listed(tuple(house.ledger.history(found.exact, asked.which.as_of)))


@room.get("/claims/{id}/citation", Citation)
def claim_citation(request: Request, house: InHouse, asked: InAsking, id: ClaimId) -> Citation:
    """A claim to cite. In words (of the language that `in` or Accept-Language asks for), BibTeX, Web Annotation."""
    found = located(house, id, asked.which.as_of)
    try:
        text = house.ledger.document(found.claim.document.sha256, asked.which.as_of).text
    except NoTextError:
        text = None
    source = cited(found.claim, found.address, str(request.base_url).rstrip("/"), text)
    words = plain(source, "fr" if language(request) == "fr" else "en")
    return Citation(words, bibtex(source), msgspec.json.decode(annotation_json(source)))


@room.get("/documents/{id}/claims", Listed[KeptClaim])
def document_claims(
    request: Request, *, house: InHouse, asked: InAsking, id: str, after: After = None, limit: Limit = 50
) -> Listed[KeptClaim]:
    """The claims of one document. In the order of its text."""
    held = house.ledger.document(id, asked.which.as_of)
    page = house.ledger.page_of_claims(replace(asked.which, document=held.sha256), after or None, limit)
    return kept_claims(request, page, asked.notes)


def claim_list(request: Request, house: InHouse, asked: InAsking) -> Listing[Claim]:  # noqa: ARG001 - names the file
    """All claims under filters as a file, newest publication first. The whole answer as of one batch, which the header
    `Foedus-As-Of` names, however long it takes to send."""
    batch = house.ledger.batch(asked.which.as_of)
    records = all_claims(house.ledger, replace(asked.which, as_of=batch))
    return Listing(claim_sheet(house.settings.sure), records, as_of=batch)


for _ending, _form in FORMS.items():
    room.file(f"/claims.{_ending}", f"claims_{_ending}", _form.media_type, as_file(claim_list, _ending, _form))
