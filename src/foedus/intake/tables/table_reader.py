"""Documents out of a cluster's tables, and the reader that gives them the claims that stand there."""

from collections.abc import Iterator
from typing import Any

import msgspec

from foedus.ingest.options import Metadata
from foedus.ingest.problem import Problem, Result
from foedus.ingest.sources import Item
from foedus.intake.given import Given
from foedus.intake.tables.claim_shelf import ClaimShelf
from foedus.intake.tables.folder import TableFolder
from foedus.model.claim import Claim, DocumentRef
from foedus.model.document import Document, Note
from foedus.model.errors import InputError
from foedus.model.identity import text_sha256
from foedus.reader.read import Reader, Reading

_FIELDS = Document.__struct_fields__


class TableReader:
    """Gives the items of a folder, and reads each by what the tables have of it; behind intake's protocol."""

    def __init__(self, folder: TableFolder) -> None:
        """Close it in the end."""
        self._folder = folder
        self._shelf = ClaimShelf()
        self._here: DocumentRef | None = None
        self.anew = 0
        """Documents that were read here: the ledger knows their text by another page than the cluster did."""

    def items(self) -> Iterator[Item]:
        """The documents, day by day; each is to be read before the next is asked for."""
        for day in self._folder.days():
            self._shelf.fill((row["place"], row["record"]) for row in self._folder.claims(day, ["place", "record"]))
            for row in self._folder.documents(day, _FIELDS):
                result = document_of(row)
                self._here = result.ref if isinstance(result, Document) else None
                yield Item(str(self._folder.path), result)

    def read(self, document: Document, *, min_confidence: float | None = None) -> Reading:
        """The claims that the cluster read; what it did not read as of this page is read now.

        InputError where claims do not fit the text.
        """
        claims = self._shelf.of(document.ref)
        if not claims and document.ref != self._here:
            self.anew += 1
            return Reader.load().read(document, min_confidence=min_confidence)
        for claim in claims:
            _check(claim, document)
        return Reading(claims, [])  # its notes came with the document

    def close(self) -> None:
        """Let go of what is held on the disk."""
        self._shelf.close()


class TableGiving:
    """What somebody gave of a document on the cluster: what the rows of a table say; no manifest of this machine."""

    def __init__(self) -> None:
        self._given = Given(Metadata())

    def fields(self, file: str, document: Document) -> frozenset[str]:
        """The fields that were given."""
        return self._given.fields(document.source or file, document)


def document_of(row: dict[str, Any]) -> Result:
    """A row of the table of documents; a problem where it holds none."""
    item = str(row["source"] or row["sha256"])
    if row["text"] is None:
        return Problem(item, f"{item} stands in the tables without its text: nothing can be taken from it")
    if row["sha256"] != text_sha256(row["text"]):
        return Problem(item, f"{item} has another text than its hash says: the file was changed, read it again")
    try:
        notes = msgspec.json.decode(row["notes"] or "[]", type=tuple[Note, ...])
        return msgspec.convert({**row, "notes": notes}, Document)
    except ValueError as error:  # msgspec's errors are ValueErrors
        return Problem(item, f"{item} is no row of the table of documents: {error}")


def _check(claim: Claim, document: Document) -> None:
    for one in claim.evidence:
        if document.text[one.start : one.end] != one.text:
            raise InputError(f"claim {claim.id} quotes what the text does not say at {one.start}")
