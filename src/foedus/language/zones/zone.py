"""What a zone is: a span of the document, its kind, its language, and what told it."""

from typing import Literal, NamedTuple

ZoneKind = Literal["headline", "lead", "body", "caption", "credit", "boilerplate", "dateline", "bracket"]


class Zone(NamedTuple):
    """A span of the document and what it is; a bracket lies inside its paragraph's zone, the others are apart.

    `reason` is the group of patterns (zones.yaml) or the rule of structure that told it; empty for plain text.
    """

    kind: ZoneKind
    start: int
    end: int
    lang: str
    reason: str = ""
