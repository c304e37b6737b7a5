"""A row of the table of outlets: who publishes, who owns it, and where it is a party itself."""

from typing import Literal

from msgspec import Struct

from foedus.lineage.grading.letters import Letter

OutletKind = Literal[
    "agency", "newspaper", "broadcaster", "official", "state_media", "think_tank", "specialist", "social", "blog"
]
Control = Literal["state", "party", "public", "private", "foundation", "unknown"]

VOICES_OF_POWER = frozenset({"state", "party"})
"""Control under which an outlet says what those in power want said."""


class Interest(Struct, frozen=True, forbid_unknown_fields=True):
    """A matter in which the outlet is a party, and its letter there.

    `about` are keys of states, organisations, groups or companies, any of which must take part; `topics` are those of
    rules.yaml. What is empty asks nothing.
    """

    letter: Letter
    why: str
    about: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


class Outlet(Struct, frozen=True, forbid_unknown_fields=True):
    """One outlet, agency or official organ.

    `entity` is its key in the entity tables where it has one; `drop` stands in a user's table for a shipped row that
    is to go. `where` is the file and line, for reasons; it cannot be given.
    """

    id: str
    name: str = ""
    kind: OutletKind = "newspaper"
    reliability: Letter = "F"
    control: Control = "unknown"
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    seat: str | None = None
    owner: str | None = None
    entity: str | None = None
    interest: tuple[Interest, ...] = ()
    note: str = ""
    verified: bool = False
    drop: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the usual one first."""
        return (self.name, *self.aliases)
