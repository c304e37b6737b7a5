"""What a page has from an outlet that it cites: such a claim comes from there, be that outlet's page held or not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from foedus.lineage.citing.cited import WHOLE
from foedus.model.claim import Claim
from foedus.model.story import CopyEdge

_ALL = 1.0
"""Share of a page that a credit of the whole page covers."""


class Relayed:
    """Citations by the page that cites."""

    def __init__(self, edges: Iterable[CopyEdge]) -> None:
        self._citations: Mapping[str, list[CopyEdge]] = defaultdict(list)
        for edge in edges:
            if edge.kind == "citation":
                self._citations[edge.copy].append(edge)

    def origins(self, page: str, claims: Sequence[Claim]) -> list[str]:
        """Whence a page has these of its claims, as far as it says: ids of pages, and placeholders.

        All of the claims must be covered: what a page also says of its own is its own.
        """
        found = [edge.origin for edge in self._citations.get(page, ()) if all(_covers(edge, claim) for claim in claims)]
        return list(dict.fromkeys(found))


def _covers(edge: CopyEdge, claim: Claim) -> bool:
    """By a credit of the page, by words in the claim's sentence, or by the opening where no other voice is named."""
    if edge.score >= _ALL:
        return True
    if any(one.start < span.copy_end and span.copy_start < one.end for one in claim.evidence for span in edge.spans):
        return True
    return edge.score >= WHOLE and all(voice.kind in ("unnamed", "outlet") for voice in claim.attribution)
