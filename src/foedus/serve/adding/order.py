"""What passes between the server, the job that reads, and the worker that parses: one JSON object a line."""

from msgspec import Struct

from foedus.ingest.options import Metadata
from foedus.model.document import Document


class Upload(Struct, frozen=True):
    """A file in the job's folder and what was said of it."""

    name: str
    metadata: Metadata = Metadata()


class Order(Struct, frozen=True):
    """What is to be read into which ledger; `ledger` may hold a password, so it goes through a pipe."""

    folder: str
    uploads: tuple[Upload, ...]
    ledger: str
    note: str
    lexicon: str | None = None
    pipelines: dict[str, str] = {}
    models: str | None = None


class Parsed(Struct, frozen=True, tag=True):
    """A document of a file, and which of its fields somebody gave."""

    file: str
    document: Document
    given: frozenset[str]


class Unparsed(Struct, frozen=True, tag=True):
    """What gave no document, and why."""

    item: str
    message: str


Line = Parsed | Unparsed


class Total(Struct, frozen=True, tag=True):
    """How many documents were found; reading begins."""

    documents: int


class Reading(Struct, frozen=True, tag=True):
    """A document is being read; `number` from 1."""

    number: int
    name: str


class Kept(Struct, frozen=True, tag=True):
    """A document is in the ledger, with so many claims."""

    id: str
    title: str
    name: str
    claims: int


class Told(Struct, frozen=True, tag=True):
    """A line for the user: what could not be read, or what should be known of a document."""

    message: str


class Waiting(Struct, frozen=True, tag=True):
    """The ledger is being written by somebody else."""


class Ended(Struct, frozen=True, tag=True):
    """All is read; counts as `foedus read` tells them."""

    read: int
    not_read: int
    unread: int
    withdrawn: int
    new: int
    changed: int
    known: int
    corrected: int
    copies: int
    held_back: int


class Failed(Struct, frozen=True, tag=True):
    """It did not come to its end."""

    message: str


Event = Total | Reading | Kept | Told | Waiting | Ended | Failed
