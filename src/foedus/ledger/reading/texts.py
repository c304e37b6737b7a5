"""The texts of a batch that the ledger holds already, with the pages that carry them and what was withdrawn."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

import msgspec
from sqlalchemy import Connection, RowMapping, select

from foedus.ledger.reading.incoming import Incoming
from foedus.ledger.reading.pages import known_now, page_of
from foedus.ledger.tables import documents, pages, tombstones
from foedus.model.document import Document, Note
from foedus.model.identity import document_id

_AT_ONCE = 500
"""Keys asked for at once; SQLite takes 32,766 values in one statement."""

_notes = msgspec.json.Decoder(tuple[Note, ...])
_Value = TypeVar("_Value", int, str)


class Page(NamedTuple):
    """A page as a row holds it, learned in a batch; its text is left empty."""

    number: int
    document: Document
    batch: int


class Text:
    """A text with its pages, as rows hold them and as they are to be; `withdrawn` says why it was withdrawn, if so."""

    def __init__(self, number: int, held: Sequence[Page] = (), withdrawn: str | None = None) -> None:
        """`number` is the document's, `held` are its pages in their order."""
        self.number = number
        self.withdrawn = withdrawn
        self.held = list(held)
        self.pages = [page.document for page in held]

    @property
    def named(self) -> Document:
        """The page that names the text."""
        return self.pages[0]

    def is_named_since(self, batch: int) -> bool:
        """Whether a batch knew the page that names it just as it is now."""
        return bool(self.held) and self.held[0].batch <= batch and 0 not in self.changed

    @property
    def changed(self) -> list[int]:
        """Places of pages that are known otherwise than rows hold them, if only by their notes."""
        return [place for place, page in enumerate(self.held) if page.document != self.pages[place]]

    @property
    def corrected(self) -> int:
        """How many pages say something else of themselves."""
        return sum(self.held[place].document.ref != self.pages[place].ref for place in self.changed)

    def see(self, one: Incoming) -> None:
        """It was seen: on a page that is known, and may be known better now, or on another."""
        place = page_of(self.pages, one.document)
        if place is None:
            self.pages.append(one.document)
        else:
            self.pages[place] = known_now(self.pages[place], one.document, one.given)


def held_texts(connection: Connection, hashes: Sequence[str]) -> dict[str, Text]:
    """The texts with these hashes that the ledger holds."""
    asked = select(documents.c.number, documents.c.sha256, tombstones.c.reason)
    asked = asked.outerjoin(tombstones, tombstones.c.document == documents.c.number)
    ids = [document_id(sha256) for sha256 in hashes]  # the beginning of the hash, and the only one that is indexed
    known = [row for some in in_parts(ids) for row in connection.execute(asked.where(documents.c.id.in_(some)))]
    found = _pages(connection, {row.number: row.sha256 for row in known if row.reason is None})
    return {row.sha256: Text(row.number, found[row.number], row.reason) for row in known}


def in_parts(values: Sequence[_Value]) -> Iterator[Sequence[_Value]]:
    """The values in parts that one question can hold."""
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def page_document(row: RowMapping, sha256: str) -> Document:
    """A page from its row, without the text."""
    return Document(
        "",
        sha256,
        row["lang"],
        row["published"],
        row["title"],
        row["outlet"],
        row["url"],
        row["raw_sha256"],
        row["extractor"],
        row["source"],
        _notes.decode(row["notes"]),
    )


def _pages(connection: Connection, texts: dict[int, str]) -> dict[int, list[Page]]:
    found: dict[int, list[Page]] = defaultdict(list)
    for some in in_parts(list(texts)):
        asked = select(pages).where(pages.c.document.in_(some), pages.c.ended.is_(None))
        for row in connection.execute(asked.order_by(pages.c.document, pages.c.page)).mappings():
            page = Page(row["number"], page_document(row, texts[row["document"]]), row["batch"])
            found[row["document"]].append(page)
    return found
