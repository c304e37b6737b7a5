"""`/register`: the transfer register."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from foedus.model.row import RegisterRow
from foedus.publish.register import REGISTER
from foedus.serve.asking import InAsking, Many
from foedus.serve.files import Listing, listed
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.showing import show
from foedus.serve.views.register import RegisterView, register_view
from foedus.serve.views.register_asked import Words
from foedus.serve.views.register_listing import register_rows_of
from foedus.serve.views.register_order import Sort

router = APIRouter()


def asked_words(
    *,
    supplier: Many,
    recipient: Many,
    item: Many,
    status: Many,
    category: Many,
    year: Many,
    weakest: str | None = None,
    held: bool = False,
    sort: Sort = "pair",
) -> Words:
    """The register's own filters. Empty fields of a form ask nothing."""
    return Words(
        supplier=_given(supplier),
        recipient=_given(recipient),
        item=_given(item),
        status=_given(status),
        category=_given(category),
        year=_given(year),
        weakest=weakest or None,
        held=held,
        sort=sort,
    )


def _given(values: list[str]) -> tuple[str, ...]:
    return tuple(value for value in values if value.strip())


InWords = Annotated[Words, Depends(asked_words)]


@show(router, "/register", "pages/register.html")
def register(
    request: Request, house: InHouse, asked: InAsking, words: InWords, after: Annotated[int, Query(ge=0)] = 0
) -> RegisterView:
    """Rows under the filters of the address, from a number on."""
    return register_view(house, words, asked, language(request), after)


@listed(router, "/register")
def register_list(
    request: Request, house: InHouse, asked: InAsking, words: InWords, after: Annotated[int, Query(ge=0)] = 0
) -> Listing[RegisterRow]:
    """The same rows as a list, as far as a file goes."""
    found = register_rows_of(house, words, asked, language(request), after)
    return Listing(REGISTER, found.rows, found.limit)
