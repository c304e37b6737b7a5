"""A known state, organisation, person, weapon or place: what the gazetteer knows of one key."""

import msgspec


class Office(msgspec.Struct, frozen=True, omit_defaults=True):
    """An office that a person held or holds. Dates are EDTF of the precision that is known."""

    role: str
    of: str
    """Key of the state, organisation, force, company or place."""
    to: str | None = None
    """Where an ambassador or representative is accredited."""
    since: str | None = None
    until: str | None = None
    current: bool = False
    """True where the office was held when the file was last revised."""


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """A state's joining, leaving or freezing of a membership. `when` is EDTF."""

    member: str
    change: str
    when: str | None = None


class Entity(msgspec.Struct, frozen=True, omit_defaults=True):
    """One entity. Fields that its kind does not have are empty."""

    key: str
    kind: str
    """As in claims.md; `office` for a title."""
    names: dict[str, tuple[str, ...]] = {}
    """By language, the usual name first; forms that need context are not among them."""
    sub: str | None = None
    """A finer kind: alliance, pmc, operation, embargo, clause, state-group, fighter, town …"""
    state: str | None = None
    """Seat of a company, owner of a force, where a place lies, the first owner of a base or operation."""
    states: tuple[str, ...] = ()
    """All of them where there are several."""
    makers: tuple[str, ...] = ()
    """States whose industry makes the system."""
    company: str | None = None
    family: str | None = None
    category: str | None = None
    broader: str | None = None
    members: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    organisation: str | None = None
    parties: tuple[str, ...] = ()
    """Of a treaty, or the usual participants of an exercise."""
    host: str | None = None
    fr_gender: str | None = None
    """Gender of a state's French name, as UD has it: Masc, Fem; None for names without article or in the plural."""
    place: str | None = None
    claimed_by: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    sex: str | None = None
    role: str | None = None
    """Of a force: army, service or unit. Of a title: the role key that people's offices use."""
    level: str | None = None
    """Of a title: for whom the holder speaks."""
    status: str | None = None
    """disputed or former."""
    dates: dict[str, str] = {}
    """EDTF by what happened: signed, in_force, ended, expiry, start, year, valid …"""
    verified: bool = False
    """Whether a source has confirmed dates, memberships and offices."""
