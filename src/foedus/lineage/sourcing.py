"""How well a statement is sourced: on how many pages it stands, from how many stories, and who says it."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec import Struct

from foedus.lineage.clusters import Cluster, clusters
from foedus.lineage.edges import CopyEdge
from foedus.lineage.independent import Independence
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
    independence = Independence(documents, edges, dependences)
    found = [_sourced(cluster, independence) for cluster in clusters(claims)]
    return sorted(found, key=lambda one: (-len(one.stories), -len(one.pages), one.label))


def _sourced(cluster: Cluster, independence: Independence) -> Sourced:
    on_page: dict[str, list[Claim]] = defaultdict(list)
    for claim in cluster.claims:
        on_page[claim.document.id].append(claim)
    told = independence.count(cluster.claims)
    highest = [_highest(claim for page in story for claim in on_page[page]) for story in told.stories]
    counted = Counter(highest)
    voices = tuple(dict.fromkeys(_voice(claim, independence) for claim in cluster.claims))
    return Sourced(
        cluster.label,
        tuple(claim.id for claim in cluster.claims),
        tuple(on_page),
        told.stories,
        voices,
        {standing: counted[standing] for standing in HIGHEST_FIRST if counted[standing]},
        min(highest, key=HIGHEST_FIRST.index),
        f"{told.reason}; said by {', '.join(voices)}",
    )


def _highest(claims: Iterable[Claim]) -> Standing:
    return min((claim.standing for claim in claims), key=HIGHEST_FIRST.index)


def _voice(claim: Claim, independence: Independence) -> str:
    if claim.attribution:
        nearest = claim.attribution[0]
        return nearest.name or "unnamed"
    if claim.standing == "rumoured":
        return "rumour"
    return independence.outlet(claim) or f"document {claim.document.id}"
