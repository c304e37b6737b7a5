"""Stories: pages whose telling comes from one text, and the edges that say which came from which.

Ids are of documents. An origin that is not in the ledger has a placeholder for its id, `outlet:` and a name.
"""

from typing import Literal, NamedTuple

from msgspec import Struct

EdgeKind = Literal["copy", "excerpt", "translation", "rewrite", "citation", "version", "same_event"]

PLACEHOLDER = "outlet:"
"""How the id of an origin begins that is known by its name alone."""

STORY = "s-"
"""How the id of a story begins; the id of its canonically first page follows."""


class Passage(NamedTuple):
    """The same words in two documents, or what answers to them: offsets in code points, ends exclusive.

    A citation has the words of its cue on the copy's side, and (0, 0) on the origin's.
    """

    origin_start: int
    origin_end: int
    copy_start: int
    copy_end: int


class CopyEdge(Struct, frozen=True):
    """`copy` has its telling, or a part of it, from `origin` (document ids; of a citation a placeholder perhaps).

    `directed` is False where nothing tells which was first: then the two stand in canonical order. `turned` says that
    evidence stood against the dates, so that `origin` is the canonically later page. `score` is the share of the
    shorter text that stands in the other, of a citation the share of the citing page's telling that it covers, 0 to 1.
    `same_event` joins nothing and never has a direction.
    """

    origin: str
    copy: str
    kind: EdgeKind
    score: float
    directed: bool
    reason: str
    spans: tuple[Passage, ...] = ()
    turned: bool = False

    @property
    def earlier(self) -> str:
        """The canonically earlier end, or the placeholder."""
        return self.copy if self.turned else self.origin

    @property
    def later(self) -> str:
        """The canonically later end: the page at which the edge was found."""
        return self.origin if self.turned else self.copy


class Story(Struct, frozen=True):
    """Pages of one text, in canonical order (first moment of publication, unknown last, then id).

    `origins` are the pages, or placeholders, from which the others come. `edges` are those that hold it together, its
    citations, and excerpts too small to join. `first` and `last` are days (ISO 8601) of the dates that can be used,
    None where there is none. `same_event` are the ids of other stories of one event.
    """

    id: str
    members: tuple[str, ...]
    origins: tuple[str, ...]
    edges: tuple[CopyEdge, ...]
    langs: dict[str, int]
    first: str | None
    last: str | None
    same_event: tuple[str, ...]
    reason: str


def story_id(document: str) -> str:
    """The story id that begins with a document; with any member it finds the story."""
    return STORY + document


def is_placeholder(origin: str) -> bool:
    """Whether an origin is known by its name alone."""
    return origin.startswith(PLACEHOLDER)
