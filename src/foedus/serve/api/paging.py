"""Answers by pages: how many at once, where a page begins, and the address of the next one."""

from collections.abc import Iterable
from itertools import islice
from typing import Annotated, TypeVar

from fastapi import Query, Request

from foedus.ledger.asking.paging import MOST, Page
from foedus.model.answers import KeptClaim, Listed
from foedus.serve.addresses import Addresses

T = TypeVar("T")

Limit = Annotated[int, Query(ge=1, le=MOST, description="At most so many at once")]
After = Annotated[
    str | None, Query(max_length=2_000, description="Where a page begins; `next` of the page before has it")
]
Number = Annotated[int, Query(ge=0, le=10**9, description="Begin behind so many; `next` of the page before has it")]


def address(request: Request, after: str | int | None) -> str | None:
    """Of the page behind a place."""
    return None if after is None else Addresses(request).here(after=after)


def kept_claims(request: Request, page: Page, notes: tuple[str, ...] = ()) -> Listed[KeptClaim]:
    """Claims of the ledger as a page of the API."""
    held = zip(page.claims, page.kept, strict=True)
    items = tuple(KeptClaim(kept.address, kept.reading, kept.review, claim) for claim, kept in held)
    return Listed(items, address(request, page.next), page.as_of, notes=notes)


def numbered(
    request: Request,
    records: Iterable[T],
    after: int,
    limit: int,
    *,
    left_out: str | None = None,
    notes: tuple[str, ...] = (),
) -> Listed[T]:
    """So many of a list that is computed anew for each page."""
    some = tuple(islice(records, after, after + limit + 1))
    following = after + limit if len(some) > limit else None
    return Listed(some[:limit], address(request, following), limit=left_out, notes=notes)
