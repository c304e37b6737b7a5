"""What the ledger holds of kinship: which texts came from which, the stories that they make, sources that depend."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection

from foedus.ledger.asking.moments import batch_as_of
from foedus.ledger.figures import Figures
from foedus.ledger.filters import ClaimFilter, Moment
from foedus.ledger.kin.edges import edges_to
from foedus.ledger.kin.holding import Kin, KinDesk
from foedus.ledger.kin.listing import StoryPage, page_of_stories
from foedus.ledger.kin.naming import document_named
from foedus.ledger.kin.pending import waiting
from foedus.ledger.kin.stories import together
from foedus.ledger.records import instant
from foedus.ledger.review.depending import Dependence, dependences
from foedus.ledger.writing.transaction import Writing
from foedus.model.story import CopyEdge

_EVERYTHING = ClaimFilter()


class Kinship(Figures):
    """A part of the ledger; every method raises LedgerError as its others do."""

    _clock: Callable[[], datetime]

    @contextmanager
    def kin(self, as_of: Moment = None) -> Iterator[Kin]:
        """Documents, edges and stories as they were known at a moment, all of one state of the ledger.

        `foedus.intake.stories` puts them together; what is asked often has methods of its own below.
        """
        with self._store.reading() as connection:
            yield Kin(connection, batch_as_of(connection, as_of))

    @contextmanager
    def comparing(self) -> Iterator[KinDesk]:
        """A desk to bring kinship up to date, with nobody else writing: all that is done at it is kept, or nothing.

        There is a batch only where an edge or a story changed. It bears no command: that can name what is withdrawn.
        """

        def begin(connection: Connection) -> Writing:
            now = instant(self._clock())
            return Writing(self._store, connection, action="derive", now=now)

        with self._store.writing() as connection:
            desk = KinDesk(connection, begin)
            yield desk
            desk.close()

    def uncompared(self, finders: int) -> int:
        """How many documents have not been compared by these finders since they came or changed."""
        with self._store.reading() as connection:
            return waiting(connection, finders)

    def edges(self, documents: Iterable[str], as_of: Moment = None) -> list[CopyEdge]:
        """The edges that tell how documents, by their ids, hang together, also by way of others of their stories."""
        with self._store.reading() as connection:
            batch = batch_as_of(connection, as_of)
            some = set(documents)
            found = edges_to(connection, some | together(connection, some, batch).keys(), batch)
            return [edge for document in sorted(found) for edge in found[document]]

    def document_named(self, name: str, as_of: Moment = None) -> str:
        """The id of the document that a story's id, or that of a document or claim or its beginning, leads to."""
        with self._store.reading() as connection:
            return document_named(connection, name, as_of)

    def stories(self, which: ClaimFilter = _EVERYTHING, after: str | None = None, limit: int = 50) -> StoryPage:
        """Stories of several documents, in which a claim stands that the filter lets through: told last first.

        `after` is the cursor of the page before.
        """
        with self._store.reading() as connection:
            return page_of_stories(connection, which, after, limit)

    def dependences(self, as_of: Moment = None) -> list[Dependence]:
        """Sources that people marked as not independent of others, by name."""
        with self._store.reading() as connection:
            return dependences(connection, as_of)
