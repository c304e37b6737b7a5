"""A story as a family tree: each page under the one that it comes from, with what is known of both."""

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from foedus.lineage.edges import joins
from foedus.model.document import Document
from foedus.model.story import CopyEdge, EdgeKind, Story


class Branch(Struct, frozen=True):
    """A page of a story: how deep it stands, from which page it comes and how (null: from none that is here).

    `reason` is the evidence for that edge, `cites` whom the page names as its source, ids or placeholders.
    """

    document: str
    depth: int
    published: str | None
    lang: str
    outlet: str | None
    title: str | None
    url: str | None
    origin: str | None
    kind: EdgeKind | None
    score: float | None
    directed: bool
    turned: bool
    reason: str | None
    cites: tuple[str, ...]


def branches(story: Story, documents: Mapping[str, Document]) -> list[Branch]:
    """The pages of a story, each before those that come from it; `documents` need no texts."""
    cites: dict[str, list[str]] = defaultdict(list)
    for edge in story.edges:
        if edge.kind == "citation":
            cites[edge.copy].append(edge.origin)
    into = tree_of(story)
    below: dict[str, list[str]] = defaultdict(list)
    for page in reversed(story.members):
        if page in into:
            below[into[page].origin].append(page)
    found: list[Branch] = []
    ahead = [(page, 0) for page in reversed(story.members) if page not in into]
    while ahead:
        page, depth = ahead.pop()
        if page in documents:
            found.append(_branch(documents[page], depth, into.get(page), tuple(dict.fromkeys(cites[page]))))
        ahead += [(one, depth + 1) for one in below[page]]
    return found


def tree_of(story: Story) -> dict[str, CopyEdge]:
    """The edge by which each page of a story hangs on another; the first pages have none."""
    inside = set(story.members)
    into: dict[str, CopyEdge] = {}
    for edge in story.edges:
        if joins(edge) and {edge.origin, edge.copy} <= inside:
            into.setdefault(edge.copy, edge)
    return into


def _branch(page: Document, depth: int, edge: CopyEdge | None, cites: tuple[str, ...]) -> Branch:
    return Branch(
        document=page.id,
        depth=depth,
        published=page.published,
        lang=page.lang,
        outlet=page.outlet,
        title=page.title,
        url=page.url,
        origin=edge.origin if edge else None,
        kind=edge.kind if edge else None,
        score=edge.score if edge else None,
        directed=edge.directed if edge else True,
        turned=edge.turned if edge else False,
        reason=edge.reason if edge else None,
        cites=cites,
    )
