"""Edges between documents: one text came from another, or they come from one."""

from typing import Literal, NamedTuple

from msgspec import Struct

EdgeKind = Literal["copy", "excerpt", "translation"]


class Passage(NamedTuple):
    """The same words in two documents: offsets in code points, ends exclusive."""

    origin_start: int
    origin_end: int
    copy_start: int
    copy_end: int


class CopyEdge(Struct, frozen=True):
    """`copy` has text of `origin` (document ids).

    `directed` is False where the dates do not tell which was first: then the two stand in the order of the input.
    `score` is the share of the shorter text (of a translation: of its claims) that stands in the other, 0 to 1.
    """

    origin: str
    copy: str
    kind: EdgeKind
    score: float
    directed: bool
    reason: str
    spans: tuple[Passage, ...] = ()
