"""How well a statement is sourced: on how many pages it stands, from how many stories, and who says it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from foedus.lineage.clusters import Cluster, clusters
from foedus.lineage.dependent import Dependent, Tie
from foedus.lineage.edges import CopyEdge
from foedus.lineage.stories import Joined
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.model.vocabulary import Standing

HIGHEST_FIRST: tuple[Standing, ...] = ("stated", "attributed", "unnamed", "rumoured")


class Sourced(Struct, frozen=True):
    """One statement: its claims and documents (ids), the documents grouped into stories, and who says it.

    `voices` are the nearest voices by name, and for what an outlet says in its own voice the outlet.
    `standings` counts stories, each by the highest standing of its claims.
    """

    label: str
    claims: tuple[str, ...]
    pages: tuple[str, ...]
    stories: tuple[tuple[str, ...], ...]
    voices: tuple[str, ...]
    standings: dict[Standing, int]
    highest: Standing
    reason: str


def sourcing(
    claims: Iterable[Claim],
    documents: Iterable[Document],
    edges: Iterable[CopyEdge],
    dependences: Iterable[tuple[str, str]] = (),
) -> list[Sourced]:
    """Every statement with its sources, that of the most stories first.

    `dependences` are pairs of sources, outlets by name or entities by key, of which a person says that the first is
    not independent of the second: their stories count as one.
    """
    known = {document.id: document for document in documents}
    edges, dependent = list(edges), Dependent(dependences)
    found = [_sourced(cluster, known, edges, dependent) for cluster in clusters(claims)]
    return sorted(found, key=lambda one: (-len(one.stories), -len(one.pages), one.label))


def _sourced(
    cluster: Cluster, documents: Mapping[str, Document], edges: Sequence[CopyEdge], dependent: Dependent
) -> Sourced:
    on_page: dict[str, list[Claim]] = defaultdict(list)
    for claim in cluster.claims:
        on_page[claim.document.id].append(claim)
    copied = _stories(on_page, edges)
    stories, ties = dependent.joined(copied, _sources(on_page, documents)) if dependent else (copied, ())
    highest = [_highest(claim for page in story for claim in on_page[page]) for story in stories]
    counted = Counter(highest)
    voices = tuple(dict.fromkeys(_voice(claim, documents) for claim in cluster.claims))
    return Sourced(
        cluster.label,
        tuple(claim.id for claim in cluster.claims),
        tuple(on_page),
        stories,
        voices,
        {standing: counted[standing] for standing in HIGHEST_FIRST if counted[standing]},
        min(highest, key=HIGHEST_FIRST.index),
        _reason(len(on_page), len(copied), len(stories), voices, ties),
    )


def _highest(claims: Iterable[Claim]) -> Standing:
    return min((claim.standing for claim in claims), key=HIGHEST_FIRST.index)


def _stories(on_page: Mapping[str, Sequence[Claim]], edges: Sequence[CopyEdge]) -> tuple[tuple[str, ...], ...]:
    """Pages joined where one has the statement from another, also by way of pages on which no claim was found."""
    joined = Joined()
    for edge in edges:
        if edge.kind != "excerpt" or _came_along(edge, on_page.get(edge.copy, ())):
            joined.join(edge.origin, edge.copy)
    groups: dict[str, list[str]] = defaultdict(list)
    for page in on_page:
        groups[joined.find(page)].append(page)
    return tuple(tuple(pages) for pages in groups.values())


def _came_along(edge: CopyEdge, claims: Sequence[Claim]) -> bool:
    """Whether a statement of the copy stands in words that it has from the origin."""
    return any(span.copy_start <= claim.trigger.start < span.copy_end for span in edge.spans for claim in claims)


def _sources(on_page: Mapping[str, Sequence[Claim]], documents: Mapping[str, Document]) -> dict[str, list[str]]:
    """By page, its outlet and the nearest voices of its claims, as far as these are known entities."""
    found: dict[str, list[str]] = {}
    for page, claims in on_page.items():
        voices = [claim.attribution[0].entity for claim in claims if claim.attribution]
        found[page] = [one for one in (_outlet(claims[0], documents), *voices) if one is not None]
    return found


def _voice(claim: Claim, documents: Mapping[str, Document]) -> str:
    if claim.attribution:
        nearest = claim.attribution[0]
        return nearest.name or "unnamed"
    if claim.standing == "rumoured":
        return "rumour"
    return _outlet(claim, documents) or f"document {claim.document.id}"


def _outlet(claim: Claim, documents: Mapping[str, Document]) -> str | None:
    document = documents.get(claim.document.id)
    return (document.outlet if document else None) or claim.document.outlet


def _reason(pages: int, copied: int, stories: int, voices: Sequence[str], ties: Sequence[Tie]) -> str:
    """`copied` are the stories before those of dependent sources became one."""
    said = f"{pages} page{'s' * (pages != 1)}, {stories} {'story' if stories == 1 else 'stories'}"
    less = []
    if pages > copied:
        less.append(f"{pages - copied} copied or translated")
    if copied > stories:
        why = ", ".join(f"{one.source} depends on {one.on}" for one in ties)
        less.append(f"{copied - stories} not independent: {why}")
    joined = f" ({'; '.join(less)})" if less else ""
    return f"{said}{joined}; said by {', '.join(voices)}"
