"""Documents in a list: newest first under the filters of the address, or those whose texts have some words."""

from msgspec import Struct

from foedus.language.pipelines import languages
from foedus.ledger.asking.search import DocumentHit
from foedus.ledger.asking.snippets import Snippet
from foedus.model.claim import DocumentRef
from foedus.model.vocabulary import CLAIM_TYPES
from foedus.serve.asking import Asking
from foedus.serve.house import House
from foedus.serve.views.facts import headline

PAGE = 25


class Listed(Struct, frozen=True):
    """A document in the list; `snippet` is a piece of its text round what was searched, `types` how many claims it has
    of each type where nothing was searched."""

    document: DocumentRef
    headline: str
    snippet: Snippet | None
    types: dict[str, int]


class DocumentsView(Struct, frozen=True):
    """Documents and the cursor of the page behind; `words` is what was searched, `notes` how names were understood."""

    documents: tuple[Listed, ...]
    next: str | None
    words: str
    notes: tuple[str, ...]
    langs: tuple[str, ...]
    """Languages to choose from: those that can be read."""


def documents_view(house: House, asked: Asking, after: str | None) -> DocumentsView:
    """The first page, or the one behind a cursor."""
    words = asked.which.text
    found = house.ledger.search_documents(words, asked.which, after, PAGE)
    types = {} if words else house.ledger.types_in([one.document.id for one in found.hits], asked.which)
    listed = tuple(_listed(one, types.get(one.document.id)) for one in found.hits)
    return DocumentsView(listed, found.next, words or "", asked.notes, languages())


def _listed(hit: DocumentHit, types: dict[str, int] | None) -> Listed:
    """`types` is None where words were searched."""
    head = headline(hit.document.title, hit.snippet.text)
    if types is None:
        return Listed(hit.document, head, hit.snippet, {})
    return Listed(hit.document, head, None, {one: types[one] for one in CLAIM_TYPES if one in types})
