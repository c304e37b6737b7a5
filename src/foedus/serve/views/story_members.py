"""The pages of a story as a list tells of them: each with its number, and with what it came from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from foedus.ledger.store import Ledger
from foedus.lineage.edges import joins
from foedus.lineage.pages import Page
from foedus.model.errors import UnknownError
from foedus.model.story import PLACEHOLDER, CopyEdge, Passage, is_placeholder
from foedus.serve.views.facts import headline
from foedus.serve.views.story_kept import Kept

_PASSAGES = 4
"""Passages of an edge that are shown; the others are counted."""
_UNTITLED = 40
"""Pages without a title whose first words are looked up."""


class Come(Struct, frozen=True):
    """From what a page came. `number` is that of a page of the story; `document` is None where the origin is known by
    its `name` alone. `passages` are the first that both have, `more` counts the others."""

    kind: str
    number: int | None
    document: str | None
    name: str
    score: float
    directed: bool
    turned: bool
    reason: str
    passages: tuple[Passage, ...]
    more: int


class Member(Struct, frozen=True):
    """A page of a story; `number` is its place in canonical order, from 1.

    `day` is the first day of its date, ISO 8601, None where it has none that can be used: then `undated` says why.
    `origin` says that nothing tells of a page that it came from, `comes` from what it came.
    """

    number: int
    document: str
    title: str
    lang: str
    outlet: str | None
    published: str | None
    day: str | None
    undated: str | None
    origin: bool
    comes: tuple[Come, ...]


class Neighbour(Struct, frozen=True):
    """A page outside a story, by which its own story is named."""

    document: str
    title: str
    lang: str
    outlet: str | None
    published: str | None


class Names(NamedTuple):
    """What pages are called and how they are numbered."""

    titles: Mapping[str, str]
    numbers: Mapping[str, int]


def members(ledger: Ledger, kept: Kept) -> tuple[Member, ...]:
    """The pages in canonical order."""
    story = kept.story
    titles = _titles(ledger, [*kept.pages.values(), *kept.beside.values()])
    names = Names(titles, {page: number for number, page in enumerate(story.members, 1)})
    edges: dict[str, list[CopyEdge]] = defaultdict(list)
    for edge in story.edges:
        edges[edge.copy].append(edge)
    first = set(story.origins)
    return tuple(
        Member(
            names.numbers[page.id],
            page.id,
            titles[page.id],
            page.lang,
            page.document.outlet,
            page.document.published,
            page.card.day,
            page.undated,
            page.id in first or not any(joins(edge) for edge in edges[page.id]),
            tuple(_come(edge, names) for edge in edges[page.id]),
        )
        for page in kept.pages.values()
    )


def neighbours(ledger: Ledger, pages: Iterable[Page]) -> tuple[Neighbour, ...]:
    """Pages of other stories."""
    some = list(pages)
    titles = _titles(ledger, some)
    return tuple(
        Neighbour(page.id, titles[page.id], page.lang, page.document.outlet, page.document.published) for page in some
    )


def name_of(origin: str) -> str:
    """The name by which alone an origin is known."""
    return origin.removeprefix(PLACEHOLDER)


def _come(edge: CopyEdge, names: Names) -> Come:
    alone = is_placeholder(edge.origin)
    shown = edge.spans[:_PASSAGES]
    return Come(
        edge.kind,
        names.numbers.get(edge.origin),
        None if alone else edge.origin,
        name_of(edge.origin) if alone else names.titles.get(edge.origin, edge.origin),
        edge.score,
        edge.directed,
        edge.turned,
        edge.reason,
        shown,
        len(edge.spans) - len(shown),
    )


def _titles(ledger: Ledger, pages: Iterable[Page]) -> dict[str, str]:
    """Titles, or first words; of very many pages without a title the id."""
    found: dict[str, str] = {}
    looked_up = 0
    for page in pages:
        title = page.document.title
        if not title and looked_up < _UNTITLED:
            looked_up += 1
            title = _first_words(ledger, page.id)
        found[page.id] = headline(title, "") if title else page.id
    return found


def _first_words(ledger: Ledger, document: str) -> str | None:
    try:
        return headline(None, ledger.document(document).text)
    except UnknownError:
        return None


class Branch(NamedTuple):
    """A page of a story with one of what it came from, None of an origin."""

    member: Member
    come: Come | None


def branches(some: Iterable[Member]) -> Iterator[Branch]:
    """A row for each page, and for each further origin that it has."""
    for member in some:
        yield from (Branch(member, come) for come in member.comes or (None,))
