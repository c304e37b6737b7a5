"""Which prediction answers which gold claim: greedy best assignment inside a type by the share of core roles right."""

from collections.abc import Collection, Sequence
from typing import NamedTuple, cast

from foedus.learning.scoring import levels
from foedus.learning.scoring.fillers import filler_right
from foedus.learning.scoring.gold import Accepted, GoldClaim
from foedus.model.claim import Claim, Filler
from foedus.model.vocabulary import FREE_TEXT_ROLES, TYPES, ClaimType

UNJUDGED_TYPES = frozenset({"possession", "hostilities", "diplomacy"})
"""Types that count neither as right nor as wrong."""

UNJUDGED_ROLES = FREE_TEXT_ROLES | {"hit"}

PLACE_ROLES = frozenset({"to", "from", "place", "via"})
"""A place may be named at several depths (town, state): surplus fillers cost nothing there."""

FULL = 0.999
"""From this share of core roles on, the core is right."""


class RoleCount(NamedTuple):
    """Fillers right, missing and too many."""

    hit: int
    missing: int
    extra: int


class Answers(NamedTuple):
    """For each wanted filler the one that answers it, or None; and the surplus fillers that cost something."""

    found: Sequence[Filler | None]
    surplus: Sequence[Filler]


class Pair(NamedTuple):
    """A gold claim and the prediction that answers it; `share` is the F1 over their core fillers, in (0, 1]."""

    share: float
    gold: int
    claim: int

    @property
    def full(self) -> bool:
        """Whether type and all core roles are right."""
        return self.share >= FULL


def judged_roles(claim_type: str) -> tuple[str, ...]:
    """The core roles of a type that are compared."""
    core = TYPES[cast(ClaimType, claim_type)].core
    return tuple(role for role in core if role not in UNJUDGED_ROLES)


def answer(claim_type: str, role: str, wanted: Sequence[Accepted], fillers: Sequence[Filler]) -> Answers:
    """One role of a gold claim of the type compared; each filler answers one wanted filler at most."""
    left = list(fillers)
    found: list[Filler | None] = []
    for accepted in wanted:
        place = next((i for i, filler in enumerate(left) if filler_right(accepted, filler)), None)
        found.append(None if place is None else left.pop(place))
    if role in PLACE_ROLES or (not wanted and claim_type == "control"):
        return Answers(found, [])
    linked = [filler for filler in left if filler.entity]
    unlinked = [filler for filler in left if not filler.entity]
    return Answers(found, [*linked, *unlinked[1:]])  # one surplus filler without an entity costs nothing


def count_role(gold: GoldClaim, claim: Claim, role: str) -> RoleCount:
    """One role compared."""
    wanted = gold.roles.get(role, ())
    fillers = claim.fillers(role)
    if role == "to" and not fillers:
        fillers = claim.fillers("from")
    found, surplus = answer(gold.type, role, wanted, fillers)
    hit = sum(filler is not None for filler in found)
    return RoleCount(hit, len(wanted) - hit, len(surplus))


def core_share(gold: GoldClaim, claim: Claim) -> float:
    """F1 over the core fillers, from 0 to 1; a gold claim without any asks that nothing be invented."""
    counts = [count_role(gold, claim, role) for role in judged_roles(gold.type)]
    hit, missing, extra = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    if hit + missing == 0:
        return 1.0 if extra == 0 else 0.5
    return 2 * hit / (2 * hit + missing + extra)


def match(golds: Sequence[GoldClaim], claims: Sequence[Claim], broken: Collection[int] = ()) -> list[Pair]:
    """Pairs of gold claims and predictions, best first; predictions numbered in `broken` answer nothing."""
    candidates = []
    for g, gold in enumerate(golds):
        for c, claim in enumerate(claims):
            if c in broken or claim.type not in gold.types:
                continue
            share = core_share(gold, claim)
            if share > 0:
                candidates.append((share + _closeness(gold, claim), share, g, c))
    candidates.sort(reverse=True)
    used_golds: set[int] = set()
    used_claims: set[int] = set()
    pairs = []
    for _, share, g, c in candidates:
        if g not in used_golds and c not in used_claims:
            used_golds.add(g)
            used_claims.add(c)
            pairs.append(Pair(share, g, c))
    return pairs


def _closeness(gold: GoldClaim, claim: Claim) -> float:
    """Breaks ties between equal cores by the levels above."""
    stage, polarity = levels.stage_and_polarity(gold, claim)
    return 0.02 * stage + 0.02 * polarity + 0.01 * levels.standing(gold, claim)
