"""A treaty as of a day, in words: who is bound and how, what each article says in the version in force.

All words are in the language that was asked for; pages, files and commands only lay them out. Dates are EDTF.
"""

from msgspec import Struct

from foedus.model.treaty import DeFacto, DeJure, Ground, ObligationKind, Source, TreatyKind


class ToldParty(Struct, frozen=True):
    """A party on the day, by law and in practice; `label` and `practice_label` are the statuses in words."""

    party: str
    name: str
    status: DeJure | None
    label: str
    since: str | None
    until: str | None
    practice: DeFacto | None
    practice_label: str | None
    practice_since: str | None
    notes: tuple[str, ...]
    members: tuple[str, ...]
    """Names of those who are bound through it, where it is an organisation."""


class ToldExemption(Struct, frozen=True):
    """Conduct that is allowed all the same; `told` is its ground in words."""

    article: str
    ground: Ground
    told: str
    summary: str


class ToldObligation(Struct, frozen=True):
    """What is owed, in words."""

    id: str
    kind: ObligationKind
    label: str
    conduct: str
    owed: str
    toward: str | None
    when: str
    where: str
    request: str
    decides: str
    answer: str | None
    binding: bool
    names_arms: bool
    exemptions: tuple[ToldExemption, ...]
    term: str | None


class ToldVersion(Struct, frozen=True):
    """An article as it stood in an interval; `obligations` are told of the version in force on the day alone."""

    since: str
    until: str | None
    instrument: str | None
    summary: str
    verified: bool
    obligations: tuple[ToldObligation, ...] = ()
    sources: tuple[Source, ...] = ()


class ToldArticle(Struct, frozen=True):
    """An article with its version of the day, None where none holds, and the others."""

    article: str
    version: ToldVersion | None
    others: tuple[ToldVersion, ...]


class ToldTreaty(Struct, frozen=True):
    """An instrument as of a day; `holds` says whether it was in force."""

    id: str
    name: str
    names: dict[str, str]
    kind: TreatyKind
    label: str
    day: str
    signed: str | None
    in_force: str | None
    ended: str | None
    holds: bool
    verified: bool
    organisation: str | None
    organs: tuple[str, ...]
    note: str | None
    parties: tuple[ToldParty, ...]
    articles: tuple[ToldArticle, ...]
    sources: tuple[Source, ...]
