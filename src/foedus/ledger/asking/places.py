"""Where the claims of an answer stand in its order: the way there, as far as it is wanted."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

from sqlalchemy import ColumnElement, Connection, Row, or_, select, tuple_

from foedus.ledger.asking.condition import Condition, Test
from foedus.ledger.asking.cursor import Place
from foedus.ledger.asking.keys import among, each_of
from foedus.ledger.asking.moments import last_reading
from foedus.ledger.asking.narrowing import Narrowed, narrowed, sieved
from foedus.ledger.asking.walking import Stretch, Walking, stretch_of
from foedus.ledger.tables import UNDATED, claims, documents

SIEVED = 8
"""As many times more versions are met at once where an index says which of them pass."""

_TIES = (documents.c.id, claims.c.trigger_start, claims.c.id, claims.c.twin)

_ROW = select(
    claims.c.reading,
    claims.c.published_on,
    documents.c.id.label("document"),
    claims.c.trigger_start,
    claims.c.id,
    claims.c.twin,
)
ClaimPlace = Row[int, str, str, int, str, int]
"""Reading, day of publication, the document's id, the trigger's place, the claim's id, its twin."""


class _Part(NamedTuple):
    """Days of publication in one order, which an index can be walked along; `behind` is asked within them."""

    stretch: Stretch
    behind: tuple[Test, ...] = ()

    @property
    def day(self) -> ColumnElement[str]:
        """What it is ordered by."""
        return claims.c.published_on.desc() if self.stretch.backwards else claims.c.published_on.asc()

    @property
    def days(self) -> tuple[Test, ...]:
        """The claims of these days."""
        day = claims.c.published_on
        return (day >= self.stretch.start, *(() if self.stretch.end is None else (day < self.stretch.end,)))


class Answer(NamedTuple):
    """A question as of a batch, and the way to its answer: versions that are `there` and meet what was `asked`."""

    connection: Connection
    asked: Sequence[Condition]
    narrow: Narrowed
    there: Test
    last_reading: int

    @classmethod
    def of(cls, connection: Connection, asked: Sequence[Condition], there: Test, batch: int) -> Self:
        """The way to the claims that hold after a batch, as `there` tells, and meet conditions."""
        newest = last_reading(connection, batch)
        return cls(connection, asked, narrowed(connection, asked, newest), there, newest)

    def places(self, start: Place | None, most: int, *, newest_first: bool = False) -> list[ClaimPlace]:
        """The first ones behind a place (None: of all); what has no date comes last in both orders."""
        rows: list[ClaimPlace] = []
        for part in _parts(start, newest_first=newest_first):
            if len(rows) < most:
                rows += self._of(part, most - len(rows))
        return rows

    def _of(self, part: _Part, most: int) -> Sequence[ClaimPlace]:
        """The first versions of a part, in its order."""
        if self.narrow.few:
            return self._rows(part, self.narrow.keys, most, self.narrow.others)
        days = self.narrow.days
        if days is None:
            return self._along_days(part, most)
        found = self._along_days(part._replace(stretch=part.stretch.within(days)), most)
        if not days.strays:
            return found
        strays = self._rows(part, self._of_texts(days.strays), most, self.asked)
        return _in_order({row.reading: row for row in (*found, *strays)}.values(), part)[:most]

    def _along_days(self, part: _Part, most: int) -> Sequence[ClaimPlace]:
        """By steps of whole days, so that one has to be put in order by itself only."""
        found: list[ClaimPlace] = []
        walking = Walking(self.connection, self.narrow.roads, self.narrow.sets, self.last_reading)
        of_indexes = any(one.sieve is not None for one in self.narrow.others)
        for readings in walking.steps(part.stretch, (most + most // 4 + 1) * (SIEVED if of_indexes else 1)):
            found += self._rows(part, readings, most - len(found), self.narrow.others)
            if len(found) >= most:
                break
        return found

    def _of_texts(self, numbers: Sequence[int]) -> list[int]:
        """The versions of some texts."""
        asked = select(claims.c.reading).where(among(self.connection, numbers, claims.c.document))
        return list(self.connection.scalars(asked))

    def _rows(
        self, part: _Part, readings: Sequence[int], most: int, others: Sequence[Condition]
    ) -> Sequence[ClaimPlace]:
        keys, tests = sieved(readings, others)
        if not keys:
            return ()
        given = each_of(self.connection, keys, claims, claims.c.reading)
        asked = _ROW.select_from(given.join(documents, documents.c.number == claims.c.document))
        asked = asked.where(self.there, *part.days, *part.behind, *tests).order_by(part.day, *_TIES)
        return self.connection.execute(asked.limit(most)).all()


def _in_order(rows: Iterable[ClaimPlace], part: _Part) -> list[ClaimPlace]:
    ordered = sorted(rows, key=lambda row: (row.document, row.trigger_start, row.id, row.twin))
    return sorted(ordered, key=lambda row: row.published_on, reverse=part.stretch.backwards)


def _parts(start: Place | None, *, newest_first: bool) -> Iterator[_Part]:
    """What is still to come: newest first, the dated claims and then the others."""
    place = start and start.published_on
    if not newest_first:
        yield _Part(stretch_of("", None, place), _behind(start))
        return
    if place != UNDATED:
        yield _Part(stretch_of("", UNDATED, place, backwards=True), _behind(start, newest_first=True))
        start = None
    yield _Part(stretch_of(UNDATED, None, None), _behind(start, newest_first=True))


def _behind(start: Place | None, *, newest_first: bool = False) -> tuple[Test, ...]:
    if start is None:
        return ()
    day = claims.c.published_on
    ties = tuple_(*_TIES) > tuple_(start.document, start.trigger_start, start.id, start.twin)
    return (or_(day < start.published_on if newest_first else day > start.published_on, ties),)
