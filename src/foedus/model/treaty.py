"""A treaty as data: who is bound since when, what an article says in which version, and what that obliges to.

Kinds of obligation are ATOP's (Leeds et al. 2002: defense, offense, neutrality, nonaggression, consultation), and
three that ATOP codes as provisions beside them: arms_supply, restraint (embargoes, limits), presence (basing,
peacekeeping, observation). Dates are EDTF; an interval holds from the first day of `since` to the last day of `until`.
The form of the files is told in docs/treaties.md.
"""

from typing import Literal

from msgspec import Struct

TreatyKind = Literal[
    "alliance", "guarantee", "declaration", "embargo", "arms_control", "export_regime", "basing", "mission", "ceasefire"
]
DeJure = Literal["signed", "in_force", "suspended", "left"]
DeFacto = Literal["frozen", "resumed", "not_applied"]
ObligationKind = Literal[
    "defense", "offense", "neutrality", "nonaggression", "consultation", "arms_supply", "restraint", "presence"
]
Trigger = Literal[
    "armed_attack", "threat", "opinion_of_a_party", "transfer", "conduct_against_a_party", "stay", "pledge", "always"
]
"""What must happen before the duty is owed: an armed attack, a threat or crisis, a party's own opinion that there is
one, a transfer of arms, anything done against a party, forces that stay, a promise to give, nothing."""
Request = Literal["required", "not_required", "unstated"]
Decides = Literal["each_party", "the_parties_together", "an_organ", "the_obligor", "nobody"]
ScopeKind = Literal["territory_of_beneficiary", "territory_of_parties", "places", "anywhere", "unstated"]
Ground = Literal["contract_before", "delivery_before", "civil_use", "authorised", "waived", "non_lethal"]
Texts = dict[str, str]
"""Words by language; English and French are always there."""


class _Part(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of the file's records: immutable, and strict about what it is given."""


class Source(_Part, frozen=True):
    """Where a fact can be checked; `primary` for the instrument itself or its depositary."""

    title: str
    date: str | None = None
    url: str | None = None
    primary: bool = False


class Status(_Part, frozen=True):
    """One interval in which a party stood so by law."""

    status: DeJure
    since: str
    until: str | None = None
    note: Texts = {}


class Practice(_Part, frozen=True):
    """One interval in which a party behaved otherwise than its status by law."""

    status: DeFacto
    since: str
    until: str | None = None
    note: Texts = {}


class Party(_Part, frozen=True):
    """A party by entity key; where it is an organisation, its members are bound through it, or every state."""

    party: str
    de_jure: tuple[Status, ...]
    binds: Literal["members", "every_state"] = "members"
    de_facto: tuple[Practice, ...] = ()
    note: Texts = {}


class Scope(_Part, frozen=True):
    """Where the duty holds; `excluded` are places whose belonging to it is disputed or denied."""

    kind: ScopeKind
    places: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    note: Texts = {}


class Exemption(_Part, frozen=True):
    """Conduct that the instrument allows all the same; `day` is the day that its ground names."""

    article: str
    ground: Ground
    summary: Texts
    day: str | None = None


class Term(_Part, frozen=True):
    """How long forces may or shall stay: EDTF days, and the notice in months that ends it."""

    since: str
    until: str | None = None
    notice_months: int | None = None
    renewed_by_years: int | None = None


class Obligation(_Part, frozen=True):
    """What one version of an article obliges to.

    `owed_by` and `owed_to` are entity keys, or `each_party`, `other_parties`, `all_parties`; `toward` are those whom
    the conduct must not reach (an embargo's targets). `answer_days` is the time that the judge gives before it calls a
    duty unmet, `answer` the words of the text that it rests on. `names_arms` tells whether the text itself speaks of
    arms transfers: where it does not, arms given to an adversary are unclear in law.
    """

    id: str
    kind: ObligationKind
    owed_by: tuple[str, ...]
    owed_to: tuple[str, ...]
    trigger: Trigger
    request: Request
    scope: Scope
    conduct: Texts
    decides: Decides
    toward: tuple[str, ...] = ()
    answer_days: int | None = None
    answer: Texts = {}
    binding: bool = True
    names_arms: bool = False
    exemptions: tuple[Exemption, ...] = ()
    term: Term | None = None


class Version(_Part, frozen=True):
    """An article as it stood in an interval: our summary, never its text."""

    since: str
    summary: Texts
    obligations: tuple[Obligation, ...]
    until: str | None = None
    instrument: str | None = None
    """What brought this version: the treaty itself, a protocol, a decision that amends it."""
    sources: tuple[Source, ...] = ()
    verified: bool = False


class Article(_Part, frozen=True):
    """An article, paragraph or decision by its number."""

    article: str
    versions: tuple[Version, ...]
    key: str | None = None
    """Of the clause in the gazetteer, where it has one."""


class Treaty(_Part, frozen=True):
    """An instrument; `id` is its key in the gazetteer where it has one, else a slug that is stable for ever.

    `in_force` and `ended` are those of the instrument, parties have their own. `organs` are organisations or offices
    that speak for it. `verified` is true where each fact was checked against a primary source.
    """

    id: str
    names: Texts
    kind: TreatyKind
    signed: str | None
    in_force: str | None
    parties: tuple[Party, ...]
    articles: tuple[Article, ...]
    sources: tuple[Source, ...]
    ended: str | None = None
    organisation: str | None = None
    organs: tuple[str, ...] = ()
    note: Texts = {}
    verified: bool = False
