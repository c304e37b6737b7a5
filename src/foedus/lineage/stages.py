"""How the stages of a type stand to each other: which say the same, which follow, which happen once only.

Written as text because it is a table: `|` parts successive steps, a space joins stages of one step.
"""

from foedus.model.vocabulary import ClaimType

_STEPS: dict[ClaimType, str] = {
    "transfer": "sought offered | negotiated intended | ordered | delivering delivered",
    "production": "planned | ongoing done",
    "possession": "held in_service used",
    "deployment": "sought | planned agreed | ongoing done | withdrawing withdrawn",
    "exercise": "planned | ongoing held",
    "agreement": "called_for | negotiated preliminary | signed | in_force ratified extended",
    "membership": "sought | joined member | leaving left",
    "commitment": "pledged affirmed | invoked | honoured",
    "assistance": "requested | offered pledged | provided",
    "attack": "threatened planned | ongoing done",
    "hostilities": "threatened | ongoing done",
    "control": "gained held",
    "displacement": "ongoing done",
    "sanction": "called_for threatened | imposed extended",
    "meeting": "requested planned | held",
    "diplomacy": "planned | done",
    "accusation": "made",
}
"""Steps in the order in which they come; a stage that is not here stands alone."""

_ONCE = {
    "transfer": "ordered",
    "agreement": "signed ratified terminated",
    "membership": "joined left",
    "exercise": "held",
    "sanction": "imposed",
}
"""Stages that one matter passes once: two dates for it cannot both be right. Deliveries and attacks go on."""

STEPS: dict[ClaimType, tuple[frozenset[str], ...]] = {
    kind: tuple(frozenset(step.split()) for step in text.split("|")) for kind, text in _STEPS.items()
}
ONCE: dict[str, frozenset[str]] = {kind: frozenset(text.split()) for kind, text in _ONCE.items()}

UNDECIDED = frozenset("sought offered negotiated intended planned called_for requested threatened".split())
"""Stages that say: it has not come to it yet."""

REACHED = frozenset("delivered done held signed in_force joined member imposed provided".split())
"""Stages that say: it has happened, all of it."""

UNDONE = frozenset("refused cancelled failed denied".split())
"""Stages that say: it does not happen."""


GOES_ON = frozenset("delivering delivered ongoing done provided withdrawing withdrawn gained".split())
"""Stages of which more can follow within the month."""

STANDS = ("deployment", "attack", "hostilities")
"""Types of which nothing can be under way that was not done."""


def denies(kind: ClaimType, denied: str, told: str) -> bool:
    """Whether that one stage was not reached says that another was not: the same, or what can only follow it."""
    return denied == told or (kind in STANDS and (denied, told) == ("done", "ongoing"))


def same_step(kind: ClaimType, first: str, second: str) -> bool:
    """Whether two stages of a type say the same step."""
    return first == second or any(first in step and second in step for step in STEPS[kind])


def step_of(kind: ClaimType, stage: str) -> int | None:
    """The place of a stage among the steps of its type; None for one that stands apart ("refused")."""
    return next((place for place, step in enumerate(STEPS[kind]) if stage in step), None)
