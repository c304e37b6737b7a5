"""What comes in: a text as it was seen, and what a reader found in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from foedus.model.claim import Claim, DocumentRef
from foedus.model.document import Document
from foedus.model.errors import LedgerError

CORRECTABLE = ("url", "outlet", "published", "title", "lang")
"""What a page says of itself and may be given again."""


class ReaderVersion(NamedTuple):
    """A reader by name and version; its rules, its lexicon and its confidence go with the version."""

    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name}/{self.version}"


class Incoming(NamedTuple):
    """One document of a batch.

    `given` are the fields of CORRECTABLE that somebody gave, or `notes`: where they differ from what the page is
    known by, they correct it; what the document says besides only fills gaps. None: every field that says something
    was given. `read_as` is what the text was read as, where its claims are worth nothing unless the ledger still
    names it so; None: they count in any case. `reader` is whose reading it is; None: that of the claims, if any.
    `only_seen`: it was not read, and what is held of its text stays. `behind` is the beginning of readers' names:
    where the last reading that gave claims is by one so named, this one does not count.
    """

    document: Document
    claims: Sequence[Claim] = ()
    given: frozenset[str] | None = None
    read_as: DocumentRef | None = None
    reader: ReaderVersion | None = None
    only_seen: bool = False
    behind: str | None = None

    @property
    def readers(self) -> tuple[ReaderVersion, ...]:
        """Whose reading it is, without doubles; none where the text was only seen."""
        if self.reader is not None:
            return (self.reader,)
        return tuple(ReaderVersion(*mark) for mark in {(one.reader.name, one.reader.version): 0 for one in self.claims})


Batch = Sequence[Incoming | tuple[Document, Sequence[Claim]]]


@dataclass(frozen=True, slots=True)
class Added:
    """What a batch changed.

    New texts; statements that are new or read otherwise, and how many of these (`changed`) were there before; texts
    that were known already; pages not seen before (of new texts too); pages whose metadata were corrected; versions
    that hold no more; readings noted. `withdrawn` and `misread` are hashes of texts: withdrawn ones, which were left
    out, and such as the ledger names otherwise by now than they were read as, or whose last reading is not to be
    replaced by this one, whose claims were left out: they are to be read again, or only seen.
    """

    documents: int
    claims: int
    known: int
    pages: int = 0
    corrected: int = 0
    ended: int = 0
    changed: int = 0
    reads: int = 0
    withdrawn: tuple[str, ...] = ()
    misread: tuple[str, ...] = ()


def incoming_of(batch: Batch) -> Iterator[Incoming]:
    """Each document of a batch; LedgerError where it comes with claims of another text."""
    for given in batch:
        one = given if isinstance(given, Incoming) else Incoming(*given)
        for claim in one.claims:
            if claim.document.sha256 != one.document.sha256:
                raise LedgerError(
                    f"claim {claim.id} belongs to document {claim.document.id}, not to {one.document.id}: "
                    "a claim is kept with the text that it was read from"
                )
        yield one


def readers_of(batch: Batch) -> str | None:
    """The readers of a batch as it is remembered: `name/version`, sorted; none where nothing was read."""
    found = {str(reader) for one in incoming_of(batch) for reader in one.readers}
    return ", ".join(sorted(found)) or None
