"""From probabilities to roles: for each the likeliest candidate or nobody; nobody in two roles, lists where joined.

Roles are settled in the order of how sure their best candidate is (greedy assignment), so that of two roles which want
the same referent the surer one has it.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from foedus.reader.linker.candidates import Candidate, Slate
from foedus.reader.linker.memory import EMPTY
from foedus.reader.linker.mention import Key

SHARED = frozenset({"party", "participant", "member"})
"""Roles that several hold in one claim, wherever they stand."""
MUTUAL = frozenset({"commitment"})
"""Types in which the same parties stand on both sides: "they pledged to defend each other"."""
LOOSE = frozenset({"item", "to"})
"""Roles whose lists a parse may break: things and places; of parties only those that are joined share a role."""
ALONE = 0.3
"""How likely a further candidate must be that stands in no list with the best one."""


class Link(NamedTuple):
    """A candidate in a role, with its probability."""

    role: str
    candidate: Candidate
    share: float


class Chosen(NamedTuple):
    """The links of one event, by role; `shares` is how sure each role is, an empty one too; `rivals` what came next."""

    links: Mapping[str, Sequence[Link]]
    shares: Mapping[str, float]
    rivals: Mapping[str, float]


def choose(
    slates: Sequence[Slate], shares: Mapping[str, Mapping[Key, float]], lists: Mapping[Key, int], listed: float
) -> Chosen:
    """The links of one event; `lists` give the word that heads the list in which a referent stands."""
    by_role = {slate.role: slate for slate in slates}
    links: dict[str, list[Link]] = {}
    sure: dict[str, float] = {}
    rivals: dict[str, float] = {}
    taken: set[Key] = set()
    places: set[int] = set()
    for role in sorted(by_role, key=lambda role: (-max(shares[role].values()), role)):
        free = _free(by_role[role], taken, places)
        ranked = sorted(((shares[role][one.key], number) for number, one in enumerate(free)), reverse=True)
        nobody = shares[role][EMPTY]
        if not ranked or nobody >= ranked[0][0]:
            sure[role], rivals[role] = nobody, ranked[0][0] if ranked else 0.0
            continue
        best = free[ranked[0][1]]
        some = [Link(role, best, ranked[0][0])]
        sure[role], rivals[role] = ranked[0][0], max(nobody, ranked[1][0] if len(ranked) > 1 else 0.0)
        for share, number in ranked[1:]:
            one = free[number]
            if share >= listed and _goes_with(role, one, best, share, lists) and not _overlaps(one, some):
                some.append(Link(role, one, share))
        links[role] = sorted(some, key=lambda link: link.candidate.mention.start)
        taken.update(link.candidate.key for link in some)
        places.update(link.candidate.here.head for link in some if link.candidate.here)
    return Chosen(links, sure, rivals)


def _free(slate: Slate, taken: Collection[Key], places: Collection[int]) -> list[Candidate]:
    """Candidates whose referent and whose word no other role has; troops are items beside the state they stand for."""
    if slate.event.type in MUTUAL:
        return list(slate.candidates)
    return [
        one
        for one in slate.candidates
        if one.key not in taken
        and not (one.here and one.here.head in places and not (slate.role == "item" and one.here.kind == "force"))
    ]


def _goes_with(role: str, one: Candidate, best: Candidate, share: float, lists: Mapping[Key, int]) -> bool:
    if one.key in lists and lists[one.key] == lists.get(best.key):
        return True
    if role in SHARED:
        return True
    both_here = one.here is not None and best.here is not None and one.referent.is_named and best.referent.is_named
    return role in LOOSE and both_here and share >= ALONE


def _overlaps(one: Candidate, some: Sequence[Link]) -> bool:
    """Whether the words are already another's: one phrase is one filler."""
    return any(
        one.mention.start < link.candidate.mention.end and link.candidate.mention.start < one.mention.end
        for link in some
    )
