"""What every peer is: a package, a language, and a door that tells of a target what it can tell.

Peers run in environments of their own, where nothing of Foedus is installed: these modules know only each other.
"""

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple


class Target(NamedTuple):
    """Words of a text, text[start:end]."""

    lang: str
    text: str
    start: int
    end: int


class Told(NamedTuple):
    """What a system says of a target; None where it has no word for it.

    `negated`: the event is denied. `unsure`: it is not claimed as certain. `reported`: the outlet does not say it
    itself.
    """

    negated: bool | None = None
    unsure: bool | None = None
    reported: bool | None = None


Tells = Callable[[Target], Told]


class Peer(NamedTuple):
    """A system: its package, the language it reads, how it is made ready, and what its own words are taken for."""

    package: str
    lang: str
    load: Callable[[], Tells]
    mapping: str

    @property
    def version(self) -> str | None:
        """The installed version; None where it is not installed."""
        try:
            return version(self.package)
        except PackageNotFoundError:
            return None
