"""The ledger: one store that keeps texts, where they were seen, and what they claim.

    with Ledger.open("foedus.db") as ledger:
        ledger.add([(document, claims)])
        for claim in ledger.claims(ClaimFilter(about=("BLR",))):
            ...

Any number of processes may read at once, one writes at a time. Every method raises LedgerError, in one line with
the remedy, where the store cannot be read, written or understood.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from foedus.ledger.asking.claims import select_claims
from foedus.ledger.asking.diff import changes, span
from foedus.ledger.asking.documents import Counts, select_counts, select_documents, select_pages
from foedus.ledger.asking.entities import Met, entities_met
from foedus.ledger.asking.facets import facets
from foedus.ledger.asking.lookup import find_claim, find_document
from foedus.ledger.asking.outlet_names import outlets_named
from foedus.ledger.asking.paging import Page, page_of_claims
from foedus.ledger.asking.search import ClaimHits, DocumentHits, search_claims, search_documents
from foedus.ledger.checking.check import findings
from foedus.ledger.columns.ask import ask_network
from foedus.ledger.columns.network import Network
from foedus.ledger.columns.scheme import Scheme
from foedus.ledger.copies.backup import Backup, back_up
from foedus.ledger.create import make_ready
from foedus.ledger.filters import ClaimFilter, Moment
from foedus.ledger.kinship import Kinship
from foedus.ledger.names import name_entities
from foedus.ledger.proof.audit_log import logged
from foedus.ledger.proof.chain import Link
from foedus.ledger.proof.verify import faults, head
from foedus.ledger.reading.documents import write_documents
from foedus.ledger.reading.history import PageVersion, ReadBy, page_versions, read_by
from foedus.ledger.reading.incoming import Added, Batch, Incoming, ReaderVersion, readers_of
from foedus.ledger.reading.placing import Placed, placed
from foedus.ledger.reading.rereading import Rereading, rereadings, write_rereadings
from foedus.ledger.reading.unread import readable, texts
from foedus.ledger.records import claim_of, document_of, instant
from foedus.ledger.review.agreement import agreement
from foedus.ledger.review.desk import ReviewDesk
from foedus.ledger.review.history import history
from foedus.ledger.review.queue import QueuePage, queue
from foedus.ledger.review.statements import Held, find
from foedus.ledger.stores.opening import open_store
from foedus.ledger.stores.store import STREAM, Store
from foedus.ledger.withdrawal.erase import erase
from foedus.ledger.withdrawal.forget import Scope, forget, scope_of_batch, scope_of_document
from foedus.ledger.withdrawal.withdrawn import Withdrawal, withdrawals
from foedus.ledger.writing.transaction import Writing
from foedus.ledger.writing.uncollected import uncollected
from foedus.model.change import Change
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.model.entity import Entity
from foedus.model.facets import Facets
from foedus.model.logged import Logged
from foedus.model.review import Agreement, Step

__all__ = ["Added", "Counts", "Ledger"]

_EVERYTHING = ClaimFilter()


class Ledger(Kinship):
    """An open ledger; close it, or use it as a context manager."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        """As `open` made it."""
        self._store = store
        self._clock = clock

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        create: bool = True,
        lock_seconds: float = 5.0,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Self:
        """Open a file (a path, or `sqlite:///path`) or a database (`postgresql://user@host/name?schema=name`).

        File or schema is made if it is missing, and its tables, unless `create` is false. `lock_seconds` is how long
        a write waits for another process, `clock` gives the time of a batch.
        """
        store = open_store(where, create=create, lock_seconds=lock_seconds)
        try:
            make_ready(store, clock(), create=create)
        except BaseException:
            store.close()
            raise
        return cls(store, clock)

    @property
    def where(self) -> str:
        """The file or database, as messages name it: no password stands in it."""
        return self._store.where

    @property
    def is_writable(self) -> bool:
        """Whether this user may add to it."""
        return self._store.is_writable

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of file or server; nothing waits to be written."""
        self._store.close()

    def add(self, batch: Batch, *, note: str | None = None, met: Iterable[Entity] = ()) -> Added:
        """Write documents with the claims read from them: all of the batch or nothing.

        What is known stays as it is; a page that is given otherwise is corrected; a claim that a text no longer
        gives, or gives otherwise, is kept as an ended version, and what a person has judged stays as judged. A batch
        that brings nothing leaves no trace. `note` is what the batch is remembered by, the command for one, and
        `met` are the entities of its claims, to be found under any of their names.
        """
        with uncollected(), self._writing("read", command=note, reader=readers_of(batch)) as writing:
            added = write_documents(writing, batch)
            name_entities(writing, met)
            return added

    def placed(self, document: Document, given: frozenset[str] | None = None) -> Placed:
        """What a document is to be read as, so that its dates do not depend on the page at hand, and what is held.

        `given` are the fields that somebody gave, which correct its page where they differ; None: all that it has.
        """
        with self._store.reading() as connection:
            return placed(connection, document, given)

    def readable(self, langs: frozenset[str], unless: ReaderVersion | None = None) -> list[int]:
        """Numbers of the texts in some languages that can be read again, in the order in which they came.

        `unless`: only those that this reader has not been the last to read, or that were corrected since.
        """
        with self._store.reading() as connection:
            return readable(connection, langs, unless)

    def texts(self, numbers: Sequence[int]) -> list[Document]:
        """Texts by such numbers, each with the page that names it; one that was withdrawn since is left out."""
        with self._store.reading() as connection:
            return texts(connection, numbers)

    def rereadings(self, batch: Sequence[Incoming]) -> list[Rereading]:
        """What stored texts, read again, would change; nothing is written."""
        with self._store.reading() as connection:
            return rereadings(connection, batch)

    def reread(
        self, shown: Sequence[Rereading], *, command: str | None = None, met: Iterable[Entity] = ()
    ) -> list[Rereading]:
        """Write just what was shown, all in one batch; `met` as for `add`.

        Those are left out and given back whose text changed since.
        """
        reader = readers_of([one.incoming for one in shown])
        with self._writing("reread", command=command, reader=reader) as writing:
            overtaken = write_rereadings(writing, shown)
            name_entities(writing, met)
            return overtaken

    def page_versions(self, document: str) -> list[PageVersion]:
        """All that was known of the pages of a document (by its id), page by page, the oldest version first."""
        with self._store.reading() as connection:
            return page_versions(connection, document)

    def read_by(self, document: str) -> list[ReadBy]:
        """Which readers have read a document (by its id), the first reading first."""
        with self._store.reading() as connection:
            return read_by(connection, document)

    @contextmanager
    def _writing(
        self, action: str, *, actor: str | None = None, command: str | None = None, reader: str | None = None
    ) -> Iterator[Writing]:
        """A batch: all of it is kept at the end of the block, or nothing; one that wrote nothing leaves no trace."""
        with self._store.writing() as connection:
            now = instant(self._clock())
            writing = Writing(
                self._store, connection, action=action, now=now, actor=actor, command=command, reader=reader
            )
            yield writing
            if writing.anything:
                writing.close()
            else:
                connection.rollback()

    def documents(self, as_of: Moment = None) -> Iterator[Document]:
        """All texts, each with the page that names it as known at the moment, by date of publication and id."""
        with self._store.reading() as connection:
            found = select_documents(connection, as_of).execution_options(yield_per=STREAM)
            with connection.execute(found) as rows:  # closed where its reader stops early
                yield from map(document_of, rows.mappings())

    def pages(self, document: str | None = None, as_of: Moment = None) -> Iterator[Document]:
        """Every page seen (those of one document, by its id): its text with its own metadata."""
        with self._store.reading() as connection:
            found = select_pages(connection, document, as_of).execution_options(yield_per=STREAM)
            with connection.execute(found) as rows:  # closed where its reader stops early
                yield from map(document_of, rows.mappings())

    def document(self, id_or_prefix: str, as_of: Moment = None) -> Document:
        """The document whose id or hash begins so; LedgerError names the nearest, or the candidates."""
        with self._store.reading() as connection:
            return document_of(find_document(connection, id_or_prefix, as_of))

    def claims(self, which: ClaimFilter = _EVERYTHING) -> Iterator[Claim]:
        """The claims that hold, by the document's date and id, then their place in the text, then their id."""
        with self._store.reading() as connection:
            found = select_claims(connection, which).execution_options(yield_per=STREAM)
            with connection.scalars(found) as records:
                yield from map(claim_of, records)

    def claim(self, id_or_prefix: str, as_of: Moment = None) -> Claim:
        """The claim whose id begins so, or what became of it; LedgerError names the nearest, or the candidates."""
        with self._store.reading() as connection:
            return find_claim(connection, id_or_prefix, as_of).claim

    def counts(self, as_of: Moment = None) -> Counts:
        """How much the ledger holds."""
        with self._store.reading() as connection:
            return Counts(*connection.execute(select_counts(connection, as_of)).one())

    def page_of_claims(
        self, which: ClaimFilter = _EVERYTHING, after: str | None = None, limit: int = 50, *, newest_first: bool = False
    ) -> Page:
        """Some of the claims, behind the page before: as of its moment, in the order of `claims` or newest first."""
        with self._store.reading() as connection:
            return page_of_claims(connection, which, after, limit, newest_first=newest_first)

    def search(
        self, words: str, which: ClaimFilter = _EVERYTHING, after: str | None = None, limit: int = 50
    ) -> ClaimHits:
        """Claims whose sentences have the words, or whose roles an entity so named; what was published last first."""
        with self._store.reading() as connection:
            return search_claims(connection, words, which, after, limit)

    def search_documents(
        self, words: str | None, which: ClaimFilter = _EVERYTHING, after: str | None = None, limit: int = 50
    ) -> DocumentHits:
        """Documents whose whole texts have the words (None: all of the filter), in the same order."""
        with self._store.reading() as connection:
            return search_documents(connection, words, which, after, limit)

    def facets(self, which: ClaimFilter = _EVERYTHING, *, top: int = 10) -> Facets:
        """How many claims there are of each type, stage, year, outlet, entity …; of very many only the newest."""
        with self._store.reading() as connection:
            return facets(connection, which, top=top)

    def network(
        self,
        scheme: Scheme,
        *,
        plain: str,
        ladder: Sequence[str],
        as_of: Moment = None,
        published_by: date | None = None,
    ) -> Network:
        """Who supplies what to whom, all of it: from columns beside the ledger, brought up to date first.

        `foedus.register.network.scheme()` says how claims become columns.
        """
        return ask_network(self._store, scheme, plain=plain, ladder=ladder, as_of=as_of, published_by=published_by)

    def changes(self, since: Moment, until: Moment = None, which: ClaimFilter = _EVERYTHING) -> list[Change]:
        """What is new, changed, gone, rejected or withdrawn since a moment: a day begins with its first second."""
        with self._store.reading() as connection:
            return list(changes(connection, span(connection, since, until), which))

    def entities(self, as_of: Moment = None) -> list[Met]:
        """The entities that claims speak of, with the number of claims, the most frequent first."""
        with self._store.reading() as connection:
            return entities_met(connection, as_of)

    def name_entities(self, met: Iterable[Entity], *, command: str | None = None) -> int:
        """Keep the names of entities that claims speak of, so that a search finds them; how many names were new."""
        with self._writing("name", command=command) as writing:
            return name_entities(writing, met)

    def check(self) -> list[str]:
        """What is wrong with the ledger, a line each: file, links, hashes, records against their texts."""
        with self._store.reading() as connection:
            return list(findings(connection))

    def review(self, reviewer: str, *, command: str | None = None) -> ReviewDesk:
        """A reviewer's desk: accept, correct, reject, split, merge, add, link names, mark sources dependent, undo.

        `command` is what its judgements are remembered by, besides the reviewer's name.
        """
        return ReviewDesk(lambda: self._writing("review", actor=reviewer, command=command), reviewer)

    def version(self, claim: str) -> Held:
        """A claim as it holds now, with its reading, the token of the optimistic check; moved addresses are followed.

        LedgerError where none holds under the id, the beginning of one, or the address with a twin (`ID.1`).
        """
        with self._store.reading() as connection:
            return find(connection, claim)

    def history(self, claim: str, as_of: Moment = None) -> list[Step]:
        """Every version and judgement of a claim in order, with the reader's and the person's values."""
        with self._store.reading() as connection:
            return history(connection, claim, as_of)

    def review_queue(
        self,
        which: ClaimFilter = _EVERYTHING,
        *,
        level: float,
        doubtful: bool = False,
        second: str | None = None,
        after: str | None = None,
        limit: int = 20,
    ) -> QueuePage:
        """Claims that nobody has judged, the sure ones (confidence from `level` on, or uncalibrated) or the doubtful.

        With `second`, a reviewer's name, those instead that others have judged and that reviewer has not. `after` is
        the cursor of the page before.
        """
        with self._store.reading() as connection:
            return queue(connection, which, level=level, doubtful=doubtful, second=second, after=after, limit=limit)

    def outlets_named(self, name: str) -> list[str]:
        """The outlets that a name can mean: the one that has it just so, else all but for case and accents."""
        with self._store.reading() as connection:
            return outlets_named(connection, name)

    def agreement(self) -> list[Agreement]:
        """How far reviewers agree who judged the same claims, over all and by type."""
        with self._store.reading() as connection:
            return agreement(connection)

    def audit(self, *, since: Moment = None, actor: str | None = None, actions: Sequence[str] = ()) -> Iterator[Logged]:
        """What was written, batch by batch; since a moment, by an actor, of these actions (of batch or judgement)."""
        with self._store.reading() as connection:
            yield from logged(connection, since=since, actor=actor, actions=actions)

    def head(self) -> Link | None:
        """The last link of the hash chain, to be noted elsewhere; none where nothing was written yet."""
        with self._store.reading() as connection:
            return head(connection)

    def verify(self, expect: str | None = None) -> Iterator[str]:
        """What is not as it was written, a line each: walks the hash chain and hashes every row again.

        `expect` is the hash of a link noted earlier: without it, an end that was cut off does not show.
        """
        with self._store.reading() as connection:
            yield from faults(connection, expect)

    def scope(self, document: str | None = None, *, batch: int | None = None) -> Scope:
        """What `forget` would withdraw: one document, by its id or the beginning of it, or all that came in a batch."""
        with self._store.reading() as connection:
            if document is not None:
                return scope_of_document(connection, document)
            return scope_of_batch(connection, batch or 0)

    def forget(self, scope: Scope, reason: str, *, actor: str | None = None, command: str | None = None) -> int:
        """Withdraw texts and claims for good, and tell that it was done; how many claims held in them.

        Then the freed bytes are taken from the disk. Where that cannot be done, LedgerError says so: the withdrawal
        is kept all the same, and another call with the same documents, or none, goes on with it.
        """
        with self._writing("forget", actor=actor, command=command) as writing:
            ended = forget(writing, scope.numbers, reason=reason, actor=actor)
        erase(self._store)
        return ended

    def withdrawals(self) -> Iterator[Withdrawal]:
        """What was withdrawn, when, by whom and why."""
        with self._store.reading() as connection:
            yield from withdrawals(connection)

    def backup(self, file: Path, *, texts: bool = True) -> Backup:
        """Write all that the ledger holds into one SQLite file, verified before it takes its name.

        Others may read and write meanwhile. An earlier backup of this ledger is replaced. Without `texts` the
        documents' texts are left out; claims keep the sentences that carry them. `foedus.ledger.copies.restore`
        brings it back.
        """
        return back_up(self._store, file, texts=texts)
