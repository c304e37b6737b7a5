"""The closed lists of the claim contract: types with their roles and stages, kinds, ways, levels.

Names follow the field: stages of transfers after SIPRI's register, certainty after FactBank (Saurí and
Pustejovsky 2009), commitments after ATOP. `data/claim.schema.json` is the same list for machines.
"""

from typing import Literal, NamedTuple, get_args

ClaimType = Literal[
    "transfer",
    "production",
    "possession",
    "deployment",
    "exercise",
    "agreement",
    "membership",
    "commitment",
    "assistance",
    "attack",
    "hostilities",
    "control",
    "displacement",
    "sanction",
    "meeting",
    "diplomacy",
    "accusation",
]
Kind = Literal[
    "state",
    "organisation",
    "company",
    "armed_group",
    "person",
    "force",
    "system",
    "item_class",
    "treaty",
    "exercise",
    "mission",
    "base",
    "place",
    "text",
]
Via = Literal[
    "pronoun",
    "speaker",
    "addressee",
    "unexpressed",
    "metonym",
    "demonym",
    "description",
    "title",
    "member",
]
Polarity = Literal["affirmed", "negated"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Standing = Literal["stated", "attributed", "unnamed", "rumoured"]
VoiceKind = Literal["person", "state", "organisation", "outlet", "document", "unnamed"]
ZoneKind = Literal["headline", "lead", "body", "quotation", "caption", "bracket", "credit"]
CueKind = Literal[
    "trigger",
    "operator",
    "tense",
    "batch",
    "negation",
    "hedge",
    "rumour",
    "voice",
    "quote",
    "condition",
    "number",
    "date",
    "frame",
]


class TypeSpec(NamedTuple):
    """What a claim of one type may hold."""

    core: tuple[str, ...]
    further: tuple[str, ...]
    stages: tuple[str, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """All roles, core first."""
        return self.core + self.further


def _spec(core: str, further: str, stages: str) -> TypeSpec:
    return TypeSpec(tuple(core.split()), tuple(further.split()), tuple(stages.split()))


TYPES: dict[ClaimType, TypeSpec] = {
    "transfer": _spec(
        "supplier recipient item",
        "via purpose",
        "sought offered negotiated intended ordered delivering delivered suspended cancelled refused unspecified",
    ),
    "production": _spec("producer item", "partner place", "planned ongoing done ended unspecified"),
    "possession": _spec("holder item", "place", "in_service used held lost"),
    "deployment": _spec(
        "actor item to",
        "from host via purpose",
        "sought planned agreed ongoing done withdrawing withdrawn refused",
    ),
    "exercise": _spec("participant exercise", "place", "planned ongoing held cancelled"),
    "agreement": _spec(
        "party subject",
        "instrument place",
        "called_for negotiated preliminary signed in_force extended ratified suspended terminated failed refused",
    ),
    "membership": _spec("member organisation", "reason", "sought joined member frozen leaving left denied"),
    "commitment": _spec(
        "obligor beneficiary",
        "treaty clause content condition",
        "pledged affirmed invoked denied honoured breached",
    ),
    "assistance": _spec(
        "provider recipient",
        "subject condition",
        "requested offered pledged provided suspended refused unanswered",
    ),
    "attack": _spec("attacker target hit", "place weapon casualties", "threatened planned ongoing done ended"),
    "hostilities": _spec("party", "place", "threatened ongoing done ended"),
    "control": _spec("holder loser place", "", "gained lost held ceded"),
    "displacement": _spec("people from", "to cause", "ongoing done"),
    "sanction": _spec("imposer target", "measure reason", "called_for threatened imposed extended lifted refused"),
    "meeting": _spec("participant", "place subject", "requested planned held cancelled refused"),
    "diplomacy": _spec("actor target", "act", "planned done refused"),
    "accusation": _spec("accuser accused", "subject", "made rejected"),
}

NEGATIVE_STAGES = frozenset(
    "refused cancelled suspended failed denied breached lost unanswered lifted terminated ended withdrawn".split()
)
"""Stages that carry the negation themselves and so take polarity `affirmed`."""

FREE_TEXT_ROLES = frozenset(
    "subject content condition reason purpose measure cause people act clause casualties".split()
)
"""Roles filled with the words of the text, without an entity."""

UNLINKED_KINDS: dict[str, Kind] = {
    "item": "item_class",
    "weapon": "item_class",
    "hit": "item_class",
    "exercise": "exercise",
    "treaty": "treaty",
    "instrument": "treaty",
    "organisation": "organisation",
    "place": "place",
    "to": "place",
    "from": "place",
}
"""Likeliest kind of words that name no known entity, by role."""

CLAIM_TYPES: tuple[ClaimType, ...] = get_args(ClaimType)
