"""What tells how likely a draft's core is right: how sure its words and its roles are, what is empty or unsaid."""

import math
from collections.abc import Sequence

from foedus.reader.confidence import Signs
from foedus.reader.draft import Draft
from foedus.reader.kinds import core_roles

INDIRECT = frozenset({"unexpressed", "pronoun", "description", "speaker", "addressee"})
LEAST, MOST = 0.005, 0.995
NAMES = (
    "decider",
    "roles together",
    "least role",
    "least margin",
    "empty roles",
    "unsaid roles",
    "words without entity",
    "listed fillers",
    "document",
    "claims in document",
)


def signs_of(drafts: Sequence[Draft]) -> list[Signs]:
    """The signs of each draft of one document."""
    if not drafts:
        return []
    sure = [_logit(draft.probability) for draft in drafts]
    mean, many = sum(sure) / len(sure), math.log1p(len(drafts))
    return [{**_own(draft), "document": mean, "claims in document": many} for draft in drafts]


def _own(draft: Draft) -> dict[str, float]:
    core = core_roles(draft.unit.type)
    shares = [draft.sure.get(role, 1.0) for role in core]
    margins = [draft.sure.get(role, 1.0) - draft.rivals.get(role, 0.0) for role in core]
    fillers = {role: draft.roles.get(role, []) for role in core}
    return {
        "decider": _logit(draft.probability),
        "roles together": sum(math.log(min(max(share, LEAST), MOST)) for share in shares),
        "least role": _logit(min(shares, default=1.0)),
        "least margin": min(margins, default=1.0),
        "empty roles": float(sum(not some for some in fillers.values())),
        "unsaid roles": float(sum(any(one.via in INDIRECT for one in some) for some in fillers.values())),
        "words without entity": float(sum(one.entity is None for some in fillers.values() for one in some)),
        "listed fillers": float(sum(max(0, len(some) - 1) for some in fillers.values())),
        f"type {draft.unit.type}": 1.0,
    }


def _logit(share: float) -> float:
    share = min(max(share, LEAST), MOST)
    return math.log(share / (1 - share))
