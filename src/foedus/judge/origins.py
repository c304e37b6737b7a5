"""Where a claim comes from, so that copies count once: the text from which its page has it."""

from collections import defaultdict
from collections.abc import Iterable

from foedus.judge.said import OriginOf
from foedus.lineage.edges import CopyEdge, joins
from foedus.lineage.joined import Joined
from foedus.model.claim import Claim


def origins(edges: Iterable[CopyEdge]) -> OriginOf:
    """By what is known of copying: the first text of the claim's story, else the document itself.

    A short excerpt makes no story of two pages; only a claim that stands in its words comes from there.
    """
    texts = Joined()
    excerpts: dict[str, list[CopyEdge]] = defaultdict(list)
    for edge in edges:
        if joins(edge):
            texts.join(edge.origin, edge.copy)
        elif edge.kind == "excerpt":
            excerpts[edge.copy].append(edge)

    def origin(claim: Claim) -> str:
        page = claim.document.id
        return texts.find(next((one.origin for one in excerpts.get(page, ()) if _came_along(one, claim)), page))

    return origin


def _came_along(edge: CopyEdge, claim: Claim) -> bool:
    return any(span.copy_start <= claim.trigger.start < span.copy_end for span in edge.spans)
