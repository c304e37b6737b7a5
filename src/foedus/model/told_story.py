"""What the API answers with about stories, besides the story itself. The server makes these, the client reads them."""

from typing import NamedTuple

from msgspec import Struct


class ListedStory(Struct, frozen=True):
    """A story of a list. `title` is that of its first page, of language `lang`; `pages` counts its pages and `langs`
    these by language, `origins` of how many texts they come; `first` and `last` are days (ISO 8601)."""

    id: str
    title: str
    lang: str
    outlet: str | None
    pages: int
    langs: dict[str, int]
    origins: int
    first: str | None
    last: str | None
    changed: str
    """When the ledger last learned that it is so, UTC."""


class Extent(NamedTuple):
    """Words of a stored text: offsets in code points, end exclusive."""

    start: int
    end: int


class StoryChange(Struct, frozen=True):
    """One thing that a page says otherwise than another of its story, the `origin` (ids): words before and now.

    `published` is the page's date. `pages` are that page and those that come from it and say it as it does; of two
    pages that were compared by themselves, that page alone.
    """

    kind: str
    origin: str
    page: str
    was: str
    was_at: Extent
    now: str
    now_at: Extent
    reason: str
    published: str | None
    pages: tuple[str, ...]
