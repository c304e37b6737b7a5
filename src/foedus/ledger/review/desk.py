"""A reviewer's desk: every judgement that a person can make, each of them one batch of the ledger."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from foedus.ledger.asking.lookup import find_document
from foedus.ledger.review import adding, depending, linking, merging, splitting, undoing, verdicts
from foedus.ledger.review.judgements import By, judgement
from foedus.ledger.review.statements import Held, find
from foedus.ledger.writing.transaction import Writing
from foedus.model.errors import UsageError
from foedus.model.review import Addition, Correction, Judgement, Linkable

Seen = str | tuple[str, int]
"""A claim by its id or the beginning of it, with the reading that was seen where that is to be checked."""


class ReviewDesk:
    """Judgements of one reviewer.

    Claims are named by id, the beginning of one, or an address with a twin (`ID.1`). `expected` is the reading that
    the reviewer saw: where the claim has another by now, ConflictError says who changed it, what and when, and
    nothing is written. UsageError says what cannot be judged so, LedgerError what the ledger does not hold.
    """

    def __init__(self, writing: Callable[[], AbstractContextManager[Writing]], reviewer: str) -> None:
        """`writing` begins a batch."""
        self._writing = writing
        self._reviewer = reviewer

    def accept(self, *which: Seen, reason: str | None = None, opinion: bool = False) -> list[Judgement]:
        """Claims are right as they stand: all of them are accepted, or none. An `opinion` changes no claim."""
        return self._each(which, reason, lambda writing, held, by: verdicts.accept(writing, held, by, opinion=opinion))

    def reject(self, *which: Seen, reason: str | None = None, opinion: bool = False) -> list[Judgement]:
        """The text does not say so: all are rejected, or none. They are kept, and left out of every view."""
        return self._each(which, reason, lambda writing, held, by: verdicts.reject(writing, held, by, opinion=opinion))

    def correct(
        self,
        claim: str,
        correction: Correction,
        *,
        reason: str | None = None,
        expected: int | None = None,
        opinion: bool = False,
    ) -> Judgement:
        """Something else is right; the reader's value stays beside it."""
        by = self._by(reason)
        with self._writing() as writing:
            held = find(writing.connection, claim, expected=expected)
            return judgement(writing.connection, verdicts.correct(writing, held, correction, by, opinion=opinion))

    def split(
        self, claim: str, parts: Sequence[Correction], *, reason: str | None = None, expected: int | None = None
    ) -> Judgement:
        """One claim is several, each the claim with a correction; the first keeps the address."""
        by = self._by(reason)
        with self._writing() as writing:
            held = find(writing.connection, claim, expected=expected)
            return judgement(writing.connection, splitting.split(writing, held, parts, by))

    def merge(self, kept: Seen, *others: Seen, reason: str | None = None) -> Judgement:
        """Several claims are one statement: one stays, with the evidence of all."""
        by = self._by(reason)
        with self._writing() as writing:
            first, *rest = [_found(writing, one) for one in (kept, *others)]
            return judgement(writing.connection, merging.merge(writing, first, rest, by))

    def add(self, document: str, addition: Addition, *, reason: str | None = None) -> Judgement:
        """A claim that the reader missed, of a document by its id or the beginning of it."""
        by = self._by(reason)
        with self._writing() as writing:
            number = int(find_document(writing.connection, document)["number"])
            return judgement(writing.connection, adding.add(writing, number, addition, by))

    def link(self, name: str, entity: Linkable, *, reason: str | None = None) -> Judgement:
        """A name means an entity wherever nothing else is known of it, now and in what is read later."""
        by = self._by(reason)
        with self._writing() as writing:
            return judgement(writing.connection, linking.link(writing, name, entity, by))

    def unlink(self, name: str, *, reason: str | None = None) -> Judgement:
        """A name that a person linked means no entity any more."""
        by = self._by(reason)
        with self._writing() as writing:
            return judgement(writing.connection, linking.unlink(writing, name, by))

    def depend(self, source: str, on: str, *, reason: str) -> Judgement:
        """A source (an outlet's name or an entity's key) is not independent of another."""
        by = self._by(reason)
        with self._writing() as writing:
            return judgement(writing.connection, depending.depend(writing, source, on, by))

    def independ(self, source: str, on: str, *, reason: str | None = None) -> Judgement:
        """A source is independent of another after all."""
        by = self._by(reason)
        with self._writing() as writing:
            return judgement(writing.connection, depending.independ(writing, source, on, by))

    def undo(self, number: int | None = None, *, reason: str | None = None) -> Judgement:
        """Take back a judgement, anybody's by its number, else the reviewer's own last one."""
        by = self._by(reason)
        with self._writing() as writing:
            which = undoing.last_of(writing.connection, self._reviewer) if number is None else number
            return judgement(writing.connection, undoing.undo(writing, which, by))

    def _each(
        self, which: Sequence[Seen], reason: str | None, judge: Callable[[Writing, Held, By], int]
    ) -> list[Judgement]:
        by = self._by(reason)
        if not which:
            raise UsageError("say which claims are judged")
        with self._writing() as writing:
            held = {one.address: one for one in (_found(writing, seen) for seen in which)}
            numbers = [judge(writing, one, by) for one in held.values()]
            return [judgement(writing.connection, number) for number in numbers]

    def _by(self, reason: str | None) -> By:
        reviewer = self._reviewer.strip()
        if not reviewer:
            raise UsageError("a judgement needs the name of who judges")
        return By(reviewer, (reason or "").strip() or None)


def _found(writing: Writing, seen: Seen) -> Held:
    claim, expected = (seen, None) if isinstance(seen, str) else seen
    return find(writing.connection, claim, expected=expected)
