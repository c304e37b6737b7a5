"""Which page of a text it is that was seen, and what is known of it now that it was seen again."""

from collections.abc import Sequence

from msgspec.structs import replace

from foedus.ledger.reading.incoming import CORRECTABLE
from foedus.model.document import Document

UNKNOWN = {None, "und"}
"""What says nothing: no value, and the language code of what nobody knows."""

_STREAMS = {None, "-", "standard input"}
"""Sources that name no place: whatever is piped in comes from there."""

_OF_A_COPY = ("outlet", "published", "title")


def page_of(pages: Sequence[Document], seen: Document) -> int | None:
    """Which of a text's pages was seen, as a place in their order; None where it is another one.

    It is the page with the same address, else the one that came from the same file or line; else, both without an
    address, one that contradicts it in nothing: a copy of the file in another place.
    """
    for place, page in enumerate(pages):
        if page.url is not None and page.url == seen.url:
            return place
    for place, page in enumerate(pages):
        if _same_source(page, seen):
            return place
    for place, page in enumerate(pages):
        if _is_copy(page, seen):
            return place
    return None


def known_now(page: Document, seen: Document, given: frozenset[str] | None) -> Document:
    """A page with what it was seen to say: what was given corrects it, the rest fills gaps, nothing is ever erased.

    How its text was got stays as when it was seen first. A copy in another place fills gaps only.
    """
    if not (_same_source(page, seen) or (page.url is not None and page.url == seen.url)):
        given = frozenset()
    found = {field: getattr(seen, field) for field in CORRECTABLE if _counts(field, page, seen, given)}
    if (given is None and seen.notes) or (given is not None and "notes" in given):
        found["notes"] = seen.notes
    for field in ("raw_sha256", "source"):
        if getattr(page, field) is None:
            found[field] = getattr(seen, field)
    return replace(page, **found)


def _counts(field: str, page: Document, seen: Document, given: frozenset[str] | None) -> bool:
    if getattr(seen, field) in UNKNOWN:
        return False
    return given is None or field in given or getattr(page, field) in UNKNOWN


def _same_source(page: Document, seen: Document) -> bool:
    return page.source not in _STREAMS and page.source == seen.source


def _is_copy(page: Document, seen: Document) -> bool:
    if page.url is not None or seen.url is not None:
        return False
    told = [(getattr(page, field), getattr(seen, field)) for field in _OF_A_COPY]
    return all(one == other for one, other in told if one is not None and other is not None)
