"""What a ledger holds of the kinship of texts, read at one moment and written in one batch."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from sqlalchemy import Connection

from foedus.ledger.kin import keys, pending
from foedus.ledger.kin.edges import Found, edges_from, edges_to, keep_edges
from foedus.ledger.kin.pages import Told, named, numbers_of, told
from foedus.ledger.kin.pending import Turn
from foedus.ledger.kin.place import place_of
from foedus.ledger.kin.stories import keep_stories, story_of, together
from foedus.ledger.writing.transaction import Writing
from foedus.model.story import CopyEdge, Story


class Kin:
    """Documents, edges and stories as the ledger knew them after a batch (None: now), by the documents' ids."""

    def __init__(self, connection: Connection, batch: int | None = None) -> None:
        """On a connection that sees one moment."""
        self.connection = connection
        self.batch = batch

    def ids(self) -> Iterator[str]:
        """Documents that were compared, in canonical order."""
        return keys.compared(self.connection)

    def told(self, ids: Iterable[str]) -> dict[str, Told]:
        """Documents with their texts and what they claim now."""
        return told(self.connection, ids)

    def named(self, ids: Iterable[str]) -> dict[str, Told]:
        """Documents without texts and claims."""
        return named(self.connection, ids, self.batch)

    def keys_of(self, ids: Iterable[str]) -> dict[str, list[int]]:
        """Keys that documents hold now."""
        return keys.keys_of(self.connection, ids)

    def holders(self, some: Sequence[int], most: int) -> dict[int, list[str]]:
        """The first `most` holders of each key, in canonical order, now."""
        return keys.holders(self.connection, some, most)

    def after(self, some: Sequence[int], document: str, order: str) -> dict[int, list[str]]:
        """Holders of each key behind a document: where it was put, else behind its place (`MOMENT|ID`) in order."""
        place = keys.place_of(self.connection, document) or place_of(order)
        return keys.after(self.connection, some, place)

    def edges_to(self, ids: Iterable[str]) -> Found:
        """Edges by the canonically later document."""
        return edges_to(self.connection, ids, self.batch)

    def edges_from(self, ids: Iterable[str]) -> Found:
        """Edges by the canonically earlier document, or the placeholder."""
        return edges_from(self.connection, ids, self.batch)

    def story_of(self, document: str) -> str | None:
        """The id of the story in which a document stands with others."""
        return story_of(self.connection, document, self.batch)

    def together(self, ids: Iterable[str]) -> dict[str, int]:
        """All documents of the stories that have any of these, each with its story's number."""
        return together(self.connection, ids, self.batch)


class KinDesk(Kin):
    """The same with what is written in this batch; nothing is kept before its end, and no batch without need.

    `touched` are the documents that were put or taken, or whose edges were given.
    """

    def __init__(self, connection: Connection, begin: Callable[[Connection], Writing]) -> None:
        """`begin` begins the batch, once there is something to write in it."""
        super().__init__(connection)
        self._begin = begin
        self._edges: dict[str, tuple[CopyEdge, ...]] = {}
        self._from: dict[str, set[str]] = defaultdict(set)
        self._stories: Sequence[Story] = ()
        self._numbers: dict[str, int] = {}
        self.touched: set[str] = set()

    def turns(self, finders: int, most: int, behind: Turn | None = None) -> list[Turn]:
        """The next documents that are to be compared."""
        found = pending.turns(self.connection, finders, most, behind)
        self._numbers |= {turn.id: turn.number for turn in found}
        return found

    def compared(self, some: list[Turn], finders: int, *, all_of_them: bool) -> None:
        """These were compared; `all_of_them`: nothing else is to be."""
        pending.compared(self.connection, some, finders, all_of_them=all_of_them)

    def put(self, document: str, order: str, some: Sequence[int], finders: int) -> None:
        """Let a document hold these keys at its place in canonical order."""
        self.touched.add(document)
        keys.put(self.connection, self._number(document), place_of(order), some, finders)

    def take(self, document: str) -> None:
        """Let a document hold nothing and have no edge found at it."""
        self.touched.add(document)
        keys.take(self.connection, [self._number(document)])
        self.set_edges(document, ())

    def set_edges(self, document: str, found: Sequence[CopyEdge]) -> None:
        """The edges found at a document, in place of those before."""
        before = self._edges[document] if document in self._edges else edges_to(self.connection, [document])[document]
        if set(before) == set(found):
            return
        self.touched |= {document, *(edge.earlier for edge in (*before, *found))}
        for edge in before:
            self._from[edge.earlier].discard(document)
        for edge in found:
            self._from[edge.earlier].add(document)
        self._edges[document] = tuple(found)

    def edges_to(self, ids: Iterable[str]) -> Found:
        """As given in this batch, else as they hold."""
        asked = set(ids)
        found = super().edges_to(asked - self._edges.keys())
        return found | {one: list(self._edges[one]) for one in asked & self._edges.keys()}

    def edges_from(self, ids: Iterable[str]) -> Found:
        """As given in this batch, else as they hold."""
        asked = set(ids)
        held = super().edges_from(asked)
        found: Found = defaultdict(list)
        for one in asked:
            found[one] += [edge for edge in held.get(one, ()) if edge.later not in self._edges]
            given = (edge for later in sorted(self._from.get(one, ())) for edge in self._edges[later])
            found[one] += [edge for edge in given if edge.earlier == one]
        return found

    def keep(self, stories: Sequence[Story]) -> None:
        """The stories of all documents whose story can be another one now."""
        self._stories = stories

    def close(self) -> None:
        """Write what is left to be written."""
        numbers = numbers_of(self.connection, self._edges)
        found = {numbers[document]: given for document, given in self._edges.items() if document in numbers}
        if not found and not self._stories:
            return
        with self.connection.begin_nested() as unless_in_vain:
            writing = self._begin(self.connection)
            keep_edges(writing, found)
            keep_stories(writing, self._stories)
            if writing.anything:
                writing.close()
            else:
                unless_in_vain.rollback()

    def _number(self, document: str) -> int:
        if document not in self._numbers:
            self._numbers |= numbers_of(self.connection, [document])
        return self._numbers[document]
