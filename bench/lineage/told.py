"""What an engine says of a set of pages, in terms that need no engine to be judged."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from bench.lineage.corpus import Member, Span
from foedus.model.claim import Claim


class Read(NamedTuple):
    """A page with the claims that the reader finds in it."""

    member: Member
    claims: tuple[Claim, ...]


class Link(NamedTuple):
    """An edge: `copy` (a document's id) comes from `origin`, or names it; `cites` where the origin is no page here."""

    copy: str
    origin: str | None
    kind: str
    cites: str | None = None
    reason: str = ""


class Answer(NamedTuple):
    """Document id → story id, pairs of stories that tell one event, edges, and why a story is one."""

    stories: Mapping[str, str]
    same_event: frozenset[frozenset[str]]
    links: tuple[Link, ...]
    reasons: Mapping[str, str]


class Difference(NamedTuple):
    """One change told between two pages; no span where there is nothing on that side."""

    kind: str
    was: Span | None
    now: Span | None
    reason: str = ""


class Engine(Protocol):
    """Whatever puts pages into stories and tells what changed: the project's own or another."""

    def stories(self, pages: Sequence[Read], /) -> Answer:
        """The stories of all pages together."""

    def changes(self, first: Read, second: Read, /) -> Sequence[Difference]:
        """What the second says otherwise than the first, its parent."""
