"""`/commitments`: treaties as data, as a page and as files."""

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from foedus.asked.moments import day
from foedus.asked.parties import party_named
from foedus.model.listed_treaty import ListedTreaty
from foedus.serve.files import Listing, listed
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.showing import show
from foedus.serve.views.commitments import (
    TREATIES,
    AskedTreaties,
    CommitmentsView,
    commitments_view,
    kind_named,
    listed_treaties,
)

router = APIRouter()


def asked_treaties(
    house: InHouse,
    about: Annotated[str | None, Query(max_length=300, description="A state or organisation, by key or name")] = None,
    kind: Annotated[str | None, Query(max_length=40, description="Of this kind alone, as alliance or embargo")] = None,
    on: Annotated[str | None, Query(max_length=40, description="The day, as EDTF; today without it")] = None,
) -> AskedTreaties:
    """Read the query; UsageError where a value means nothing. Empty fields of a form ask nothing."""
    return AskedTreaties(
        party_named(about, "about", house.entities) if about else None,
        kind_named(kind) if kind else None,
        on_day(on),
    )


InTreaties = Annotated[AskedTreaties, Depends(asked_treaties)]


def on_day(on: str | None) -> date:
    """The first day of what is written; today where nothing is."""
    return day(on or None, "on") or datetime.now(UTC).date()


@show(router, "/commitments", "pages/commitments.html")
def commitments(request: Request, house: InHouse, asked: InTreaties) -> CommitmentsView:
    """Treaties by name."""
    return commitments_view(house, asked, language(request))


@listed(router, "/commitments")
def treaty_list(request: Request, house: InHouse, asked: InTreaties) -> Listing[ListedTreaty]:
    """The same as a list."""
    return Listing(TREATIES, listed_treaties(house, asked, language(request)))
