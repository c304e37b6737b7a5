"""How many claims of an answer there are of each kind: the counts beside a list."""

from msgspec import Struct


class FacetCount(Struct, frozen=True):
    """A value, None where there is none, and how many of the claims counted have it; an entity with its name."""

    value: str | None
    count: int
    name: str | None = None


class Facets(Struct, frozen=True):
    """Counts, the highest first, by facet: type, stage, standing, certainty, polarity, review, year, lang, outlet, and
    the core roles as `role supplier`.

    `counted` is how many claims were counted. With `more` there may be further ones, and those counted are out of the
    newest: with words or neither words, entities nor days of publication, of what the ledger learned last; else of what
    was published last. A claim on the pages of two outlets counts for both.
    """

    counted: int
    more: bool
    counts: dict[str, tuple[FacetCount, ...]]
