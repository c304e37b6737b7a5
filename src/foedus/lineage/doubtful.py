"""Stories of which nothing says that they depend on each other, and nothing that they do not."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from foedus.lineage.dependent import Stories
from foedus.lineage.joined import Joined
from foedus.model.claim import Claim


class Doubt(NamedTuple):
    """Two stories, by their places, that may be of one origin, and why."""

    first: int
    second: int
    why: str


def doubts(stories: Stories, claims: Mapping[str, Sequence[Claim]], outlets: Mapping[str, str | None]) -> list[Doubt]:
    """For each story the first one before it with which it may share its origin.

    That is so where all that it says of the matter is said by voices that the other has too, or by sources without a
    name in both, or where one outlet brings both in its own voice.
    """
    heard = [_heard(story, claims, outlets) for story in stories]
    found = []
    for second, own in enumerate(heard):
        for first in range(second):
            shared = own & heard[first]
            if shared and (own <= heard[first] or heard[first] <= own):
                found.append(Doubt(first, second, f"both from {' and '.join(sorted(shared))}"))
                break
    return found


def surely(stories: Stories, found: Iterable[Doubt]) -> int:
    """How many origins are left where every doubt counts."""
    joined = Joined()
    for doubt in found:
        joined.join(str(doubt.first), str(doubt.second))
    return len({joined.find(str(place)) for place in range(len(stories))})


def _heard(
    story: Iterable[str], claims: Mapping[str, Sequence[Claim]], outlets: Mapping[str, str | None]
) -> frozenset[str]:
    """Who says it: nearest voices, a source without a name, the outlet where it speaks itself."""
    return frozenset(_voice(claim, outlets.get(page)) for page in story for claim in claims[page])


def _voice(claim: Claim, outlet: str | None) -> str:
    if claim.attribution:
        nearest = claim.attribution[0]
        named = nearest.entity or nearest.name
        return "a source without a name" if nearest.kind == "unnamed" or not named else nearest.name or named
    return "rumour" if claim.standing == "rumoured" else outlet or f"document {claim.document.id}"
