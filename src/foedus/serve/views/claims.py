"""A page of claims under any filter or search, with how many there are of each kind."""

from typing import NamedTuple

from msgspec import Struct

from foedus.asked.query import Filter, given
from foedus.model.facets import FacetCount
from foedus.serve.asking import Asking
from foedus.serve.house import House
from foedus.serve.views.chips import Chip, chip
from foedus.serve.views.counted import counted
from foedus.serve.views.facet_groups import FacetGroup, facet_groups, years
from foedus.serve.views.found import Found, found, found_by_words
from foedus.serve.views.linked_names import linked_names
from foedus.serve.views.nearest import Step, nearest
from foedus.serve.views.understood import Named, understood

PAGE = 25
_AS_OF = ("as_of", "published_by")
"""Filters that are shown above every view."""
_FIELDS = ("q", "from", "to", "published_from")
"""Filters that have a field of their own in the form."""


class ClaimsView(Struct, frozen=True):
    """Claims, newest publication first; `next` is the cursor of the page behind.

    `counted` is how many claims the groups count, with `more` only the newest ones. `named` are the
    entities that the words of the search name, `nearest` the steps to results where there are none, `notes` how names
    were understood. `set` are all filters but the words, `kept` those that the form has no field for, `days` what its
    fields for days hold. `whole` says that nothing narrows.
    """

    hits: tuple[Found, ...]
    next: str | None
    words: str
    named: tuple[Named, ...]
    chips: tuple[Chip, ...]
    groups: tuple[FacetGroup, ...]
    years: tuple[FacetCount, ...]
    counted: int
    more: bool
    set: tuple[Filter, ...]
    kept: tuple[Filter, ...]
    days: dict[str, str]
    nearest: tuple[Step, ...]
    notes: tuple[str, ...]
    whole: bool


class _Page(NamedTuple):
    hits: tuple[Found, ...]
    next: str | None
    as_of: int


def claims_view(house: House, asked: Asking, lang: str, after: str | None) -> ClaimsView:
    """The first page of an answer, or the one behind a cursor."""
    page = _page(house, asked, lang, after)
    facets = counted(house.ledger, asked.which, page.as_of)
    filters = given(asked.words)
    groups = facet_groups(facets, asked, house.entities, lang)
    offered = {(group.name, value.value) for group in groups for value in group.values}
    return ClaimsView(
        hits=page.hits,
        next=page.next,
        words=asked.words.text or "",
        named=understood(asked.words.text or "", house.entities, linked_names(house.ledger), lang),
        chips=tuple(chip(one, house.entities, lang) for one in filters if one[0] not in _AS_OF),
        groups=groups,
        years=years(facets),
        counted=facets.counted,
        more=facets.more,
        set=tuple(one for one in filters if one[0] != "q"),
        days=dict.fromkeys(_FIELDS, "") | {name: value for name, value in filters if name in _FIELDS},
        kept=tuple(one for one in filters if one[0] not in _FIELDS and one not in offered),
        nearest=() if page.hits or after else nearest(house, asked.words, lang),
        notes=asked.notes,
        whole=not filters,
    )


def _page(house: House, asked: Asking, lang: str, after: str | None) -> _Page:
    if asked.words.text is not None:
        answer = house.ledger.search(asked.words.text, asked.which, after, PAGE)
        return _Page(tuple(found_by_words(one, house, lang) for one in answer.hits), answer.next, answer.as_of)
    page = house.ledger.page_of_claims(asked.which, after, PAGE, newest_first=True)
    hits = tuple(found(one, house, lang, kept) for one, kept in zip(page.claims, page.kept, strict=True))
    return _Page(hits, page.next, page.as_of)
