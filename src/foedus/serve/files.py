"""Lists as files: `.csv`, `.jsonl` and `.parquet` behind the address of a view, sent piece by piece."""

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, Generic, NamedTuple
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response, StreamingResponse

from foedus.publish import lines, parquet, spreadsheet
from foedus.publish.column import Sheet, T
from foedus.serve.showing import Moved

LIMITED = "Foedus-Limit"
"""The header that says what a file leaves out."""
AS_OF = "Foedus-As-Of"
"""The header that names the batch of the ledger as of which a file is given."""

_LONGEST = 80
"""Characters of a file's name that tell of filters."""
_UNTOLD = frozenset({"in", "after", "sort", "open"})
"""Parameters that say nothing of what a file holds."""


class Listing(NamedTuple, Generic[T]):
    """Records with their columns; `limit` says in English, in one line, what is left out, if anything is."""

    sheet: Sheet[T]
    records: Iterable[T]
    limit: str | None = None
    name: str | None = None
    """What the file is called, where the name of the list and the filters do not say it."""
    as_of: int | None = None


class Form(NamedTuple):
    """A kind of file."""

    media_type: str
    pieces: Callable[[Listing[Any]], Iterator[bytes]]


FORMS = {
    "csv": Form(spreadsheet.MEDIA_TYPE, lambda one: spreadsheet.csv_pieces(one.sheet, one.records)),
    "jsonl": Form(lines.MEDIA_TYPE, lambda one: lines.jsonl_pieces(one.records)),
    "parquet": Form(parquet.MEDIA_TYPE, lambda one: parquet.parquet_pieces(one.sheet, one.records)),
}
"""By the ending of the address."""

Make = Callable[..., Listing[T]]


def listed(router: APIRouter, path: str) -> Callable[[Make[T]], Make[T]]:
    """Serve a function's Listing as a file of each form.

    The function takes `request: Request` and whatever else FastAPI can give, and is run in a thread. Errors that come
    before the first piece are pages of their own; a stream that breaks later ends short, and the client sees that.
    """

    def served(make: Make[T]) -> Make[T]:
        for ending, form in FORMS.items():
            endpoint = as_file(make, ending, form)
            router.add_api_route(f"{path}.{ending}", endpoint, include_in_schema=False, response_model=None)
        return make

    return served


def as_file(make: Make[T], ending: str, form: Form) -> Callable[..., Any]:
    """The endpoint that sends a Listing in one form."""

    @functools.wraps(make)
    async def endpoint(**given: Any) -> Response:  # noqa: ANN401 - whatever the function takes
        try:
            return await run_in_threadpool(lambda: _sent(given["request"], make(**given), ending, form))
        except Moved as moved:
            return RedirectResponse(moved.to, 308)

    return endpoint


def _sent(request: Request, listing: Listing[T], ending: str, form: Form) -> Response:
    """The answer with its first piece made, so that what cannot be asked is told before anything is sent."""
    pieces = form.pieces(listing)
    first = next(pieces, b"")
    headers = {"Content-Disposition": _disposition(f"{_name(request, listing)}.{ending}")}
    if listing.limit:
        headers[LIMITED] = listing.limit
    if listing.as_of is not None:
        headers[AS_OF] = str(listing.as_of)
    return StreamingResponse(chain([first], pieces), media_type=form.media_type, headers=headers)


def _name(request: Request, listing: Listing[T]) -> str:
    """Like `foedus-register-belarus-delivered-as-of-2024-07-01`."""
    if listing.name:
        return _slug(f"foedus {listing.name}")
    told = [
        f"{name} {value}" if name in ("as_of", "from", "to") else value
        for name, value in request.query_params.multi_items()
        if value.strip() and name not in _UNTOLD
    ]
    return "-".join(filter(None, (f"foedus-{listing.sheet.name}", _slug(" ".join(told))[:_LONGEST].strip("-"))))


def _slug(text: str) -> str:
    """Words with hyphens between them, in any script, without what file systems do not bear."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[^\w.]+|_+", "-", folded).strip("-.")


def _disposition(name: str) -> str:
    """For every client (RFC 6266): a name in ASCII, and the whole one in UTF-8."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r"-{2,}", "-", plain)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
