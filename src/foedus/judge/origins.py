"""Where a claim comes from, so that copies count once: the text that its page is from, or whom its outlet follows."""

from collections import defaultdict
from collections.abc import Iterable

from foedus.judge.said import OriginOf
from foedus.lineage.dependent import Dependent
from foedus.lineage.edges import CopyEdge, joins
from foedus.lineage.joined import Joined
from foedus.model.claim import Claim


def origins(edges: Iterable[CopyEdge], dependences: Iterable[tuple[str, str]] = ()) -> OriginOf:
    """By what is known of copying: the first text of the claim's story, else the document itself.

    A short excerpt makes no story of two pages; only a claim that stands in its words comes from there. `dependences`
    are pairs of an outlet, or of a voice's key, and of what people marked it as dependent on: all that depend on one
    source are one origin with it, whatever their pages.
    """
    texts = Joined()
    excerpts: dict[str, list[CopyEdge]] = defaultdict(list)
    for edge in edges:
        if joins(edge):
            texts.join(edge.origin, edge.copy)
        elif edge.kind == "excerpt":
            excerpts[edge.copy].append(edge)
    followed = _followed(dependences)

    def origin(claim: Claim) -> str:
        source = next((followed[one] for one in _sources(claim) if one in followed), None)
        if source is not None:
            return f"source:{source}"
        page = claim.document.id
        return texts.find(next((one.origin for one in excerpts.get(page, ()) if _came_along(one, claim)), page))

    return origin


def _followed(dependences: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By source whom it follows in the end, and those who are followed by themselves."""
    pairs = list(dependences)
    known = Dependent(pairs)
    ends = {source: known.on(source)[-1] for source, _ in pairs}
    return ends | {end: end for end in ends.values()}


def _sources(claim: Claim) -> Iterable[str]:
    """Who tells it: the nearest voice, then the outlet."""
    voices = [voice.entity for voice in claim.attribution[:1] if voice.entity]
    return (*voices, *((claim.document.outlet,) if claim.document.outlet else ()))


def _came_along(edge: CopyEdge, claim: Claim) -> bool:
    return any(span.copy_start <= claim.trigger.start < span.copy_end for span in edge.spans)
