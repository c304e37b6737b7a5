"""`/stories/s-ID`: one story, at the address that any of its pages gives it."""

from collections.abc import Callable
from typing import Annotated, Literal
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import RedirectResponse, Response

from foedus.asked.moments import day, moment
from foedus.publish.column import Column, Sheet, Value
from foedus.serve.addresses import KEPT
from foedus.serve.charts.drawing import saved
from foedus.serve.files import Listing, listed
from foedus.serve.house import House, InHouse
from foedus.serve.languages import language
from foedus.serve.showing import Moved, show
from foedus.serve.views.story import Asked, StoryView, story_view
from foedus.serve.views.story_changes import Chosen
from foedus.serve.views.story_kept import kept_story
from foedus.serve.views.story_members import Branch, branches, members

router = APIRouter()

_PATH = "/stories/{id}"
_ALL = 100_000
"""Pages of a story in a file."""


def _of_come(field: str) -> Callable[[Branch], Value]:
    """A field of what a page came from."""

    def value(row: Branch) -> Value:
        found: Value = getattr(row.come, field) if row.come else None
        return found

    return value


BRANCHES: Sheet[Branch] = Sheet(
    "story",
    (
        Column("page", "whole", lambda row: row.member.number),
        Column("document", "text", lambda row: row.member.document),
        Column("title", "text", lambda row: row.member.title),
        Column("outlet", "text", lambda row: row.member.outlet),
        Column("lang", "text", lambda row: row.member.lang),
        Column("published", "text", lambda row: row.member.published),
        Column("undated", "text", lambda row: row.member.undated),
        Column("origin", "yes", lambda row: row.member.origin),
        Column("kind", "text", _of_come("kind")),
        Column("from_page", "whole", _of_come("number")),
        Column("from", "text", lambda row: (row.come.document or row.come.name) if row.come else None),
        Column("score", "number", _of_come("score")),
        Column("directed", "yes", _of_come("directed")),
        Column("turned", "yes", _of_come("turned")),
        Column("reason", "text", _of_come("reason")),
    ),
)
"""One page a row, and one more for each further edge by which it came."""


def asked_story(
    request: Request,
    *,
    id: Annotated[str, Path(min_length=1, max_length=80)],
    as_of: str | None = None,
    published_by: str | None = None,
    from_: Annotated[str | None, Query(alias="from", max_length=80)] = None,
    to: Annotated[str | None, Query(max_length=80)] = None,
    compare: Literal["", "some", "all"] = "",
) -> Asked:
    """What the address asks for; `from` and `to` are pages to compare, `compare` says whether others are."""
    return Asked(
        id,
        moment(as_of or None, "as_of", latest=True),
        day(published_by or None, "published_by", latest=True),
        Chosen(from_ or None, to or None, compare),
        urlencode({name: value for name in KEPT if (value := request.query_params.get(name))}),
    )


InStory = Annotated[Asked, Depends(asked_story)]


# endings come before the page, whose last part would take them for its own
@router.get(f"{_PATH}.svg", include_in_schema=False)
def story_svg(request: Request, house: InHouse, asked: InStory) -> Response:
    """The family tree as a file."""
    try:
        return saved("story", _view(request, house, asked), language(request))
    except Moved as moved:
        return RedirectResponse(moved.to, 308)


@listed(router, _PATH)
def story_list(request: Request, house: InHouse, asked: InStory) -> Listing[Branch]:
    """Its pages as a list, with what each came from."""
    kept = kept_story(house.ledger, asked.name, asked.as_of, asked.published_by, _ALL)
    _go_on(request, asked.name, kept.story.id)
    return Listing(BRANCHES, branches(members(house.ledger, kept)), name=f"story {kept.story.id}")


@show(router, _PATH, "pages/story.html")
def story(request: Request, house: InHouse, asked: InStory) -> StoryView:
    """The story, or a redirect to where it is now."""
    return _view(request, house, asked)


def _view(request: Request, house: House, asked: Asked) -> StoryView:
    view = story_view(house, asked, language(request))
    _go_on(request, asked.name, view.id)
    return view


def _go_on(request: Request, given: str, now: str) -> None:
    if given != now:
        raise Moved(str(request.url.replace(path=request.url.path.replace(quote(given, safe=""), now, 1))))
