"""Of how many origins a story is, as surely as its edges and people's marks tell, and why."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from foedus.ledger.filters import Moment
from foedus.ledger.store import Ledger
from foedus.lineage.dependent import Dependent
from foedus.lineage.edges import joins
from foedus.lineage.joined import Joined
from foedus.lineage.pages import Page
from foedus.model.story import Story, is_placeholder
from foedus.serve.views.story_kept import Kept
from foedus.serve.views.story_members import name_of


class Origins(Struct, frozen=True):
    """`counted` is how many there are; `perhaps`, never less, how many if what is only likely is not counted.

    `pages` are the ids of documents of which nothing tells that they came from another, `named` the sources that are
    known by their names alone. `same` joins pages of which nobody knows which was first, `cites` those of which one
    only names the other, `depends` those whose outlets a person marked: a source and the one that it depends on.
    """

    counted: int
    perhaps: int
    pages: tuple[str, ...]
    named: tuple[str, ...]
    same: int
    cites: int
    depends: tuple[tuple[str, str], ...]


def origins(ledger: Ledger, kept: Kept, as_of: Moment) -> Origins:
    """Those of a story."""
    story = kept.story
    first = list(story.origins)
    joined = Joined()
    for edge in story.edges:
        if joins(edge) and not edge.directed:
            joined.join(edge.origin, edge.copy)
    apart = _sets(joined, first)
    for one, other in _cited(story, first):
        joined.join(one, other)
    after_citing = _sets(joined, first)
    ties = list(_tied(first, kept, [(one.source, one.on) for one in ledger.dependences(as_of)])) if apart > 1 else []
    for one, other, _ in ties:
        joined.join(one, other)
    return Origins(
        _sets(joined, first),
        apart,
        tuple(one for one in first if not is_placeholder(one)),
        tuple(map(name_of, filter(is_placeholder, first))),
        len(first) - apart,
        apart - after_citing,
        tuple(dict.fromkeys(pair for _, _, pair in ties)),
    )


def _sets(joined: Joined, names: Iterable[str]) -> int:
    return len({joined.find(name) for name in names})


def _cited(story: Story, first: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Origins of which one names the other, or a page that came from it."""
    above: dict[str, str] = {edge.copy: edge.origin for edge in reversed(story.edges) if joins(edge)}
    known = set(first)

    def root(page: str) -> str:
        seen = {page}
        while page in above and page not in known and above[page] not in seen:
            page = above[page]
            seen.add(page)
        return page

    for edge in story.edges:
        one, other = root(edge.origin), root(edge.copy)
        if edge.kind == "citation" and one in known and other in known and one != other:
            yield one, other


def _tied(
    first: Iterable[str], kept: Kept, dependences: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Origins whose outlets depend on each other, as people marked."""
    dependent = Dependent(dependences)
    outlets = {one: name for one in first if (name := _outlet(one, {**kept.beside, **kept.pages}))}
    for one, name in outlets.items():
        for on in dependent.on(name):
            yield from ((one, other, (name, on)) for other, theirs in outlets.items() if theirs == on and other != one)


def _outlet(origin: str, pages: Mapping[str, Page]) -> str | None:
    if is_placeholder(origin):
        return name_of(origin)
    return pages[origin].document.outlet if origin in pages else None
