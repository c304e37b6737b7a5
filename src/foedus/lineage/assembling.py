"""From pages that hang together to stories: members, where they came from, and why."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from foedus.lineage.citing.outlets import alike, published_by
from foedus.lineage.edges import HALF
from foedus.lineage.explained import joining, needed
from foedus.lineage.families import Family
from foedus.lineage.joined import Joined
from foedus.lineage.pages import Card
from foedus.model.story import CopyEdge, EdgeKind, Passage, Story, is_placeholder, story_id

_COUNTED: dict[EdgeKind, tuple[str, str]] = {
    "copy": ("copy", "copies"),
    "excerpt": ("excerpt", "excerpts"),
    "translation": ("translation", "translations"),
    "rewrite": ("rewrite", "rewrites"),
    "version": ("version", "versions"),
}


def assemble(family: Family) -> list[Story]:
    """The stories of a family, by their first pages; `same_event` holds ids of documents, for `with_events`."""
    joined = Joined()
    together = joining(family.cards, family.edges)
    for edge in together:
        joined.join(edge.origin, edge.copy)
    groups: dict[str, list[Card]] = defaultdict(list)
    for card in family.cards:
        groups[joined.find(card.id)].append(card)
    of = {card.id: name for name, group in groups.items() for card in group}
    own: dict[str, list[CopyEdge]] = defaultdict(list)
    touching: dict[str, list[CopyEdge]] = defaultdict(list)
    for edge in together:
        own[of[edge.copy]].append(edge)
    for edge in family.edges:
        for name in {of[end] for end in (edge.origin, edge.copy) if end in of}:
            touching[name].append(edge)
    return [_story(group, own[name], touching[name]) for name, group in groups.items()]


def with_events(stories: Iterable[Story], of: Mapping[str, str]) -> list[Story]:
    """Stories that name other stories of their event by id; `of` says in which story a document stands."""
    return [
        replace(story, same_event=tuple(sorted({of[page] for page in story.same_event if page in of} - {story.id})))
        for story in stories
    ]


def _story(cards: Sequence[Card], together: Sequence[CopyEdge], touching: Sequence[CopyEdge]) -> Story:
    members = tuple(card.id for card in cards)
    inside = set(members)
    citations = _citations(cards, touching)
    tree = needed(cards, together, ((edge.origin, edge.copy) for edge in citations))
    excerpts = [edge for edge in touching if edge.kind == "excerpt" and not {edge.origin, edge.copy} <= inside]
    first = _first(members, tree)
    origins = _origins(first, citations, inside)
    days = sorted(card.day for card in cards if card.day)
    events = {end for edge in touching if edge.kind == "same_event" for end in (edge.origin, edge.copy)} - inside
    return Story(
        id=story_id(members[0]),
        members=members,
        origins=origins,
        edges=(*tree, *citations, *sorted(excerpts, key=lambda edge: (edge.copy, edge.origin))),
        langs=dict(sorted(Counter(card.lang for card in cards).items())),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        same_event=tuple(sorted(events)),
        reason=_reason(cards, tree, first, origins),
    )


def _citations(cards: Sequence[Card], touching: Iterable[CopyEdge]) -> list[CopyEdge]:
    """What the members cite: for the same words a page before a placeholder, and one that no date speaks against first.

    A page of the story answers to a placeholder of its outlet: that it was not found by what it tells matters no more.
    """
    place = {card.id: number for number, card in enumerate(cards)}
    found: dict[tuple[str, tuple[Passage, ...]], list[CopyEdge]] = defaultdict(list)
    for edge in touching:
        if edge.kind == "citation" and edge.copy in place:
            found[edge.copy, edge.spans].append(_answered(edge, cards) if is_placeholder(edge.origin) else edge)
    best = (min(several, key=lambda one: (is_placeholder(one.origin), one.turned)) for several in found.values())
    return sorted(best, key=lambda edge: (place[edge.copy], edge.spans, edge.origin))


def _answered(edge: CopyEdge, cards: Iterable[Card]) -> CopyEdge:
    outlet = alike(edge.origin)
    for card in cards:
        if card.id != edge.copy and outlet in published_by(card.outlet, card.url):
            return replace(edge, origin=card.id, reason=f"{edge.reason.partition(';')[0]}; its page is of this story")
    return edge


def _first(members: Sequence[str], tree: Sequence[CopyEdge]) -> list[str]:
    """The pages that have their text from no other, and those of which nothing tells that they came after these."""
    into = {edge.copy for edge in tree}
    out: dict[str, list[str]] = defaultdict(list)
    for edge in tree:
        if not edge.directed:
            out[edge.origin].append(edge.copy)
    directed = {edge.copy for edge in tree if edge.directed}
    found = dict.fromkeys(page for page in members if page not in into)
    ahead = list(found)
    while ahead:
        ahead = [copy for page in ahead for copy in out[page] if copy not in directed and copy not in found]
        found |= dict.fromkeys(ahead)
    return [page for page in members if page in found]


def _origins(first: Sequence[str], citations: Iterable[CopyEdge], inside: set[str]) -> tuple[str, ...]:
    """The first pages, or what they cite for most of what they tell."""
    cited: dict[str, list[str]] = defaultdict(list)
    for edge in citations:
        if edge.score >= HALF and edge.origin not in inside:
            cited[edge.copy].append(edge.origin)
    return tuple(dict.fromkeys(origin for page in first for origin in cited.get(page, [page])))


def _reason(cards: Sequence[Card], tree: Sequence[CopyEdge], first: Sequence[str], origins: Sequence[str]) -> str:
    """`4 pages of one text: 2 copies, 1 translation; the first is of 2024-06-13`, and what is doubtful."""
    if len(cards) == 1:
        said = ["1 page, and no other of its text"]
    else:
        counts = Counter(edge.kind for edge in tree)
        kinds = (f"{counts[kind]} {names[counts[kind] != 1]}" for kind, names in _COUNTED.items() if counts[kind])
        said = [f"{len(cards)} pages of one text: {', '.join(kinds)}"]
    if turned := sum(edge.turned for edge in tree):
        said.append(f"{turned} dated before what it came from")
    if len(first) > 1:
        said.append(f"which of {len(first)} pages was first is not known")
    if undated := sum(card.day is None for card in cards):
        said.append(f"{undated} without a date that can be used")
    if beyond := [origin for origin in origins if is_placeholder(origin)]:
        said.append(f"goes back to {' and '.join(beyond)}, not held here")
    return "; ".join(said)
