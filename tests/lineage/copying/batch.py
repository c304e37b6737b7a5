"""The copies among documents that are all at hand: the edges that a shelf would keep, without one."""

from collections.abc import Iterable

from bench.speed.lineage_holders import earlier_holders

from foedus.lineage.copying.finder import CopyFinder
from foedus.lineage.pages import Page
from foedus.model.document import Document
from foedus.model.story import CopyEdge


def copies(documents: Iterable[Document]) -> list[CopyEdge]:
    """For each document the earlier ones that its text came from; no edge where another explains the same words."""
    once = {document.id: document for document in documents}
    pages = sorted((Page(document) for document in once.values()), key=lambda page: page.order)
    finder = CopyFinder()
    near = earlier_holders(finder, pages)
    return [edge for place, held in near for edge in finder.edges(pages[place], [pages[one] for one in held])]
