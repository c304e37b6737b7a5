"""What the API answers with besides claims, rows and judgements: lists by pages, and what goes round them.

The server makes these and the client reads them.
"""

from typing import Any, Generic, TypeVar

from msgspec import Struct

from foedus.model.claim import Claim, DocumentRef
from foedus.model.row import RegisterRow
from foedus.model.timeline import TimelineEntry

T = TypeVar("T")


class Listed(Struct, Generic[T], frozen=True):
    """Some of an answer. `next` is the address of what comes behind it, null at the end.

    `as_of` is the batch of the ledger as of which the answer is given, where its pages hold to one. `limit` says in one
    line what was not looked at, if anything was not; `notes` how names in the address were understood.
    """

    items: tuple[T, ...]
    next: str | None = None
    as_of: int | None = None
    limit: str | None = None
    notes: tuple[str, ...] = ()


class KeptClaim(Struct, frozen=True):
    """A claim as the ledger holds it: its address, its reading, and what people judged.

    `address` is the claim's id, with the number of its twin where one text gave several claims the same id. `reading`
    is the number of its version, to be given back with a judgement; null where it holds no more, or is looked at as of
    a moment. `review` is accepted, corrected, added or rejected, null where nobody judged it.
    """

    address: str
    reading: int | None
    review: str | None
    claim: Claim


class OneClaim(KeptClaim, frozen=True):
    """One claim asked for by its id; `ended` says why it holds no more, `twins` are the addresses of all that share
    its id, where there are several."""

    ended: str | None = None
    twins: tuple[str, ...] = ()


class ListedDocument(Struct, frozen=True):
    """A document of a list. `types` counts its claims by type where nothing was searched, else `passage` is a piece of
    its text round what was found."""

    document: DocumentRef
    headline: str
    passage: str | None
    types: dict[str, int]


class ListedEntity(Struct, frozen=True):
    """An entity of a list, with its usual names in other languages.

    `count` of the claims counted speak of it; of what was found by name `latest` is the newest publication instead.
    """

    key: str
    name: str
    kind: str
    sub: str | None
    also: tuple[str, ...]
    count: int | None = None
    latest: str | None = None


class Citation(Struct, frozen=True):
    """A claim to cite: in words, as BibTeX, and as a Web Annotation (JSON-LD)."""

    text: str
    bibtex: str
    annotation: dict[str, Any]
    """Any: JSON-LD nests."""


class Course(Struct, frozen=True):
    """One deal: its row of the register, and its course. `claims` tell of it, the last `weighed` were looked at."""

    row: RegisterRow
    course: tuple[TimelineEntry, ...]
    claims: int
    weighed: int


class Head(Struct, frozen=True):
    """The last link of the hash chain, to be noted elsewhere; all null where nothing was written yet."""

    batch: int | None
    content: str | None
    previous: str | None
    hash: str | None


class ServerState(Struct, frozen=True):
    """The server: its version, the last batch of its ledger, who asks and what they may, and the level of confidence
    from which on a claim needs no check."""

    version: str
    batch: int
    name: str
    role: str
    sure: float


class Depends(Struct, frozen=True):
    """A source (an outlet's name or an entity's key) that is not independent of another, and why."""

    source: str
    on: str
    reason: str


class Problem(Struct, frozen=True):
    """Problem details (RFC 9457): `title` names the kind, `detail` says what, where and the remedy in one line."""

    status: int
    title: str
    detail: str
