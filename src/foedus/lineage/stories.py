"""Stories: documents that come from one text count as one source."""

from collections.abc import Iterable

from foedus.lineage.edges import CopyEdge
from foedus.lineage.published import in_order
from foedus.model.document import Document


class Joined:
    """Disjoint sets of names (union-find with path halving); a set goes by the name first joined to."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def find(self, name: str) -> str:
        """The name of the set that holds it, itself where it was never joined."""
        above = self._above
        while above.get(name, name) != name:
            above[name] = above.get(above[name], above[name])
            name = above[name]
        return name

    def join(self, first: str, second: str) -> None:
        """Make one set of two; it goes by the first's name."""
        first, second = self.find(first), self.find(second)
        if first != second:
            self._above[second] = first


def stories(documents: Iterable[Document], edges: Iterable[CopyEdge]) -> dict[str, str]:
    """Document id → story id, which is the id of the story's earliest document.

    Copies and translations are one story; an excerpt is a passage of another story in one of its own.
    """
    joined = Joined()
    for edge in edges:
        if edge.kind != "excerpt":
            joined.join(edge.origin, edge.copy)
    ordered = in_order(documents)
    names: dict[str, str] = {}
    for document in ordered:
        names.setdefault(joined.find(document.id), document.id)
    return {document.id: names[joined.find(document.id)] for document in ordered}
