"""What views ask of a ledger besides claims in pages: counts for figures, columns, claims that are few."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from foedus.ledger.asking.beside import Beside, beside
from foedus.ledger.asking.by_language import Languages, by_language
from foedus.ledger.asking.by_month import Months, counts_by_month
from foedus.ledger.asking.few import Part, claims_by_reading, claims_if_few, claims_of_parts
from foedus.ledger.asking.moments import pinned
from foedus.ledger.asking.of_types import types_in
from foedus.ledger.columns.ask import Held, ask_columns, ask_pairs, lacking
from foedus.ledger.columns.pairs import Pairs, Wanted
from foedus.ledger.columns.scheme import Scheme
from foedus.ledger.filters import ClaimFilter, Moment
from foedus.ledger.review.links import aliases_of
from foedus.ledger.stores.store import Store
from foedus.model.claim import Claim

_Answer = TypeVar("_Answer")


class Figures:
    """A part of the ledger; every method raises LedgerError as its others do."""

    _store: Store

    def pairs(
        self,
        scheme: Scheme,
        wanted: Wanted,
        *,
        most: int,
        as_of: Moment = None,
        published_by: date | None = None,
    ) -> Pairs:
        """Who supplies whom, all items together, from the columns of `network`: those with the most claims first."""
        return ask_pairs(self._store, scheme, wanted, most=most, as_of=as_of, published_by=published_by)

    def counts_by_month(self, which: ClaimFilter) -> Months:
        """How many claims were published in each month, by type: all of them, under most filters only the newest."""
        with self._store.reading() as connection:
            return counts_by_month(connection, self._store, which)

    def columns(
        self,
        scheme: Scheme,
        answer: Callable[[Held], _Answer],
        *,
        as_of: Moment = None,
        published_by: date | None = None,
    ) -> _Answer:
        """What a function makes of the columns of `network`, which are brought up to date first.

        It is called again where another process has brought them further before it had read them.
        """
        return ask_columns(self._store, scheme, answer, as_of=as_of, published_by=published_by)

    def columns_lack(self, scheme: Scheme) -> int:
        """How many versions of claims the next question of the columns has to bring in, about."""
        return lacking(self._store, scheme)

    def batch(self, as_of: Moment = None) -> int:
        """The last batch at a moment (None: now): what a question that is asked now is answered as of."""
        with self._store.reading() as connection:
            return pinned(connection, as_of)

    def documents_by_language(self, as_of: Moment = None) -> Languages:
        """How many documents there are in each language, of very many those learned last."""
        with self._store.reading() as connection:
            return by_language(connection, as_of)

    def linked_names(self) -> dict[str, str]:
        """Names that people have linked, folded, and the keys of the entities that they mean now."""
        with self._store.reading() as connection:
            return {name: one.entity for name, one in aliases_of(connection).items()}

    def beside(self, document: str, as_of: Moment = None) -> Beside:
        """The documents before and behind one in the list of all, the newest first; UnknownError as `document`."""
        with self._store.reading() as connection:
            return beside(connection, document, as_of)

    def claims_by_reading(self, readings: Iterable[int]) -> dict[int, Claim]:
        """Versions of claims by their numbers; those that were withdrawn are left out."""
        with self._store.reading() as connection:
            return claims_by_reading(connection, readings)

    def claims_if_few(self, which: ClaimFilter, most: int) -> list[Claim] | None:
        """All claims of a filter, in no order; None where an index leads to so many that looking would take long."""
        with self._store.reading() as connection:
            return claims_if_few(connection, which, most)

    def claims_of_parts(self, which: ClaimFilter, one: Part, other: Part, *, looked_at: int) -> list[Claim]:
        """The claims of a filter in which one takes part and another too; of the first's, so many are looked at."""
        with self._store.reading() as connection:
            return claims_of_parts(connection, which, one, other, looked_at)

    def types_in(self, documents: Sequence[str], which: ClaimFilter) -> dict[str, dict[str, int]]:
        """By the id of each document how many claims of the filter, but for its words, it has of each type."""
        with self._store.reading() as connection:
            return types_in(connection, documents, which)
