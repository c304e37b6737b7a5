"""`/documents`: what has been read, and one text with what is known of it."""

from fastapi import Request

from foedus.model.answers import Listed, ListedDocument
from foedus.model.document import Document
from foedus.serve.api.paging import After, address
from foedus.serve.api.room import Room
from foedus.serve.asking import InAsking
from foedus.serve.house import InHouse
from foedus.serve.views.documents import documents_view

room = Room("documents")


@room.get("/documents", Listed[ListedDocument])
def documents(request: Request, house: InHouse, asked: InAsking, after: After = None) -> Listed[ListedDocument]:
    """Documents of the filters, newest first: what these ask of claims, one of the document's must meet. With `q` those
    whose whole texts have the words."""
    view = documents_view(house, asked, after or None)
    items = tuple(
        ListedDocument(one.document, one.headline, one.snippet.text if one.snippet else None, one.types)
        for one in view.documents
    )
    return Listed(items, address(request, view.next), notes=view.notes)


@room.get("/documents/{id}", Document)
def document(house: InHouse, asked: InAsking, id: str) -> Document:
    """One document with its stored text. By its id (the first 16 digits of `sha256`), or the beginning of one; offsets
    of claims count the Unicode code points of `text`."""
    return house.ledger.document(id, asked.which.as_of)
